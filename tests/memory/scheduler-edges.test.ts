import { describe, expect, test } from 'vitest';
import { createScheduler, DEFAULT_PARAMETERS } from '#memory/scheduler.ts';
import { parameters, schedulerOf } from './vectors.ts';

describe('what the scheduler refuses', () => {
  const scheduler = schedulerOf(parameters.default);
  const memory = { stability: 3, difficulty: 5 };

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('elapsed days of %d', (elapsedDays) => {
    expect(() => scheduler.nextMemory(memory, elapsedDays, 3)).toThrow(RangeError);
    expect(() => scheduler.nextMemory(null, elapsedDays, 3)).toThrow(RangeError);
  });

  test.each([-1, Number.NaN])('the chance of recall after %d days', (elapsedDays) => {
    expect(() => scheduler.retrievability(memory, elapsedDays)).toThrow(RangeError);
  });

  test.each([0, 5, 2.5, Number.NaN])('a grade of %d', (grade) => {
    expect(() => scheduler.nextMemory(memory, 1, grade as 1)).toThrow(RangeError);
  });

  test.each([
    { stability: 0, difficulty: 0 },
    { stability: 0, difficulty: 5 },
    { stability: Number.NaN, difficulty: 5 },
    { stability: Number.POSITIVE_INFINITY, difficulty: 5 },
    { stability: 3, difficulty: Number.NaN },
    { stability: 3, difficulty: 10.5 },
    { stability: 3, difficulty: 0.5 },
  ])('a memory of stability $stability and difficulty $difficulty', (broken) => {
    expect(() => scheduler.nextMemory(broken, 1, 3)).toThrow(RangeError);
    expect(() => scheduler.retrievability(broken, 1)).toThrow(RangeError);
  });

  test('unsound parameters, naming every fault', () => {
    const weights = parameters.default.with(3, Number.NaN);
    expect(() => createScheduler({ ...DEFAULT_PARAMETERS, weights, desiredRetention: 1 })).toThrow(
      /weights\[3\] .*NaN; desiredRetention .*1$/,
    );
    expect(() => createScheduler({ ...DEFAULT_PARAMETERS, weights: parameters.default.slice(1) })).toThrow(
      'weights must be 21 numbers, not 20',
    );
  });
});

test('a scheduler keeps its own copy of the parameters', () => {
  const weights = [...parameters.default];
  const scheduler = schedulerOf(weights);
  const before = scheduler.nextMemory(null, 0, 3);
  weights[2] = 50;
  expect(scheduler.nextMemory(null, 0, 3)).toEqual(before);
  expect(scheduler.parameters.weights).toEqual(parameters.default);
});
