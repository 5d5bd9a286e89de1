/** What a grade promises: when each of the four would bring a card back. */
import type { ItemId } from '#bank/item.ts';
import type { Tier } from '#bank/tier.ts';
import { firstOpenDay } from '#memory/fuzz.ts';
import type { Grade } from '#memory/grade.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import { daysBetween, type StudyDay } from '#memory/study-day.ts';
import type { CardState, Learning } from './card-state.ts';
import type { Due } from './event.ts';

/** A question, as far as how well it is to be known depends on it. */
export interface AimedQuestion {
  readonly id: ItemId;
  /** `domain/topic`. */
  readonly topic: string;
  readonly tier: Tier;
}

/** The desired retention of a question on a day; undefined where it is as everywhere. */
export type AimOf = (question: AimedQuestion, today: StudyDay) => number | undefined;

export type RoomOn = (day: StudyDay) => number;

export interface SchedulePolicy {
  readonly scheduler: Scheduler;
  /** Minutes after which a failed card is asked again on the same day, 1 to 1440. */
  readonly againMinutes: number;
  /**
   * Minutes of the steps that a card goes through before it is counted in days: a new one, and one that was forgotten. A step
   * is known by its minutes: where the same come twice, Good goes on after the last of them.
   */
  readonly steps?: { readonly learning: readonly number[]; readonly relearning: readonly number[] };
  /** Absent where every question is to be known alike. */
  readonly aimOf?: AimOf | undefined;
  /** How much of a usual day a day should hold, 0 to 1, as things stand now: easy weekdays and holidays. */
  readonly roomNow?: (() => RoomOn) | undefined;
}

export type Promises = Readonly<Record<Grade, Due>>;

const DAY_MINUTES = 1440;

type DayPolicy = Pick<SchedulePolicy, 'scheduler' | 'roomNow'>;

/**
 * The four promises for a card on a study day. Fuzz is seeded by the card and its number of reviews, so that what a button
 * shows is what pressing it gives. Counted in days, Hard never promises more than Good, nor Good more than Easy, and Easy comes
 * after Good where a day up to the longest interval is open for it. No promise is longer than that, and none falls on a day
 * without room, such as a holiday, as long as a day up to it has some. Where none has, the longest interval stands and the
 * holiday gives way: a card that falls due in it waits until the person is back, while a promise past the limit of what an
 * event may hold could not be stored.
 */
export function promisesFor(card: CardState, today: StudyDay, policy: SchedulePolicy): Promises {
  const room = roomAhead(today, policy);
  const days = (grade: Grade): number => grantedDays(card, today, grade, policy.scheduler, room);
  const hard = days(2);
  const good = Math.max(days(3), hard);
  const ideal = days(4);
  const easy = ideal > good ? ideal : (dayFrom(good + 1, policy.scheduler, room) ?? good);
  return {
    1: { kind: 'minutes', minutes: Math.min(policy.againMinutes, DAY_MINUTES) },
    2: stepAfter(card.learning, 2, policy) ?? { kind: 'days', days: hard },
    3: stepAfter(card.learning, 3, policy) ?? { kind: 'days', days: good },
    4: { kind: 'days', days: easy },
  };
}

/**
 * The next short step of a card that is new or in one; null when it has gone through them and is counted in days. Which step it
 * is in follows from the minutes that it was promised: Again leads before the first, Hard repeats, Good goes on, and always
 * comes to an end.
 */
function stepAfter(learning: Learning, grade: 2 | 3, { steps }: SchedulePolicy): Due | null {
  if (!steps || (learning.kind === 'learned' && learning.due.kind !== 'moment')) return null;
  const list = learning.kind === 'learned' && learning.lapses > 0 ? steps.relearning : steps.learning;
  const place = placeIn(list, learning);
  const minutes = list[grade === 3 ? place + 1 : Math.max(0, place)];
  return minutes === undefined ? null : { kind: 'minutes', minutes };
}

/** The step that a card waits in or comes from, the last with its minutes so that none leads back; −1 before the first. */
function placeIn(list: readonly number[], learning: Learning): number {
  if (learning.kind === 'new' || learning.due.kind !== 'moment' || learning.lastGrade === 1) return -1;
  return list.lastIndexOf(Math.round((learning.due.atMs - learning.lastAtMs) / 60_000));
}

type RoomAhead = (daysAhead: number) => number;

/** The policy's room by days from a study day on; undefined where all days are alike. */
function roomAhead(today: StudyDay, { roomNow }: DayPolicy): RoomAhead | undefined {
  const roomOn = roomNow?.();
  return roomOn && ((daysAhead) => roomOn((today + daysAhead) as StudyDay));
}

/** The first day with room from so many days ahead to the longest interval. */
function dayFrom(lowest: number, { parameters }: Scheduler, room: RoomAhead = () => 1): number | undefined {
  return firstOpenDay({ lowest, highest: parameters.maximumIntervalDays }, room);
}

/** Fuzzed interval in whole days, 1 to the longest interval, that a grade given today would earn. */
function grantedDays(
  { id, learning }: CardState,
  today: StudyDay,
  grade: Grade,
  scheduler: Scheduler,
  room: RoomAhead | undefined,
): number {
  const learned = learning.kind === 'learned' ? learning : null;
  const elapsed = learned ? daysBetween(learned.lastDay, today) : 0;
  const next = scheduler.nextMemory(learned?.memory ?? null, elapsed, grade);
  return scheduler.scheduledDays(next, `${id}:${learned?.reps ?? 0}`, room);
}

/** Days from a study day to the next one that has room; 1 where none up to the longest interval has. */
export function daysToOpen(today: StudyDay, policy: DayPolicy): number {
  return dayFrom(1, policy.scheduler, roomAhead(today, policy)) ?? 1;
}

/**
 * When a point comes back after it was hit or missed inside its question's answer. A missed core point becomes its own small
 * card, due the next day that has room, or the next day where none up to the longest interval has; a hit counts as a review of
 * such a card and is otherwise only remembered (null: no due day).
 */
export function duePoint(card: CardState, hit: boolean, core: boolean, today: StudyDay, policy: DayPolicy): Due | null {
  const scheduled = card.learning.kind === 'learned' && card.learning.due.kind !== 'unscheduled';
  if (!hit) return core || scheduled ? { kind: 'days', days: daysToOpen(today, policy) } : null;
  if (!scheduled) return null;
  return { kind: 'days', days: grantedDays(card, today, 3, policy.scheduler, roomAhead(today, policy)) };
}
