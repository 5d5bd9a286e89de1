/** What is promised around holidays: the longest interval, the order of the grades, and that nothing falls on them. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CardState } from '#review/card-state.ts';
import { policyFrom } from '#review/policy.ts';
import { duePoint, promisesFor, type SchedulePolicy } from '#review/schedule.ts';
import { DEFAULT_SETTINGS } from '#review/settings.ts';
import { freshCard, learnedCard, scheduler, studyDay, unknownPoint } from '../support/builders.ts';

const today = studyDay(101);

function withHolidays(ahead: readonly number[], maximumIntervalDays: number, fuzz = true): SchedulePolicy {
  const settings = { ...DEFAULT_SETTINGS, holidays: ahead.map((days) => today + days) };
  return policyFrom(settings, scheduler({ maximumIntervalDays, fuzz }));
}

/** Days that Hard, Good and Easy promise. */
function daysOf(card: CardState, policy: SchedulePolicy): [hard: number, good: number, easy: number] {
  const promises = promisesFor(card, today, policy);
  return ([2, 3, 4] as const).map((grade) => {
    const due = promises[grade];
    return due.kind === 'days' ? due.days : Number.NaN;
  }) as [number, number, number];
}

const stretch = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + index);
const wellKnown = (name: string): CardState => learnedCard(name, { memory: { stability: 300, difficulty: 3 } });
const manyOf = (make: (name: string) => CardState): CardState[] =>
  Array.from({ length: 100 }, (_, index) => make(`q-${index}`));

const card = fc.oneof(
  fc.constant(freshCard('q-one')),
  fc
    .record({
      memory: fc.record({
        stability: fc.double({ min: 0.001, max: 300, noNaN: true }),
        difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
      }),
      lastDay: fc.integer({ min: 0, max: 101 }).map(studyDay),
      reps: fc.integer({ min: 1, max: 99 }),
    })
    .map((learned) => learnedCard('q-one', learned)),
);
const holidays = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 40 })), { maxLength: 4 })
  .map((stretches) => [...new Set(stretches.flatMap(([from, count]) => stretch(from, count)))]);
const longest = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constantFrom(365, 36_500));

test('no promise is longer than the longest interval, and a better grade never comes sooner', () => {
  fc.assert(
    fc.property(card, holidays, longest, fc.boolean(), (subject, off, maximum, fuzz) => {
      const policy = withHolidays(off, maximum, fuzz);
      const [hard, good, easy] = daysOf(subject, policy);
      expect(hard).toBeGreaterThanOrEqual(1);
      expect(good).toBeGreaterThanOrEqual(hard);
      expect(easy).toBeGreaterThanOrEqual(good);
      expect(easy).toBeLessThanOrEqual(maximum);
    }),
    { numRuns: 500 },
  );
});

test('none falls on a holiday as long as a day is open, and Easy then comes after Good where one is', () => {
  fc.assert(
    fc.property(card, holidays, longest, fc.boolean(), (subject, off, maximum, fuzz) => {
      const isOpen = (days: number): boolean => days <= maximum && !off.includes(days);
      fc.pre(stretch(1, Math.min(maximum, 200)).some(isOpen));
      const policy = withHolidays(off, maximum, fuzz);
      const [hard, good, easy] = daysOf(subject, policy);
      const missed = duePoint(unknownPoint('q-one', 'c1'), false, true, today, policy);
      for (const days of [hard, good, easy]) expect(off).not.toContain(days);
      expect(missed).toEqual({ kind: 'days', days: stretch(1, 200).find(isOpen) });
      const later = stretch(good + 1, 200).some(isOpen);
      expect(easy > good).toBe(later);
    }),
    { numRuns: 500 },
  );
});

test('holidays around a longest interval of 30 days are gone round before it, by all three', () => {
  for (const each of manyOf(wellKnown)) expect(daysOf(each, withHolidays(stretch(20, 14), 30))).toEqual([19, 19, 19]);
});

test('after a lapse, Easy goes past holidays that begin right after Good', () => {
  const lapsed = manyOf((name) =>
    learnedCard(name, { memory: { stability: 0.5, difficulty: 8 }, lastDay: today, lastGrade: 1, lapses: 1 }),
  );
  for (const each of lapsed) {
    const [, good] = daysOf(each, withHolidays([], 365));
    const [, , easy] = daysOf(each, withHolidays(stretch(good + 1, 8), 365));
    expect(easy).toBe(good + 9);
  }
});

test('where every day up to the longest interval is a holiday, the interval stands and the holiday gives way', () => {
  const policy = withHolidays(stretch(1, 14), 7);
  for (const each of manyOf(wellKnown)) expect(daysOf(each, policy).every((days) => days >= 1 && days <= 7)).toBe(true);
  expect(duePoint(unknownPoint('q-one', 'c1'), false, true, today, policy)).toEqual({ kind: 'days', days: 1 });
});

test('a holiday of more than two months is gone round as well', () => {
  const policy = withHolidays(stretch(1, 200), 365);
  for (const each of manyOf(freshCard)) expect(daysOf(each, policy)).toEqual([201, 201, 202]);
});

test('a missed point does not come back on a holiday, but on the day after', () => {
  const due = duePoint(unknownPoint('q-one', 'c1'), false, true, today, withHolidays([1, 2], 365));
  expect(due).toEqual({ kind: 'days', days: 3 });
});
