/**
 * A day in whole numbers: everything that Progress shows of the past is a sum of these. They are small, are added up answer by answer,
 * and an answer that is taken out leaves exactly what was there before it.
 */
import type { ItemId } from '#bank/item.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import { daysBetween, type StudyDay } from '#memory/study-day.ts';
import type { Learned } from '#review/card-state.ts';
import type { Guess } from '#review/event.ts';
import type { Answer } from './answers.ts';
import { HORIZON_DAYS } from './standing.ts';

/** Counts up when a tally holds something else than before: stored ones are then counted anew. */
export const TALLY_SHAPE = 2;

/** Ages of a card in days since its first answer: under a week, a month, a quarter, and older. */
export const AGES = [7, 30, 90, Infinity] as const;
/** Upper ends, in seconds, of the steps in which answer times are counted. */
export const TIME_STEPS = [10, 20, 30, 45, 60, 90, 120, 180, 300, Infinity] as const;
/** Upper ends of the steps in which the expected chance of recall is counted. */
export const CHANCE_STEPS = [0.5, 0.7, 0.8, 0.9, 0.95, Infinity] as const;
/** Chances are summed in these parts of 1, so that sums are whole. */
export const CHANCE_UNIT = 10_000;

/** What a person may expect of an answer, from sure to blank. */
export const GUESSES = ['sure', 'unsure', 'blank'] as const satisfies readonly Guess[];

/** Where each figure stands in `counts`, and how many numbers it takes. */
export const SLOTS = {
  /** Every grade given, points that were asked by themselves among them. */
  answers: [0, 1],
  /** First answers ever to a whole question. */
  firsts: [1, 1],
  reviewMs: [2, 1],
  mockMs: [3, 1],
  /** Answers by grade. */
  grades: [4, 4],
  /** Answers a day or more after the one before, by age, then grade. */
  delayed: [8, AGES.length * 4],
  /** Of the same the chance of recall that was expected, by age, in `CHANCE_UNIT`. */
  expected: [24, AGES.length],
  /** Of the same by step of that chance: how many, how many were recalled, the sum of the chances. */
  chances: [28, CHANCE_STEPS.length * 3],
  /** Timed answers to whole questions by step of their time. */
  times: [46, TIME_STEPS.length],
  /** The same by grade: how many, then milliseconds. */
  timed: [56, 4],
  timedMs: [60, 4],
  /** Answers before which a guess was asked for, by guess: how many, how many were recalled. */
  guesses: [64, GUESSES.length * 2],
} as const satisfies Record<string, readonly [at: number, length: number]>;

const LENGTH = 70;

export type Figure = keyof typeof SLOTS;

export interface DayTally {
  readonly day: StudyDay;
  /** See `SLOTS`. */
  readonly counts: readonly number[];
  /** Questions that became solid on this day, and how often. */
  readonly solid: Readonly<Record<ItemId, number>>;
}

export type Tallies = ReadonlyMap<StudyDay, DayTally>;

/** A figure that is one number. */
export function numberOf(
  tally: Pick<DayTally, 'counts'> | undefined,
  figure: 'answers' | 'firsts' | 'reviewMs' | 'mockMs',
): number {
  return tally?.counts[SLOTS[figure][0]] ?? 0;
}

/** The step that a value falls into: the first whose upper end lies above it. */
function stepOf(ends: readonly number[], value: number): number {
  return ends.findIndex((end) => value < end);
}

type Add = (figure: Figure, value: number, place?: number) => void;

/** An answer a day or more after the one before: the only kind that says whether something was remembered. */
function addDelayed({ day, grade }: Answer, before: Learned, scheduler: Scheduler, add: Add): void {
  const elapsed = daysBetween(before.lastDay, day);
  if (elapsed === 0) return;
  const age = stepOf(AGES, daysBetween(before.firstDay, day));
  const chance = scheduler.retrievability(before.memory, elapsed);
  const units = Math.round(chance * CHANCE_UNIT);
  const step = stepOf(CHANCE_STEPS, chance) * 3;
  add('delayed', 1, age * 4 + grade - 1);
  add('expected', units, age);
  add('chances', 1, step);
  if (grade > 1) add('chances', 1, step + 1);
  add('chances', units, step + 2);
}

function addGuess({ guess, grade }: Answer, add: Add): void {
  if (guess === null) return;
  const place = GUESSES.indexOf(guess) * 2;
  add('guesses', 1, place);
  if (grade > 1) add('guesses', 1, place + 1);
}

function addTime({ isPoint, tookMs, source, grade }: Answer, add: Add): void {
  if (source === 'import') return;
  add(source === 'mock' ? 'mockMs' : 'reviewMs', tookMs);
  if (isPoint || tookMs === 0) return;
  add('times', 1, stepOf(TIME_STEPS, tookMs / 1000));
  add('timed', 1, grade - 1);
  add('timedMs', tookMs, grade - 1);
}

function isSolid({ lastGrade, memory }: Learned): boolean {
  return lastGrade > 1 && memory.stability >= HORIZON_DAYS;
}

/** Whether a whole question was not solid before an answer and is after it. */
function becameSolid({ isPoint, before, after }: Answer): boolean {
  return !isPoint && isSolid(after) && !(before.kind === 'learned' && isSolid(before));
}

/**
 * Adds an answer to the day on which it was given, or with −1 takes it out. A day that is left with nothing goes.
 */
export function countAnswer(tallies: Map<StudyDay, DayTally>, answer: Answer, by: 1 | -1, scheduler: Scheduler): void {
  const { day, item, before, grade, isPoint } = answer;
  const known = tallies.get(day);
  const counts = known ? [...known.counts] : Array.from({ length: LENGTH }, () => 0);
  const add: Add = (figure, value, place = 0) => {
    const slot = SLOTS[figure][0] + place;
    counts[slot] = (counts[slot] ?? 0) + by * value;
  };
  add('answers', 1);
  add('grades', 1, grade - 1);
  if (before.kind === 'learned') addDelayed(answer, before, scheduler, add);
  else if (!isPoint) add('firsts', 1);
  addTime(answer, add);
  addGuess(answer, add);
  const solid = becameSolid(answer) ? withCount(known?.solid ?? {}, item, by) : (known?.solid ?? {});
  const tally = { day, counts, solid };
  if (isEmpty(tally)) tallies.delete(day);
  else tallies.set(day, tally);
}

function withCount(counts: DayTally['solid'], item: ItemId, by: number): DayTally['solid'] {
  const { [item]: _, ...rest } = counts;
  // Looked up as the tally's own: an item may be called `constructor`.
  const count = (Object.hasOwn(counts, item) ? (counts[item] ?? 0) : 0) + by;
  return count === 0 ? rest : { ...rest, [item]: count };
}

function isEmpty({ counts, solid }: DayTally): boolean {
  return counts.every((count) => count === 0) && Object.keys(solid).length === 0;
}

/** The sum of a figure over the days from `from` to `to`, both included. */
export function sumFigure(tallies: Iterable<DayTally>, figure: Figure, from: number, to: number): number[] {
  const [at, length] = SLOTS[figure];
  const sums = Array.from({ length }, () => 0);
  for (const { day, counts } of tallies) {
    if (day < from || day > to) continue;
    for (let place = 0; place < length; place += 1) sums[place] = (sums[place] ?? 0) + (counts[at + place] ?? 0);
  }
  return sums;
}
