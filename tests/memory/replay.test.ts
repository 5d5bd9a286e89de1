import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { GRADES } from '#memory/grade.ts';
import { replayMemory } from '#memory/replay.ts';
import { createScheduler, DEFAULT_PARAMETERS } from '#memory/scheduler.ts';
import { type StudyDay, studyDayOf } from '#memory/study-day.ts';
import { expectDifficulty, expectStability, memoryStateCases, parameters, schedulerOf, valueAt } from './vectors.ts';

const scheduler = createScheduler(DEFAULT_PARAMETERS);
const grade = fc.constantFrom(...GRADES);
/** Days in any order: clocks that jump back included. */
const review = fc.record({ day: fc.integer({ min: -30_000, max: 80_000 }).map((day) => day as StudyDay), grade });
const reviews = fc.array(review, { maxLength: 30 });
const dayOf = (day: number) => day as StudyDay;

test('no reviews leave no memory', () => {
  expect(replayMemory(scheduler, [])).toBeNull();
});

test.each(memoryStateCases.map((history) => [history.id, history] as const))(
  '%s: a replay by days ends as the reference',
  (_, history) => {
    let day = 20_000;
    const log = history.ratings.map((given, index) => {
      day += valueAt(history.elapsed_days, index);
      return { day: dayOf(day), grade: given };
    });
    const memory = replayMemory(schedulerOf(parameters[history.params]), log);
    expectStability(memory?.stability ?? Number.NaN, valueAt(history.stability, -1));
    expectDifficulty(memory?.difficulty ?? Number.NaN, valueAt(history.difficulty, -1));
  },
);

test('a replay never throws or loses its way, even when days jump back', () => {
  fc.assert(
    fc.property(fc.array(review, { minLength: 1, maxLength: 30 }), (log) => {
      const memory = replayMemory(scheduler, log);
      expect(memory?.stability).toBeGreaterThanOrEqual(0.001);
      expect(memory?.difficulty).toBeGreaterThanOrEqual(1);
    }),
  );
});

test('a replay depends only on the days between reviews, not on the calendar', () => {
  fc.assert(
    fc.property(reviews, fc.integer({ min: -10_000, max: 10_000 }), (log, shift) => {
      const moved = log.map(({ day, grade: given }) => ({ day: dayOf(day + shift), grade: given }));
      expect(replayMemory(scheduler, moved)).toEqual(replayMemory(scheduler, log));
    }),
  );
});

test('one more review is the memory before it and the days since, so undoing the last is replaying the rest', () => {
  fc.assert(
    fc.property(reviews, fc.nat(2000), grade, (log, days, given) => {
      const last = log.at(-1);
      const day = dayOf((last?.day ?? 0) + days);
      const before = replayMemory(scheduler, log);
      const after = replayMemory(scheduler, [...log, { day, grade: given }]);
      expect(after).toEqual(scheduler.nextMemory(before, last ? days : 0, given));
    }),
  );
});

test('a day that jumps back counts as the same day, and the next is counted from it', () => {
  const jumped = [
    { day: dayOf(100), grade: 3 },
    { day: dayOf(90), grade: 3 },
    { day: dayOf(95), grade: 3 },
  ] as const;
  const steady = [
    { day: dayOf(100), grade: 3 },
    { day: dayOf(100), grade: 3 },
    { day: dayOf(105), grade: 3 },
  ] as const;
  expect(replayMemory(scheduler, jumped)).toEqual(replayMemory(scheduler, steady));
});

test('reviews of one night, either side of midnight and of a change of clocks, are reviews of one day', () => {
  // Berlin, 2026-10-25: at 01:00 UTC the offset falls from 120 to 60 minutes.
  const at = (hour: number, minute: number, east: number) => studyDayOf(Date.UTC(2026, 9, 24, hour, minute), east, 4);
  const night = [at(21, 30, 120), at(24, 30, 120), at(25, 30, 60), at(26, 59, 60)].map((day) => ({
    day,
    grade: 3 as const,
  }));
  const sitting = night.map(({ grade: given }) => ({ day: dayOf(0), grade: given }));
  expect(replayMemory(scheduler, night)).toEqual(replayMemory(scheduler, sitting));
});

test('a replay leaves its reviews as they were', () => {
  const log = Object.freeze([
    Object.freeze({ day: dayOf(1), grade: 3 as const }),
    Object.freeze({ day: dayOf(9), grade: 1 as const }),
  ]);
  expect(replayMemory(scheduler, log)).toEqual(replayMemory(scheduler, structuredClone(log)));
});
