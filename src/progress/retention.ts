/** What was really remembered: answers a day or more after the one before, against what was expected of them. */
import type { StudyDay } from '#memory/study-day.ts';
import type { Guess } from '#review/event.ts';
import { AGES, CHANCE_STEPS, CHANCE_UNIT, GUESSES, sumFigure, type DayTally } from './day-tally.ts';
import type { Share } from './interval.ts';

export interface AgeRetention extends Share {
  /** Cards younger than this many days belong here, if they are not younger than those before; Infinity for the oldest. */
  readonly underDays: number;
  /** The mean chance of recall that was expected of them, 0 to 1; null when none was asked. */
  readonly expected: number | null;
  /** How many got each grade, from Again to Easy. */
  readonly grades: readonly number[];
}

export interface Retention {
  readonly all: AgeRetention;
  readonly ages: readonly AgeRetention[];
}

function meanOf(units: number, of: number): number | null {
  return of === 0 ? null : units / CHANCE_UNIT / of;
}

function retentionOf(underDays: number, grades: readonly number[], units: number): AgeRetention {
  const of = grades.reduce((sum, count) => sum + count, 0);
  return { underDays, hits: of - (grades[0] ?? 0), of, expected: meanOf(units, of), grades };
}

/** True retention over the days from `from` to `to`, both included, whole and by the age of the card when it was asked. */
export function retentionIn(tallies: Iterable<DayTally>, from: StudyDay, to: StudyDay): Retention {
  const days = [...tallies];
  const delayed = sumFigure(days, 'delayed', from, to);
  const expected = sumFigure(days, 'expected', from, to);
  const ages = AGES.map((underDays, age) =>
    retentionOf(underDays, delayed.slice(age * 4, age * 4 + 4), expected[age] ?? 0),
  );
  const grades = [0, 1, 2, 3].map((grade) => ages.reduce((sum, age) => sum + (age.grades[grade] ?? 0), 0));
  const units = expected.reduce((sum, each) => sum + each, 0);
  return { all: retentionOf(Infinity, grades, units), ages };
}

export interface CalibrationStep extends Share {
  /** The expected chances that belong here lie under this, 0 to 1. */
  readonly under: number;
  /** Their mean. */
  readonly expected: number;
}

/** Where answers were expected to be recalled with about the same chance: how many were. Steps without an answer are left out. */
export function calibrationIn(tallies: Iterable<DayTally>, from: StudyDay, to: StudyDay): CalibrationStep[] {
  const chances = sumFigure(tallies, 'chances', from, to);
  return CHANCE_STEPS.flatMap((end, step) => {
    const [of = 0, hits = 0, units = 0] = chances.slice(step * 3, step * 3 + 3);
    return of === 0 ? [] : [{ under: Math.min(1, end), expected: units / CHANCE_UNIT / of, hits, of }];
  });
}

export interface GuessShare extends Share {
  readonly guess: Guess;
}

/** What became of each guess, from sure to blank; those that were never made are there with none. */
export function guessesIn(tallies: Iterable<DayTally>, from: StudyDay, to: StudyDay): GuessShare[] {
  const sums = sumFigure(tallies, 'guesses', from, to);
  return GUESSES.map((guess, index) => ({ guess, of: sums[index * 2] ?? 0, hits: sums[index * 2 + 1] ?? 0 }));
}
