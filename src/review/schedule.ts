/** What a grade promises: when each of the four would bring a card back. */
import type { ItemId } from '#bank/item.ts';
import type { Tier } from '#bank/tier.ts';
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
  /** Minutes of the steps that a card goes through before it is counted in days: a new one, and one that was forgotten. */
  readonly steps?: { readonly learning: readonly number[]; readonly relearning: readonly number[] };
  /** Absent where every question is to be known alike. */
  readonly aimOf?: AimOf | undefined;
  /** How much of a usual day a day should hold, 0 to 1, as things stand now: easy weekdays and holidays. */
  readonly roomNow?: (() => RoomOn) | undefined;
}

export type Promises = Readonly<Record<Grade, Due>>;

const DAY_MINUTES = 1440;

/**
 * The four promises for a card on a study day. Fuzz is seeded by the card and its number of reviews, so that what a button
 * shows is what pressing it gives. Hard never promises more than Good, and Easy more than Good unless the longest interval forbids it.
 */
export function promisesFor(card: CardState, today: StudyDay, policy: SchedulePolicy): Promises {
  const days = (grade: Grade): number => grantedDays(card, today, grade, policy);
  const hard = days(2);
  const good = Math.max(days(3), hard);
  const easy = Math.min(Math.max(days(4), good + 1), policy.scheduler.parameters.maximumIntervalDays);
  return {
    1: { kind: 'minutes', minutes: Math.min(policy.againMinutes, DAY_MINUTES) },
    2: stepAfter(card.learning, 2, policy) ?? { kind: 'days', days: hard },
    3: stepAfter(card.learning, 3, policy) ?? { kind: 'days', days: good },
    4: { kind: 'days', days: easy },
  };
}

/**
 * The next short step of a card that is new or in one; null when it has gone through them and is counted in days. Which step it
 * is in follows from the minutes that it was promised: Again leads before the first, Hard repeats, Good goes on.
 */
function stepAfter(learning: Learning, grade: 2 | 3, { steps }: SchedulePolicy): Due | null {
  if (!steps || (learning.kind === 'learned' && learning.due.kind !== 'moment')) return null;
  const list = learning.kind === 'learned' && learning.lapses > 0 ? steps.relearning : steps.learning;
  const place = placeIn(list, learning);
  const minutes = list[grade === 3 ? place + 1 : Math.max(0, place)];
  return minutes === undefined ? null : { kind: 'minutes', minutes };
}

/** The step that a card waits in or comes from; −1 before the first. */
function placeIn(list: readonly number[], learning: Learning): number {
  if (learning.kind === 'new' || learning.due.kind !== 'moment' || learning.lastGrade === 1) return -1;
  return list.indexOf(Math.round((learning.due.atMs - learning.lastAtMs) / 60_000));
}

/** Fuzzed interval in whole days, at least 1, that a grade given today would earn. */
function grantedDays(
  card: CardState,
  today: StudyDay,
  grade: Grade,
  { scheduler, roomNow }: Pick<SchedulePolicy, 'scheduler' | 'roomNow'>,
): number {
  const { learning } = card;
  const learned = learning.kind === 'learned' ? learning : null;
  const elapsed = learned ? daysBetween(learned.lastDay, today) : 0;
  const next = scheduler.nextMemory(learned?.memory ?? null, elapsed, grade);
  const roomOn = roomNow?.();
  const room = roomOn && ((daysAhead: number): number => roomOn((today + daysAhead) as StudyDay));
  return scheduler.scheduledDays(next, `${card.id}:${learned?.reps ?? 0}`, room);
}

/**
 * When a point comes back after it was hit or missed inside its question's answer. A missed core point becomes its own small
 * card, due the next day; a hit counts as a review of such a card and is otherwise only remembered (null: no due day).
 */
export function duePoint(
  card: CardState,
  hit: boolean,
  core: boolean,
  today: StudyDay,
  policy: Pick<SchedulePolicy, 'scheduler' | 'roomNow'>,
): Due | null {
  const scheduled = card.learning.kind === 'learned' && card.learning.due.kind !== 'unscheduled';
  if (hit) return scheduled ? { kind: 'days', days: grantedDays(card, today, 3, policy) } : null;
  return core || scheduled ? { kind: 'days', days: 1 } : null;
}
