/** A year of days in weeks, and how full each was. */
import type { StudyDay } from '#memory/study-day.ts';
import { numberOf, type Tallies } from './day-tally.ts';

export interface YearDay {
  readonly day: StudyDay;
  readonly answers: number;
  /** 0 for none, then 1 to 4 by quarters of the days that have any. */
  readonly level: 0 | 1 | 2 | 3 | 4;
}

const WEEKS = 53;

/** 0 Monday to 6 Sunday; day 0, 1970-01-01, was a Thursday. */
function placeInWeek(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The ends of the lower three quarters of the answers of all days that have any. */
function quarters(counts: readonly number[]): readonly number[] {
  const sorted = counts.filter((count) => count > 0).toSorted((a, b) => a - b);
  return [0.25, 0.5, 0.75].map((share) => sorted[Math.floor(sorted.length * share)] ?? 0);
}

/** The last 53 weeks, each from Monday on, the last one up to today. */
export function yearOf(tallies: Tallies, today: StudyDay): YearDay[][] {
  const first = today - placeInWeek(today) - (WEEKS - 1) * 7;
  const days = Array.from({ length: today - first + 1 }, (_, index) => (first + index) as StudyDay);
  const counts = days.map((day) => numberOf(tallies.get(day), 'answers'));
  const ends = quarters(counts);
  const levelOf = (count: number): YearDay['level'] =>
    count === 0 ? 0 : ((1 + ends.filter((end) => count > end).length) as YearDay['level']);
  const all = days.map((day, index): YearDay => {
    const answers = counts[index] ?? 0;
    return { day, answers, level: levelOf(answers) };
  });
  return Array.from({ length: WEEKS }, (_, week) => all.slice(week * 7, week * 7 + 7));
}
