import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankLazily } from '#plan/rank.ts';

const pairs = fc.array(
  fc.record({ rate: fc.integer({ min: 0, max: 50 }), slack: fc.integer({ min: 0, max: 30 }), none: fc.boolean() }),
  { maxLength: 600 },
);

test('a lazy ranking is the full one, equals in their order, also when it is read twice', () => {
  fc.assert(
    fc.property(pairs, (all) => {
      const guesses = all.map(({ rate, slack }, place) => ({ value: place, bound: rate + slack }));
      const settle = (place: number) => (all[place]?.none ? null : { rate: all[place]?.rate ?? 0, place });
      const ranked = rankLazily(guesses, settle);
      const full = all
        .flatMap(({ rate, none }, place) => (none ? [] : [{ rate, place }]))
        .sort((a, b) => b.rate - a.rate || a.place - b.place);
      expect([...ranked]).toEqual(full);
      expect([...ranked]).toEqual(full);
    }),
  );
});

test('only what could come first is settled', () => {
  let settled = 0;
  const guesses = Array.from({ length: 10_000 }, (_, place) => ({ value: place, bound: 10_000 - place }));
  const ranked = rankLazily(guesses, (place) => {
    settled += 1;
    return { rate: 10_000 - place - 0.5, place };
  });
  const [first] = ranked;
  expect(first?.place).toBe(0);
  expect(settled).toBeLessThan(1000);
});
