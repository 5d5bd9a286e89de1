import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { setApart } from '#plan/mix.ts';
import { orderReviews, type ReviewOrder } from '#plan/review-order.ts';
import type { CardState } from '#review/card-state.ts';
import { itemId } from '../support/builders.ts';
import { PLAN_SCHEDULER, seenCard, TODAY } from './campaigns.ts';

const place = ([topic = '', item = '']: readonly string[]) => ({ topic, item: itemId(item) });

test('a topic does not follow itself while there is another near', () => {
  const entries = [
    ['a', '1'],
    ['a', '2'],
    ['b', '3'],
    ['b', '4'],
  ];
  expect(setApart(entries, place).map(([, item]) => item)).toEqual(['1', '3', '2', '4']);
});

test('points of one question lie apart, even in the same topic', () => {
  const entries = ['x', 'x', '1', '2', '3', '4', '5'].map((item) => ['a', item]);
  expect(setApart(entries, place).map(([, item]) => item)).toEqual(['x', '1', '2', '3', '4', 'x', '5']);
});

test('nothing is lost, nothing doubled, and nothing far behind comes forward', () => {
  const entry = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3', '4', '5', '6'));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 60 }), (pairs) => {
      const entries = pairs.map((pair, index) => [...pair, String(index)]);
      const mixed = setApart(entries, place);
      expect(mixed).toHaveLength(entries.length);
      expect(new Set(mixed)).toEqual(new Set(entries));
      for (const [index, [, , before]] of mixed.entries()) expect(Number(before) - index).toBeLessThan(8);
    }),
  );
});

const CARDS = [seenCard('q-b', 9, 3), seenCard('q-a', 2, 3), seenCard('q-d', 5, 300), seenCard('q-c', 30, 30)];
const TOPICS: Readonly<Record<string, string>> = { 'q-a': 'z', 'q-b': 'z', 'q-c': 'y', 'q-d': 'y' };

const order = (by: ReviewOrder, cards: readonly CardState[] = CARDS, seed = 'one') =>
  orderReviews({
    cards,
    order: by,
    seed,
    topicOf: ({ item }) => TOPICS[item] ?? '',
    today: TODAY,
    scheduler: PLAN_SCHEDULER,
  }).map(({ id }) => id as string);

test('by recall, what is least likely to be recalled comes first', () => {
  expect(order('recall')).toEqual(['q-b', 'q-c', 'q-a', 'q-d']);
});

test('by due day, what is due longest comes first', () => {
  const due = (card: CardState, day: number) =>
    card.learning.kind === 'new'
      ? card
      : { ...card, learning: { ...card.learning, due: { kind: 'day', day: (TODAY - day) as typeof TODAY } as const } };
  const cards = CARDS.map((card, index) => due(card, index * 2));
  expect(order('due', cards)).toEqual(['q-c', 'q-a', 'q-d', 'q-b']);
});

test('by topic, one topic follows the other, each by recall', () => {
  expect(order('topic')).toEqual(['q-c', 'q-d', 'q-b', 'q-a']);
});

test('by lot, the seed decides, whatever order the cards come in', () => {
  expect(order('random', CARDS.toReversed())).toEqual(order('random'));
  const seeds = ['one', 'two', 'three', 'four', 'five'].map((seed) => order('random', CARDS, seed).join());
  expect(new Set(seeds).size).toBeGreaterThan(1);
});
