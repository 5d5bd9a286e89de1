/** What a grade promises: when each of the four would bring a card back. */
import type { Grade } from '#memory/grade.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import { daysBetween, type StudyDay } from '#memory/study-day.ts';
import type { CardState } from './card-state.ts';
import type { Due } from './event.ts';

export interface SchedulePolicy {
  readonly scheduler: Scheduler;
  /** Minutes after which a failed card is asked again on the same day, 1 to 1440. */
  readonly againMinutes: number;
}

export type Promises = Readonly<Record<Grade, Due>>;

const DAY_MINUTES = 1440;

/**
 * The four promises for a card on a study day. Fuzz is seeded by the card and its number of reviews, so that what a button
 * shows is what pressing it gives. Hard never promises more than Good, and Easy more than Good unless the longest interval forbids it.
 */
export function promisesFor(card: CardState, today: StudyDay, policy: SchedulePolicy): Promises {
  const days = (grade: Grade): number => grantedDays(card, today, grade, policy.scheduler);
  const hard = days(2);
  const good = Math.max(days(3), hard);
  const easy = Math.min(Math.max(days(4), good + 1), policy.scheduler.parameters.maximumIntervalDays);
  return {
    1: { kind: 'minutes', minutes: Math.min(policy.againMinutes, DAY_MINUTES) },
    2: { kind: 'days', days: hard },
    3: { kind: 'days', days: good },
    4: { kind: 'days', days: easy },
  };
}

/** Fuzzed interval in whole days, at least 1, that a grade given today would earn. */
function grantedDays(card: CardState, today: StudyDay, grade: Grade, scheduler: Scheduler): number {
  const { learning } = card;
  const learned = learning.kind === 'learned' ? learning : null;
  const elapsed = learned ? daysBetween(learned.lastDay, today) : 0;
  const next = scheduler.nextMemory(learned?.memory ?? null, elapsed, grade);
  return scheduler.scheduledDays(next, `${card.id}:${learned?.reps ?? 0}`);
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
  scheduler: Scheduler,
): Due | null {
  const scheduled = card.learning.kind === 'learned' && card.learning.due.kind !== 'unscheduled';
  if (hit) return scheduled ? { kind: 'days', days: grantedDays(card, today, 3, scheduler) } : null;
  return core || scheduled ? { kind: 'days', days: 1 } : null;
}
