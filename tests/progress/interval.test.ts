/** Ranges of shares, against a brute search. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangeOf } from '#progress/interval.ts';

/** A share belongs to the range when what was counted lies within 1.6449 standard deviations of what it would give. */
function slowRange(hits: number, of: number): { low: number; high: number } {
  const fits = Array.from({ length: 100_001 }, (_, n) => n / 100_000).filter(
    (share) => Math.abs(hits / of - share) <= 1.6449 * Math.sqrt((share * (1 - share)) / of) + 1e-12,
  );
  return { low: fits[0] ?? Number.NaN, high: fits.at(-1) ?? Number.NaN };
}

test('it holds the shares that would give such a count often enough', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, share) => {
      const hits = Math.round(of * share);
      const { low, high } = rangeOf({ hits, of });
      const slow = slowRange(hits, of);
      expect(low).toBeCloseTo(slow.low, 4);
      expect(high).toBeCloseTo(slow.high, 4);
    }),
    { numRuns: 60 },
  );
});

test('without any case everything is possible', () => {
  expect(rangeOf({ hits: 0, of: 0 })).toEqual({ low: 0, high: 1 });
});
