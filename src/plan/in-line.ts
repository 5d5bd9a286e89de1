/** Due days brought in line with the scheduler as it is now: after a change of retention, of weights, or of holidays. */
import type { ItemId } from '#bank/item.ts';
import { fuzzRange } from '#memory/fuzz.ts';
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
 * The cards that would move, with their days; never before today. A card stays where it is when the scheduler could have put it
 * there, and when it is suspended, in a short step or never comes back by itself.
 */
export function daysInLine({ states, today, policy: common, questionOf }: InLineInput): Map<CardId, StudyDay> {
  const moved = new Map<CardId, StudyDay>();
  for (const { id, item, learning, suspended } of states) {
    if (suspended || learning.kind !== 'learned' || learning.due.kind !== 'day') continue;
    const due = learning.due.day;
    const policy = ownPolicy(common, questionOf?.(item), today);
    if (fitsAsItIs(learning, due, today, policy)) continue;
    const day = dayOf(id, learning, today, policy);
    // What is overdue anyway stays so: it comes when there is room.
    if (day > today || due > today) if (day !== due) moved.set(id, day);
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

function dayOf(id: CardId, { memory, lastDay, reps }: Learned, today: StudyDay, policy: Policy): StudyDay {
  const { scheduler, roomNow } = policy;
  const roomOn = roomNow?.();
  const room = roomOn && ((ahead: number): number => roomOn((lastDay + ahead) as StudyDay));
  return Math.max(today, lastDay + scheduler.scheduledDays(memory, `${id}:${reps - 1}`, room)) as StudyDay;
}
