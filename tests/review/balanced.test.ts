/** Due days that go where there is room. */
import { expect, test } from 'vitest';
import { balanced } from '#review/policy.ts';
import { promisesFor, type SchedulePolicy } from '#review/schedule.ts';
import { learnedCard, schedulePolicy, scheduler, studyDay } from '../support/builders.ts';

const today = studyDay(101);
const spread = scheduler({ fuzz: true });
const cards = Array.from({ length: 300 }, (_, n) =>
  learnedCard(`q-${n}`, { memory: { stability: 10, difficulty: 5 } }),
);
const dueOn = (policy: SchedulePolicy): Map<number, number> => {
  const days = new Map<number, number>();
  for (const card of cards) {
    const { 2: hard } = promisesFor(card, today, policy);
    if (hard.kind === 'days') days.set(hard.days, (days.get(hard.days) ?? 0) + 1);
  }
  return days;
};
const plain = schedulePolicy({ scheduler: spread });
const usual = dueOn(plain);
const [[fullest] = [0]] = [...usual].toSorted((a, b) => b[1] - a[1]);

test('due days go to those on which less is due, and no farther than they would anyway', () => {
  const loads = new Map([...usual.keys()].map((days) => [studyDay(today + days), days === fullest ? 40 : 4]));
  const evened = dueOn(balanced(plain, loads));
  expect(evened.get(fullest) ?? 0).toBeLessThan((usual.get(fullest) ?? 0) / 3);
  expect([...evened.keys()].every((days) => usual.has(days))).toBe(true);
});

test('they are what they were while nothing is due, and never on a holiday', () => {
  expect(dueOn(balanced(plain, new Map()))).toEqual(usual);
  const off = { ...plain, roomOn: (day: number) => (day === today + fullest ? 0 : 1) };
  expect(dueOn(balanced(off, new Map([[studyDay(today + fullest + 1), 50]]))).get(fullest)).toBeUndefined();
});
