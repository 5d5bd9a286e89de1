/** Due days that go where there is room. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StudyDay } from '#memory/study-day.ts';
import { balanced } from '#review/policy.ts';
import { promisesFor, type RoomOn, type SchedulePolicy } from '#review/schedule.ts';
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
  const off = { ...plain, roomNow: () => (day: number) => (day === today + fullest ? 0 : 1) };
  expect(dueOn(balanced(off, new Map([[studyDay(today + fullest + 1), 50]]))).get(fullest)).toBeUndefined();
});

/** The same with the loads added up again for each day that is asked about. */
function slowly(policy: SchedulePolicy, loads: ReadonlyMap<StudyDay, number>): SchedulePolicy {
  const roomOn: RoomOn = (day) => {
    const total = [...loads.values()].reduce((sum, load) => sum + load, 0);
    const usual = Math.max(1, total / Math.max(1, loads.size));
    const share = usual / (usual + (loads.get(day) ?? 0));
    return (policy.roomNow?.()(day) ?? 1) * share ** 2;
  };
  return { ...policy, roomNow: () => roomOn };
}

test('what is added up once promises what is added up for each day, also after the loads have grown', () => {
  const free = fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined });
  const load = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 200 })), { maxLength: 60 });
  fc.assert(
    fc.property(load, load, free, fc.double({ min: 0.1, max: 200, noNaN: true }), (before, more, off, stability) => {
      const loads = new Map(before.map(([ahead, count]) => [studyDay(today + ahead), count]));
      const base = { ...plain, roomNow: () => (day: number) => (day === today + (off ?? -1) ? 0 : 1) };
      const [ours, slow] = [balanced(base, loads), slowly(base, loads)];
      const card = learnedCard('q', { memory: { stability, difficulty: 5 } });
      expect(promisesFor(card, today, ours)).toEqual(promisesFor(card, today, slow));
      for (const [ahead, count] of more) loads.set(studyDay(today + ahead), count);
      expect(promisesFor(card, today, ours)).toEqual(promisesFor(card, today, slow));
    }),
  );
});
