/** Due days brought in line with the scheduler as it is now: after a change of retention, of weights, or of holidays. */
import type { ItemId } from '#bank/item.ts';
import { firstOpenDay, fuzzRange } from '#memory/fuzz.ts';
import { daysBetween, type StudyDay } from '#memory/study-day.ts';
import type { CardState, Learned } from '#review/card-state.ts';
import type { CardId } from '#review/ids.ts';
import { policyFor } from '#review/policy.ts';
import type { AimedQuestion, SchedulePolicy } from '#review/schedule.ts';

export interface InLineInput {
  readonly states: readonly CardState[];
  readonly today: StudyDay;
  readonly policy: SchedulePolicy;
  /** The question of a card; a card without one is scheduled as everywhere. */
  readonly questionOf?: (item: ItemId) => AimedQuestion | undefined;
}

/**
 * The cards that would move, with their days; never before today, nor on a holiday as long as a day is open. A card stays where it is
 * when the scheduler could have put it there, and when it is suspended, in a short step or never comes back by itself.
 */
export function daysInLine({ states, today, policy: common, questionOf }: InLineInput): Map<CardId, StudyDay> {
  const moved = new Map<CardId, StudyDay>();
  for (const { id, item, learning, suspended } of states) {
    if (suspended || learning.kind !== 'learned' || learning.due.kind !== 'day') continue;
    const due = learning.due.day;
    const policy = ownPolicy(common, questionOf?.(item), today);
    const day = fitsAsItIs(learning, due, today, policy)
      ? due
      : newDay(idealDay(id, learning, policy), due, today, policy);
    if (day !== due) moved.set(id, day);
  }
  return moved;
}

type Policy = Pick<SchedulePolicy, 'scheduler' | 'roomNow'>;

function ownPolicy(common: SchedulePolicy, question: AimedQuestion | undefined, today: StudyDay): SchedulePolicy {
  return question ? policyFor(common, question, today) : common;
}

/** Whether the scheduler could have promised this day. */
function fitsAsItIs(learned: Learned, due: StudyDay, today: StudyDay, { scheduler, roomNow }: Policy): boolean {
  const { maximumIntervalDays } = scheduler.parameters;
  const { lowest, highest } = fuzzRange(scheduler.intervalDays(learned.memory), 1, maximumIntervalDays);
  const promised = daysBetween(learned.lastDay, due);
  const roomOn = roomNow?.();
  const open = !roomOn || due <= today || roomOn(due) > 0;
  return promised >= lowest && promised <= highest && open;
}

/** Where a card goes; what is overdue anyway stays so: it comes when there is room. */
function newDay(ideal: StudyDay, due: StudyDay, today: StudyDay, policy: Policy): StudyDay {
  if (ideal <= today && due <= today) return due;
  return ideal < today ? openDayFrom(today, policy) : ideal;
}

/** The day that the scheduler would have promised; it may lie behind. */
function idealDay(id: CardId, { memory, lastDay, reps }: Learned, { scheduler, roomNow }: Policy): StudyDay {
  const roomOn = roomNow?.();
  const room = roomOn && ((ahead: number): number => roomOn((lastDay + ahead) as StudyDay));
  return (lastDay + scheduler.scheduledDays(memory, `${id}:${reps - 1}`, room)) as StudyDay;
}

/** Today, or the first day after it that has room; today where none up to the longest interval has. */
function openDayFrom(today: StudyDay, { scheduler, roomNow }: Policy): StudyDay {
  const roomOn = roomNow?.() ?? (() => 1);
  const range = { lowest: today, highest: today + scheduler.parameters.maximumIntervalDays };
  return (firstOpenDay(range, (day) => roomOn(day as StudyDay)) ?? today) as StudyDay;
}
