/** The claim that the bench measures at length, held by a few learners. */
import { expect, test, vi } from 'vitest';
import { forecast } from '#plan/forecast.ts';
import { contest, mean } from '../bench/plan/contest.ts';
import { drawLearner } from '../bench/plan/learner.ts';
import { ours } from '../bench/plan/policies.ts';
import { practise } from '../bench/plan/practice.ts';
import { studyDay } from '../support/builders.ts';
import { freshScope, PLAN_SCHEDULER, TODAY } from './campaigns.ts';

vi.setConfig({ testTimeout: 60_000 });

const CROWD = { learners: 3, cards: 120, seconds: 45, spread: 1 };

test.each([
  { days: 14, minutes: 10 },
  { days: 30, minutes: 10 },
  { days: 30, minutes: 40 },
])('over $days days of $minutes minutes the plan beats FSRS and SM-2, and stays near a greedy that knows', (cell) => {
  const { recalls } = contest(cell, CROWD);
  const reached = mean(recalls.ours);
  expect(reached).toBeGreaterThan(mean(recalls.standard) + 0.01);
  expect(reached).toBeGreaterThan(mean(recalls.swept));
  expect(reached).toBeGreaterThan(mean(recalls.sm2));
  expect(reached).toBeGreaterThan(mean(recalls.ceiling) - 0.03);
});

test('what a forecast promises on the first day is near what learners reach who keep to the plan', () => {
  const cell = { days: 30, minutes: 20 };
  const { learners, cards, seconds, spread } = CROWD;
  const reached = Array.from({ length: learners }, (_, index) => {
    const learner = drawLearner(`learner ${index}`, cards, seconds, spread);
    return practise(learner, ours(), cell.days, cell.minutes * 60).recall;
  });
  const date = studyDay(TODAY + cell.days);
  const { recall } = forecast({
    cards: freshScope(cards, { seconds, claims: [{ date, weight: 1 / cards }] }),
    today: TODAY,
    date,
    secondsOn: () => cell.minutes * 60,
    scheduler: PLAN_SCHEDULER,
    seed: 'first day',
  });
  expect(Math.abs(recall - mean(reached))).toBeLessThan(0.04);
});
