/** Days in a row, with the forgiveness of rest days and freezes. */
import type { StudyDay } from '#memory/study-day.ts';

/** done: something was answered; rest: a planned day off; frozen: missed, and a freeze held the streak; missed; open: today, so far. */
export type DayKind = 'done' | 'rest' | 'frozen' | 'missed' | 'open';

export interface Streak {
  /** Days with answers since the last missed one; planned rest and frozen days neither add nor break. */
  readonly current: number;
  readonly longest: number;
  /** Missed days that can still be forgiven. */
  readonly freezes: number;
  /** What each day was, from the first answered day to today. */
  readonly days: ReadonlyMap<StudyDay, DayKind>;
}

/** So many days with answers earn one freeze. */
export const DAYS_A_FREEZE = 7;
/** No more freezes than these are kept. */
export const MOST_FREEZES = 2;

interface Run {
  length: number;
  /** Days with answers since the last freeze was earned or all was lost. */
  earning: number;
  freezes: number;
}

function countDone(run: Run): void {
  run.length += 1;
  run.earning += 1;
  if (run.earning < DAYS_A_FREEZE) return;
  run.earning = 0;
  run.freezes = Math.min(MOST_FREEZES, run.freezes + 1);
}

function countMissed(run: Run): DayKind {
  if (run.freezes > 0) {
    run.freezes -= 1;
    return 'frozen';
  }
  run.length = 0;
  run.earning = 0;
  return 'missed';
}

/**
 * The streak up to today. A day without answers that was planned as rest is left out; every other missed day uses a freeze up, and
 * without one ends the streak. Today is not missed before it is over.
 *
 * @param active days with answers, in any order; those after today are not looked at
 */
export function streakOf(active: Iterable<StudyDay>, isRest: (day: StudyDay) => boolean, today: StudyDay): Streak {
  const done = new Set([...active].filter((day) => day <= today));
  const first = Math.min(today, ...done);
  const run: Run = { length: 0, earning: 0, freezes: 0 };
  const days = new Map<StudyDay, DayKind>();
  let longest = 0;
  for (let number = first; number <= today; number += 1) {
    const day = number as StudyDay;
    if (done.has(day)) {
      countDone(run);
      days.set(day, 'done');
    } else if (isRest(day)) days.set(day, 'rest');
    else days.set(day, day === today ? 'open' : countMissed(run));
    longest = Math.max(longest, run.length);
  }
  return { current: run.length, longest, freezes: run.freezes, days };
}
