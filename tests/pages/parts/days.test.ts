/** Days in words: a day that is far says its year. */
import { expect, test } from 'vitest';
import { longDay } from '#pages/parts/dates.ts';
import { dayInWords, inDays } from '#pages/parts/format.ts';
import { studyDay } from '../../support/builders.ts';

/** Sunday, 22 November 2026. */
const TODAY = studyDay(20_779);

test.each([
  [0, 'today'],
  [1, 'tomorrow'],
  [4, 'on Thursday'],
  [30, 'on 22 December'],
  [731, 'on 22 November 2028'],
])('a day %i days ahead is %j', (ahead, words) => {
  expect(dayInWords(studyDay(TODAY + ahead), TODAY)).toBe(words);
});

test('a date has its year where it would not be clear', () => {
  expect(longDay(studyDay(TODAY + 4), TODAY)).toBe('Thursday 26 November');
  expect(longDay(studyDay(TODAY + 369), TODAY)).toMatch(/^Friday,? 26 November 2027$/u);
});

test('so many days from now', () => {
  expect([inDays(1), inDays(3)]).toEqual(['tomorrow', 'in 3 days']);
});
