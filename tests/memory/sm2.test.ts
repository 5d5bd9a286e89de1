import { expect, test } from 'vitest';
import { memoryFromSm2 } from '#memory/sm2.ts';
import { expectDifficulty, expectStability, parameters, published } from './vectors.ts';

test.each(published.memory_from_sm2.cases)(
  'ease $ease at $interval days and $sm2_retention gives the published memory',
  (row) => {
    const card = { ease: row.ease, intervalDays: row.interval, retention: row.sm2_retention };
    const memory = memoryFromSm2(parameters.default, card);
    expectStability(memory.stability, row.s);
    expectDifficulty(memory.difficulty, row.d);
  },
);

test('a card that SM-2 has barely seen still has a memory within the limits', () => {
  const memory = memoryFromSm2(parameters.default, { ease: 1.3, intervalDays: 0, retention: 0.9 });
  expect(memory).toEqual({ stability: 0.001, difficulty: expect.closeTo(10, 0) });
});
