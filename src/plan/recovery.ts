/** A way out of a backlog: so many minutes a day, clear by such a day. */
import type { StudyDay } from '#memory/study-day.ts';

export interface Backlog {
  readonly today: StudyDay;
  /** Seconds of all that is overdue. */
  readonly overdueSeconds: number;
  /** Seconds of what falls due by itself on each of the next days, today first; later days are like the mean of these. */
  readonly comingSeconds: readonly number[];
  /** Days without practice. */
  readonly isRest: (day: StudyDay) => boolean;
}

/** Further ahead nobody plans. */
const LONGEST_DAYS = 365;

/** This share of what is answered fails and is back soon after. */
const COMES_BACK = 0.1;

function comingOn(coming: readonly number[], index: number): number {
  const mean = coming.length === 0 ? 0 : coming.reduce((sum, each) => sum + each, 0) / coming.length;
  return coming[index] ?? mean;
}

/**
 * The day at whose end nothing is overdue any more, with so many minutes on each day that is not a rest day; null when that
 * is not within a year.
 */
export function clearDay(backlog: Backlog, minutesPerDay: number): StudyDay | null {
  let load = backlog.overdueSeconds;
  for (let index = 0; index < LONGEST_DAYS; index += 1) {
    const day = (backlog.today + index) as StudyDay;
    load += comingOn(backlog.comingSeconds, index);
    if (!backlog.isRest(day)) load -= minutesPerDay * 60 * (1 - COMES_BACK);
    if (load <= 0) return day;
  }
  return null;
}

/** The fewest whole minutes a day with which nothing is overdue at the end of a day; null when no minutes would do. */
export function minutesToClear(backlog: Backlog, by: StudyDay): number | null {
  const clears = (minutes: number): boolean => {
    const day = clearDay(backlog, minutes);
    return day !== null && day <= by;
  };
  let high = 24 * 60;
  if (!clears(high)) return null;
  let low = 0;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (clears(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}
