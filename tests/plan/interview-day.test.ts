import { expect, test } from 'vitest';
import { afterDebrief } from '#plan/debrief.ts';
import { planWarmUp, WARM_UP_SECONDS, type WarmUp } from '#plan/interview-day.ts';
import { questionWeights } from '#plan/scope.ts';
import type { CardState } from '#review/card-state.ts';
import { estimateSeconds, POINT_SECONDS } from '#review/estimate.ts';
import { itemId } from '../support/builders.ts';
import { campaign, planQuestion, PLAN_SCHEDULER, seenCard, TODAY } from './campaigns.ts';

const QUESTIONS = ['a', 'b', 'c', 'd'].map((id, index) =>
  planQuestion(`q-${id}`, { topic: index < 2 ? 'web/http' : 'web/tls' }),
);

const warmUp = (states: readonly CardState[], questions = QUESTIONS, over = {}): WarmUp[] =>
  planWarmUp({
    campaign: campaign(over),
    questions,
    states: new Map(states.map((state) => [state.id, state])),
    today: TODAY,
    scheduler: PLAN_SCHEDULER,
  });

const pointsOf = (list: readonly WarmUp[]) =>
  list.flatMap((each) => (each.kind === 'point' ? [`${each.item}#${each.point}`] : []));
const summariesOf = (list: readonly WarmUp[]) =>
  list.flatMap((each) => (each.kind === 'summary' ? [each.item as string] : []));

test('only core points that are fragile are asked, the costliest loss first', () => {
  const states = [
    seenCard('q-a', 20, 30),
    seenCard('q-a', 20, 2, 'c1'),
    seenCard('q-a', 20, 2, 'd1'),
    seenCard('q-b', 20, 1000),
    seenCard('q-c', 20, 300),
    seenCard('q-c', 20, 4, 'c2'),
  ];
  expect(pointsOf(warmUp(states))).toEqual(['q-a#c1', 'q-c#c2', 'q-a#c2']);
});

test('nothing new is asked, not even a summary of it', () => {
  expect(warmUp([])).toEqual([]);
  expect(summariesOf(warmUp([seenCard('q-d', 3, 1000)]))).toEqual(['q-d']);
});

test('summaries go by the chance to be asked, one of each topic before a second of any', () => {
  const states = QUESTIONS.map(({ id }) => seenCard(id, 1, 5000));
  const list = warmUp(states, QUESTIONS, { topics: { 'web/http': 2, 'web/tls': 1 } });
  expect(list).toHaveLength(4);
  expect(summariesOf(list)).toEqual(['q-a', 'q-c', 'q-b', 'q-d']);
});

test('the warm-up never takes longer than its twenty minutes, however much is known', () => {
  const many = Array.from({ length: 200 }, (_, index) => planQuestion(`q-${index}`));
  const list = warmUp(
    many.map(({ id }) => seenCard(id, 30, 10)),
    many,
  );
  const each = estimateSeconds([{ goodSeconds: POINT_SECONDS, isPoint: true }]);
  const seconds = list.reduce((sum, { kind }) => sum + (kind === 'point' ? each : 60), 0);
  expect(seconds).toBeLessThanOrEqual(WARM_UP_SECONDS);
  expect(seconds).toBeGreaterThan(WARM_UP_SECONDS - 90);
  expect(summariesOf(list).length).toBeGreaterThan(3);
});

test('what was asked weighs more afterwards, the more so what went badly, up to a limit', () => {
  const before = campaign();
  const asked = (went: 'well' | 'badly', times = 1) =>
    afterDebrief(
      before,
      Array.from({ length: times }, () => ({ item: itemId('q-a'), text: '', went })),
    );
  const weight = (one: typeof before) => questionWeights(one, QUESTIONS).get(itemId('q-a')) ?? 0;
  expect(weight(asked('well'))).toBeGreaterThan(weight(before));
  expect(weight(asked('badly'))).toBeGreaterThan(weight(asked('well')));
  expect(asked('badly', 9).emphasis[itemId('q-a')]).toBe(6);
  expect(before.emphasis).toEqual({});
});

test('a question that was left out counts again once it was asked, and one that counts much keeps it', () => {
  const emphasis = { [itemId('q-a')]: 0, [itemId('q-b')]: 8 };
  const after = afterDebrief(campaign({ emphasis }), [
    { item: itemId('q-a'), text: '', went: 'so-so' },
    { item: itemId('q-b'), text: '', went: 'badly' },
  ]);
  expect(after.emphasis).toEqual({ [itemId('q-a')]: 2, [itemId('q-b')]: 8 });
});
