/** How long answers take, and where the hours went. */
import type { StudyDay } from '#memory/study-day.ts';
import { sumFigure, TIME_STEPS, type DayTally } from './day-tally.ts';

export interface TimeSpent {
  readonly reviewMs: number;
  readonly mockMs: number;
}

/** Time at answers over the days from `from` to `to`, both included. */
export function timeSpentIn(tallies: Iterable<DayTally>, from: StudyDay, to: StudyDay): TimeSpent {
  const days = [...tallies];
  const [reviewMs = 0] = sumFigure(days, 'reviewMs', from, to);
  const [mockMs = 0] = sumFigure(days, 'mockMs', from, to);
  return { reviewMs, mockMs };
}

export interface AnswerTimes {
  readonly count: number;
  /** Answers by step of `TIME_STEPS`. */
  readonly steps: readonly number[];
  /** In seconds, interpolated within its step; null when nothing was timed. */
  readonly median: number | null;
  /** Mean seconds by grade, from Again to Easy; null where there is none. */
  readonly byGrade: readonly (number | null)[];
}

/** The value below which half of the counted answers lie, as if they were spread evenly within their step. */
function medianOf(steps: readonly number[], count: number): number | null {
  let below = 0;
  let start = 0;
  for (const [index, here] of steps.entries()) {
    const end = TIME_STEPS[index] ?? Infinity;
    if (below + here >= count / 2 && here > 0) {
      return end === Infinity ? start : start + ((count / 2 - below) / here) * (end - start);
    }
    below += here;
    start = end;
  }
  return null;
}

/** Times of answers to whole questions over the days from `from` to `to`, both included. */
export function answerTimesIn(tallies: Iterable<DayTally>, from: StudyDay, to: StudyDay): AnswerTimes {
  const days = [...tallies];
  const steps = sumFigure(days, 'times', from, to);
  const timed = sumFigure(days, 'timed', from, to);
  const ms = sumFigure(days, 'timedMs', from, to);
  const count = steps.reduce((sum, each) => sum + each, 0);
  const byGrade = timed.map((many, grade) => (many === 0 ? null : (ms[grade] ?? 0) / many / 1000));
  return { count, steps, median: medianOf(steps, count), byGrade };
}
