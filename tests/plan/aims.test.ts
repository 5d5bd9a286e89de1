/** How well single questions are to be known: by topic, by domain, by the interviews ahead. */
import { expect, test } from 'vitest';
import { aimsFrom } from '#plan/aims.ts';
import { topicWeight } from '#plan/campaign.ts';
import { daysInLine } from '#plan/in-line.ts';
import { loadAhead } from '#progress/load.ts';
import { policyFor } from '#review/policy.ts';
import { promisesFor } from '#review/schedule.ts';
import { freshCard, studyDay } from '../support/builders.ts';
import { campaign, planQuestion, PLAN_SCHEDULER, seenCard, TODAY } from './campaigns.ts';

const question = planQuestion('q-one');
const NONE = { topicRetention: {} };

test('without one of its own there is nothing to ask', () => {
  expect(aimsFrom(NONE, [campaign()])).toBeUndefined();
});

test('a topic has its own before that of its domain', () => {
  const aimOf = aimsFrom({ topicRetention: { web: 0.8, 'web/http': 0.95 } }, []);
  expect(aimOf?.(question, TODAY)).toBe(0.95);
  expect(aimOf?.({ ...question, topic: 'web/cache' }, TODAY)).toBe(0.8);
  expect(aimOf?.({ ...question, topic: 'sql/joins' }, TODAY)).toBeUndefined();
});

test('an interview counts for what it may ask and until its day; the highest holds', () => {
  const one = campaign({ retention: 0.94, topics: { web: 1 }, tiers: { mid: 1 } });
  const aimOf = aimsFrom({ topicRetention: { 'web/http': 0.8 } }, [one, campaign({ retention: 0.9 })]);
  expect(aimOf?.(question, TODAY)).toBe(0.94);
  expect(aimOf?.(question, studyDay(one.date + 1))).toBe(0.8);
  expect(aimOf?.({ ...question, tier: 'expert' }, TODAY)).toBe(0.9);
  expect(aimOf?.({ ...question, topic: 'sql/joins' }, TODAY)).toBe(0.9);
});

const STRICT = { scheduler: PLAN_SCHEDULER, againMinutes: 10, aimOf: aimsFrom({ topicRetention: { web: 0.97 } }, []) };
const PLAIN = { scheduler: PLAN_SCHEDULER, againMinutes: 10 };

test('a grade promises less time for what is to be known better', () => {
  const days = (policy: typeof PLAIN): unknown =>
    promisesFor(freshCard('q-one'), TODAY, policyFor(policy, question, TODAY))[4];
  expect(days(PLAIN)).toEqual({ kind: 'days', days: 8 });
  expect(days(STRICT)).toEqual({ kind: 'days', days: 2 });
});

test('bringing dates in line heeds it, for its questions alone', () => {
  const states = [seenCard('q-one', 0, 20), seenCard('q-two', 0, 20)].map((state) => ({
    ...state,
    learning: { ...state.learning, due: { kind: 'day', day: studyDay(TODAY + 20) } as const },
  })) as ReturnType<typeof seenCard>[];
  const questionOf = (item: string) => (item === 'q-one' ? question : undefined);
  const moved = daysInLine({ states, today: TODAY, policy: STRICT, questionOf });
  expect([...moved.keys()]).toEqual(['q-one']);
  expect(moved.get(states[0]!.id)).toBeLessThan(TODAY + 8);
});

test('the days ahead expect it back more often', () => {
  const input = { cards: [seenCard('q-one', 5, 5)], today: TODAY, days: 30, newPerDay: 0, unseen: 0 };
  const again = (schedulerOf?: () => typeof PLAN_SCHEDULER): number =>
    loadAhead({ ...input, scheduler: PLAN_SCHEDULER, schedulerOf }).reduce((sum, day) => sum + day.again, 0);
  expect(again(() => policyFor(STRICT, question, TODAY).scheduler)).toBeGreaterThan(2 * again());
});

test('a topic may be called like what every object has', () => {
  const aimOf = aimsFrom({ topicRetention: { web: 0.8 } }, [campaign({ retention: 0.9, topics: { web: 1 } })]);
  expect(aimOf?.({ ...question, topic: 'constructor/calls' }, TODAY)).toBeUndefined();
  expect(topicWeight(campaign({ topics: { web: 1 } }), 'constructor/calls')).toBe(0);
});
