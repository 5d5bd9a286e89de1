import { expect, test } from 'vitest';
import { toSummary } from '#bank/pack/summary.ts';
import { afterDebrief } from '#plan/debrief.ts';
import { planQuestionOf, questionWeights, scopeOf } from '#plan/scope.ts';
import { estimateSeconds, POINT_SECONDS } from '#review/estimate.ts';
import { cardId, itemId, learnedCard, studyDay } from '../support/builders.ts';
import { question, snippet } from '../support/item-builders.ts';
import { campaign, planQuestion, seenCard, TODAY } from './campaigns.ts';

const QUESTIONS = [
  planQuestion('q-http'),
  planQuestion('q-http-senior', { tier: 'senior' }),
  planQuestion('q-tls', { topic: 'web/tls' }),
  planQuestion('q-join', { topic: 'sql/queries' }),
];

const scope = (over = {}, states: Parameters<typeof scopeOf>[0]['states'] = []) =>
  scopeOf({ campaigns: [campaign(over)], questions: QUESTIONS, states, tallies: new Map(), today: TODAY });

test('a question of the bank is planned for, an item of another kind is not', () => {
  expect(planQuestionOf(toSummary(question('q')))?.points.map(({ id }) => id)).toEqual(['c1', 'c2', 'd1', 'd2', 'b1']);
  expect(planQuestionOf(toSummary(snippet('s')))).toBeNull();
});

test('the tier is drawn by the mix, then the question by its topic; what is not wanted weighs nothing', () => {
  const weights = questionWeights(
    { tiers: { mid: 3, senior: 1, expert: 9 }, topics: { web: 1, 'web/tls': 2 }, emphasis: {} },
    QUESTIONS,
  );
  expect(weights.get(itemId('q-http'))).toBeCloseTo(0.25, 12);
  expect(weights.get(itemId('q-tls'))).toBeCloseTo(0.5, 12);
  expect(weights.get(itemId('q-http-senior'))).toBeCloseTo(0.25, 12);
  expect(weights.has(itemId('q-join'))).toBe(false);
});

test('without wishes all questions of a tier weigh alike; with emphasis one of them more', () => {
  const alike = questionWeights({ tiers: {}, topics: {}, emphasis: {} }, QUESTIONS);
  expect(alike.get(itemId('q-join'))).toBeCloseTo(1 / 6, 12);
  const raised = questionWeights({ tiers: {}, topics: {}, emphasis: { [itemId('q-join')]: 2 } }, QUESTIONS);
  expect(raised.get(itemId('q-join'))).toBeCloseTo(1 / 4, 12);
});

test('nothing is in scope of topics that the bank does not have, nor of a campaign that is over', () => {
  expect(questionWeights({ tiers: {}, topics: { rust: 1 }, emphasis: {} }, QUESTIONS).size).toBe(0);
  expect(scope({ topics: { rust: 1 } })).toEqual([]);
  expect(scope({ date: studyDay(TODAY - 1) })).toEqual([]);
  expect(scope({ ended: true })).toEqual([]);
  expect(scope({ date: TODAY })).toHaveLength(4);
});

test('whole questions keep the order of learning, known to the log or not', () => {
  const known = seenCard('q-tls', 3, 5);
  const cards = scope({}, [known]);
  expect(cards.map(({ state }) => state.id)).toEqual(
    ['q-http', 'q-http-senior', 'q-tls', 'q-join'].map((id) => cardId(id)),
  );
  expect(cards[2]?.state).toBe(known);
  expect(cards[0]?.seconds).toBeCloseTo(estimateSeconds([{ goodSeconds: 60, isPoint: false }]), 9);
});

test('a point that comes back by itself is planned with its share of the question; one that the question lost is not', () => {
  const states = [
    seenCard('q-http', 3, 5, 'c1'),
    learnedCard('q-http', { due: { kind: 'unscheduled' } }, 'd1'),
    seenCard('q-http', 3, 5, 'gone'),
  ];
  const points = scope({}, states).filter(({ state }) => state.point !== null);
  expect(points.map(({ state }) => state.id)).toEqual([cardId('q-http', 'c1')]);
  const weights = questionWeights(campaign(), QUESTIONS);
  expect(points[0]?.claims[0]?.weight).toBeCloseTo((weights.get(itemId('q-http')) ?? 0) / 2, 12);
  expect(points[0]?.seconds).toBeCloseTo(estimateSeconds([{ goodSeconds: POINT_SECONDS, isPoint: true }]), 9);
});

test('a card that two campaigns ask for has a claim of each', () => {
  const second = campaign({ date: studyDay(TODAY + 30), topics: { sql: 1 } });
  const campaigns = [campaign(), second];
  const cards = scopeOf({ campaigns, questions: QUESTIONS, states: [], tallies: new Map(), today: TODAY });
  expect(cards.map(({ claims }) => claims.length)).toEqual([1, 1, 1, 2]);
  expect(cards[3]?.claims.map(({ date }) => date - TODAY)).toEqual([10, 30]);
});

test('a question may be called like what every object has', () => {
  const odd = questionWeights({ tiers: {}, topics: {}, emphasis: {} }, [...QUESTIONS, planQuestion('constructor')]);
  expect(odd.size).toBe(QUESTIONS.length + 1);
  expect([...odd.values()].reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  const told = { item: itemId('constructor'), text: '', went: 'badly' } as const;
  expect(afterDebrief(campaign(), [told]).emphasis).toEqual({ [itemId('constructor')]: 3 });
});
