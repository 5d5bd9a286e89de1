import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fuzzRange, pickDay, seededFraction } from '#memory/fuzz.ts';
import { createScheduler, DEFAULT_PARAMETERS } from '#memory/scheduler.ts';
import { published, valueAt } from './vectors.ts';

const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const stability = fc.double({ min: 0.001, max: 36_500, noNaN: true });
const seed = fc.string({ maxLength: 60 });
const memoryOf = (days: number) => ({ stability: days, difficulty: 5 });

// Anki and ts-fsrs differ: ts-fsrs rounds before it spreads, has no minimum, and seeds by time. Anki's ranges are followed.
describe("Anki's ranges", () => {
  test.each(published.anki_fuzz.rows)(
    '%d days between %d and %d: %d, %d and %d',
    (interval, minimum, maximum, ...days) => {
      const range = fuzzRange(interval, minimum, maximum);
      expect([0, 0.5, 0.99].map((share) => pickDay(range, share))).toEqual(days);
    },
  );

  test('a picked day is whole and inside the limits', () => {
    const limit = fc.integer({ min: 1, max: 36_500 });
    fc.assert(
      fc.property(stability, limit, limit, fraction, (interval, minimum, maximum, share) => {
        const range = fuzzRange(interval, minimum, maximum);
        const day = pickDay(range, share);
        expect(Number.isInteger(day)).toBe(true);
        expect(day).toBeGreaterThanOrEqual(Math.min(minimum, maximum));
        expect(day).toBeLessThanOrEqual(maximum);
        expect(day).toBeGreaterThanOrEqual(range.lowest);
        expect(day).toBeLessThanOrEqual(range.highest);
      }),
    );
  });
});

describe('the seeded fraction', () => {
  // Computed from the published definitions of FNV-1a and MurmurHash3's finaliser, apart from this code.
  test.each([
    ['', 2_872_998_923],
    ['a', 444_641_715],
    ['api/idempotency-key#1', 2_309_992_656],
    ['api/idempotency-key#2', 535_054_763],
  ])('of "%s" is pinned, so that every machine agrees', (text, expected) => {
    expect(seededFraction(text) * 2 ** 32).toBe(expected);
  });

  test('is in [0, 1) for any string', () => {
    fc.assert(
      fc.property(seed, (text) => {
        expect(seededFraction(text)).toBeGreaterThanOrEqual(0);
        expect(seededFraction(text)).toBeLessThan(1);
      }),
    );
  });

  test('spreads the counts of one card and the cards of one count evenly', () => {
    for (const name of [(n: number) => `card#${n}`, (n: number) => `card-${n}#1`]) {
      const tenths = Array.from({ length: 10 }, () => 0);
      for (let n = 0; n < 10_000; n += 1) {
        const tenth = Math.floor(seededFraction(name(n)) * 10);
        tenths[tenth] = valueAt(tenths, tenth) + 1;
      }
      expect(Math.min(...tenths)).toBeGreaterThan(900);
      expect(Math.max(...tenths)).toBeLessThan(1100);
    }
  });
});

describe('scheduled days', () => {
  const scheduler = createScheduler(DEFAULT_PARAMETERS);

  test('reach every day of the range, which is that of the interval before rounding', () => {
    // Rounded to 7 first, as ts-fsrs does, the range would end at 9.
    const days = Array.from({ length: 200 }, (_, n) => scheduler.scheduledDays(memoryOf(6.6), `card#${n}`));
    expect([...new Set(days)].toSorted((a, b) => a - b)).toEqual([5, 6, 7, 8]);
  });

  test('depend on memory and seed alone, across schedulers', () => {
    fc.assert(
      fc.property(stability, seed, (days, text) => {
        const again = createScheduler({ ...DEFAULT_PARAMETERS });
        expect(again.scheduledDays(memoryOf(days), text)).toBe(scheduler.scheduledDays(memoryOf(days), text));
      }),
    );
  });

  test('lie in the range of the interval that is not rounded yet', () => {
    fc.assert(
      fc.property(stability, seed, fc.integer({ min: 1, max: 36_500 }), (days, text, maximumIntervalDays) => {
        const limited = createScheduler({ ...DEFAULT_PARAMETERS, maximumIntervalDays });
        const { lowest, highest } = fuzzRange(days, 1, maximumIntervalDays);
        const scheduled = limited.scheduledDays(memoryOf(days), text);
        expect(scheduled).toBeGreaterThanOrEqual(lowest);
        expect(scheduled).toBeLessThanOrEqual(highest);
      }),
    );
  });

  test('with one seed never fall as stability rises, so a better grade never gets fewer days', () => {
    const near = fc.tuple(stability, fc.double({ min: 0, max: 5, noNaN: true }));
    fc.assert(
      fc.property(near, seed, ([low, more], text) => {
        const high = Math.min(low + more, 36_500);
        const days = scheduler.scheduledDays(memoryOf(low), text);
        expect(scheduler.scheduledDays(memoryOf(high), text)).toBeGreaterThanOrEqual(days);
      }),
      { numRuns: 1000 },
    );
  });

  test('are the plain interval where there is nothing to spread', () => {
    expect(scheduler.scheduledDays(memoryOf(0.4), 'x')).toBe(1);
    expect(scheduler.scheduledDays(memoryOf(2.4), 'x')).toBe(2);
  });
});
