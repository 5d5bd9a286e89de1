import { expect, test } from 'vitest';
import { isLeechNow } from '#memory/leech.ts';
import { published } from './vectors.ts';

test.each(published.anki_leech.rows)(
  'as in Anki, lapse %i with a threshold of %i makes a leech: %s',
  (lapses, threshold, is) => {
    expect(isLeechNow(Number(lapses), Number(threshold))).toBe(is);
  },
);

test.each([0, -1, -8])('a threshold of %i turns leeches off', (threshold) => {
  for (let lapses = 0; lapses < 20; lapses += 1) expect(isLeechNow(lapses, threshold)).toBe(false);
});
