/** Stretches of sound as one line of time. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineLength, momentOnLine, outline, placeOnLine } from '#mock/voice-line.ts';

const lengthsOf = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 8 });

test('a moment and its place are two names of the same, anywhere on the line', () => {
  fc.assert(
    fc.property(lengthsOf, fc.nat(), (lengths, seed) => {
      const atMs = seed % (lineLength(lengths) + 1);
      const place = placeOnLine(lengths, atMs);
      expect(place.ms).toBeLessThanOrEqual(lengths[place.stretch] ?? -1);
      expect(momentOnLine(lengths, place)).toBe(atMs);
    }),
  );
});

test('what lies before the start or after the end is brought to it, and nothing at all has a beginning', () => {
  expect(placeOnLine([1000, 2000], -5)).toEqual({ stretch: 0, ms: 0 });
  expect(placeOnLine([1000, 2000], 9000)).toEqual({ stretch: 1, ms: 2000 });
  expect(placeOnLine([1000, 2000], 1000)).toEqual({ stretch: 1, ms: 0 });
  expect(placeOnLine([], 7)).toEqual({ stretch: 0, ms: 0 });
  expect(momentOnLine([1000, 2000], { stretch: 1, ms: 99_999 })).toBe(3000);
});

test('the outline has the loudest level of each part, also where there are fewer levels than parts', () => {
  expect(outline(Uint8Array.from([1, 5, 2, 9, 3, 3]), 3)).toEqual([5, 9, 3]);
  expect(outline(Uint8Array.from([7, 8]), 4)).toEqual([7, 7, 8, 8]);
  expect(outline(new Uint8Array(0), 2)).toEqual([0, 0]);
});
