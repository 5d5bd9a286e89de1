/**
 * Why fsrs.js 1.2.2 (FSRS v4) is measured against but not shipped. Each test says what it does with a plain history and what
 * this room does with the same one; if fsrs.js were ever mended, its half would fail.
 */
import { Card, FSRS } from 'fsrs.js';
import { expect, test } from 'vitest';
import { replayMemory } from '#memory/replay.ts';
import { createScheduler, DEFAULT_PARAMETERS } from '#memory/scheduler.ts';
import { studyDayOf } from '#memory/study-day.ts';
import { valueAt } from './vectors.ts';
import type { Grade } from '#memory/grade.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 10, 22, 12);
type History = readonly (readonly [dayNumber: number, grade: Grade])[];

/** Stability after each review, from fsrs.js. */
function theirs(history: History): number[] {
  const fsrs = new FSRS();
  let card = new Card();
  return history.map(([dayNumber, grade]) => {
    const answer = fsrs.repeat(card, new Date(START_MS + dayNumber * DAY_MS))[grade];
    if (!answer) throw new Error(`fsrs.js knows no grade ${grade}`);
    card = answer.card;
    return card.stability;
  });
}

/** Stability after each review, from this room. */
function ours(history: History): number[] {
  const scheduler = createScheduler(DEFAULT_PARAMETERS);
  const reviews = history.map(([dayNumber, grade]) => {
    return { day: studyDayOf(START_MS + dayNumber * DAY_MS, 0, 4), grade };
  });
  return reviews.map((_, index) => replayMemory(scheduler, reviews.slice(0, index + 1))?.stability ?? Number.NaN);
}

test('forgetting a card after a month nearly doubles its stability in fsrs.js, and lowers it here', () => {
  const history: History = [
    [0, 1],
    [0, 3],
    [30, 1],
  ];
  const [, theirBefore = 0, theirAfter = 0] = theirs(history);
  expect(theirBefore).toBe(0.4);
  expect(theirAfter).toBeCloseTo(0.739, 3);
  const [, before = 0, after = 0] = ours(history);
  expect(after).toBeLessThan(before);
});

test('a clock that goes back five days gives a negative stability in fsrs.js, and counts as the same day here', () => {
  const history: History = [
    [0, 3],
    [0, 3],
    [-5, 3],
  ];
  expect(valueAt(theirs(history), 2)).toBeLessThan(-10);
  expect(ours(history)).toEqual(
    ours([
      [0, 3],
      [0, 3],
      [0, 3],
    ]),
  );
});

test('options are ignored by fsrs.js, and obeyed here', () => {
  const options = { request_retention: 0.8, maximum_interval: 30, w: Array.from({ length: 17 }, () => 1) };
  const Configured = FSRS as unknown as new (given: object) => FSRS;
  expect(new Configured(options).p).toEqual(new FSRS().p);
  expect(new Configured(options).next_interval(100)).toBe(100);

  const memory = { stability: 100, difficulty: 5 };
  const scheduler = createScheduler({
    ...DEFAULT_PARAMETERS,
    desiredRetention: 0.8,
    maximumIntervalDays: 30,
    fuzz: false,
  });
  expect(scheduler.intervalDays(memory)).toBe(30);
});

test('two failures on the first day cost nothing in fsrs.js, and cost stability here', () => {
  const once: History = [
    [0, 3],
    [0, 3],
  ];
  const thrice: History = [
    [0, 3],
    [0, 1],
    [0, 1],
    [0, 3],
  ];
  expect(valueAt(theirs(thrice), -1)).toBe(valueAt(theirs(once), -1));
  expect(valueAt(ours(thrice), -1)).toBeLessThan(valueAt(ours(once), -1));
});
