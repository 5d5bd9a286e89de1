import { expect, test } from 'vitest';
import { createAppraiser, gradeBy } from '#plan/gain.ts';
import { studyDay } from '../support/builders.ts';
import { PLAN_SCHEDULER as scheduler, seenCard, TODAY } from './campaigns.ts';

const appraiser = createAppraiser(scheduler, TODAY);
const date = studyDay(TODAY + 10);
const claims = [{ date, weight: 1 }];

test('an answer is worth the expected rise of recall on the date, over all four grades', () => {
  const { learning } = seenCard('q', 5, 4);
  const memory = { stability: 4, difficulty: 5 };
  const recall = scheduler.retrievability(memory, 5);
  const after = (grade: 1 | 2 | 3 | 4) => scheduler.retrievability(scheduler.nextMemory(memory, 5, grade), 10);
  const answered = (1 - recall) * after(1) + recall * (0.224 * after(2) + 0.631 * after(3) + 0.145 * after(4));
  const alone = scheduler.retrievability(memory, 15);
  const worth = appraiser.appraise(learning, claims);
  expect(worth.lift.alone).toBeCloseTo(alone, 12);
  expect(worth.lift.answered).toBeCloseTo(answered, 12);
  expect(worth.gain).toBeCloseTo(answered - alone, 12);
  expect(worth.again).toBeCloseTo(1 - recall, 12);
});

test('a card that was never seen is recalled by nobody unless it is answered', () => {
  const { lift, gain } = appraiser.appraise({ kind: 'new' }, claims);
  expect(lift.alone).toBe(0);
  expect(gain).toBe(lift.answered);
  expect(gain).toBeGreaterThan(0.5);
});

test('a card that two interviews ask for is worth the weighted sum of both', () => {
  const { learning } = seenCard('q', 5, 4);
  const later = studyDay(TODAY + 30);
  const one = appraiser.appraise(learning, claims).gain;
  const two = appraiser.appraise(learning, [{ date: later, weight: 1 }]).gain;
  const both = appraiser.appraise(learning, [
    { date, weight: 0.25 },
    { date: later, weight: 0.5 },
  ]);
  expect(both.gain).toBeCloseTo(0.25 * one + 0.5 * two, 12);
});

test('on the day itself, and after it, an answer is worth what is forgotten now', () => {
  const { learning } = seenCard('q', 5, 4);
  const now = scheduler.retrievability({ stability: 4, difficulty: 5 }, 5);
  for (const day of [TODAY, studyDay(TODAY - 3)]) {
    expect(appraiser.appraise(learning, [{ date: day, weight: 1 }]).gain).toBeCloseTo(1 - now, 12);
  }
});

test('grades come as often as their chances say, Again first', () => {
  const grades = (recall: number | null) =>
    Array.from({ length: 1000 }, (_, index) => gradeBy(recall, index / 1000)).reduce<Record<number, number>>(
      (counts, grade) => ({ ...counts, [grade]: (counts[grade] ?? 0) + 1 }),
      {},
    );
  expect(grades(null)).toEqual({ 1: 240, 2: 94, 3: 495, 4: 171 });
  const { 1: again = 0, 3: good = 0 } = grades(0.8);
  expect(again / 1000).toBeCloseTo(0.2, 2);
  expect(good / 1000).toBeCloseTo(0.8 * 0.631, 2);
  expect(gradeBy(1, 0.9999999)).toBe(4);
});
