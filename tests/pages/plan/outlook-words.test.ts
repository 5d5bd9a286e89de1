import { expect, test } from 'vitest';
import { isTight, verdictInWords } from '#pages/plan/outlook-words.ts';
import type { Verdict } from '#plan/verdict.ts';

const tight = (recall: number, seen: number): Verdict => ({
  kind: 'tight',
  reach: { recall, low: recall - 0.01, high: recall + 0.01, seen },
  offers: [{ minutesPerDay: 45, reach: { recall: 0.97, low: 0.96, high: 0.98, seen: 1 } }],
});

test('a plan that sees all and keeps most of it is not called tight, though more minutes would bring more', () => {
  expect(isTight(tight(0.94, 1))).toBe(false);
  expect(verdictInWords(tight(0.94, 1), 30)).toBe(
    'At 30 minutes a day you would recall 94% (93 to 95%) on the day; 45 minutes reach 97%.',
  );
});

test.each([
  [
    0.94,
    0.9,
    'Too tight: at 30 minutes a day you would recall 94% (93 to 95%) on the day, and 10% of it would stay unseen; 45 minutes reach 97%.',
  ],
  [0.8, 1, 'Too tight: at 30 minutes a day you would recall 80% (79 to 81%) on the day; 45 minutes reach 97%.'],
])('recall %f with %f seen is called tight, with numbers', (recall, seen, words) => {
  expect(isTight(tight(recall, seen))).toBe(true);
  expect(verdictInWords(tight(recall, seen), 30)).toBe(words);
});

test('of an interview that is very far nothing is foretold, and it is said why', () => {
  expect(isTight({ kind: 'far' })).toBe(false);
  expect(verdictInWords({ kind: 'far' }, 30)).toBe(
    'It is more than a year ahead: too far to tell where the days lead. From a year before it this is worked out.',
  );
});
