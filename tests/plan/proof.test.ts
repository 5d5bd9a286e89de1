/** The claim that the bench measures at length, held by a few learners. */
import { expect, test } from 'vitest';
import { contest, mean } from '../bench/plan/contest.ts';

const CROWD = { learners: 3, cards: 120, seconds: 45, spread: 1 };

test.each([
  { days: 14, minutes: 10 },
  { days: 30, minutes: 10 },
  { days: 30, minutes: 40 },
])('over $days days of $minutes minutes the plan beats FSRS and SM-2, and stays near a greedy that knows', (cell) => {
  const { recalls } = contest(cell, CROWD);
  const ours = mean(recalls.ours);
  expect(ours).toBeGreaterThan(mean(recalls.standard) + 0.01);
  expect(ours).toBeGreaterThan(mean(recalls.swept));
  expect(ours).toBeGreaterThan(mean(recalls.sm2));
  expect(ours).toBeGreaterThan(mean(recalls.ceiling) - 0.03);
});
