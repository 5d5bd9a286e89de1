/** A question that slips as a whole is asked by its points. */
import { expect, test } from 'vitest';
import { cardOf } from '#review/card-state.ts';
import type { Split } from '#review/event.ts';
import { replayItem } from '#review/reduce.ts';
import { cardId, DAY_MS, eventBase, itemId, pointId, replayContext, reviewed } from '../support/builders.ts';

const NOON_MS = DAY_MS / 2;

test('a split rests the whole and asks the points named from the next day on, known or not', () => {
  const known = { id: pointId('c1'), hit: true, due: null };
  const split: Split = {
    ...eventBase(2),
    atMs: 20_010 * DAY_MS + NOON_MS,
    type: 'split',
    card: cardId('q-one'),
    points: ['c1', 'c2'].map((point) => pointId(point)),
  };
  const state = replayItem(
    itemId('q-one'),
    [reviewed(1, { atMs: 20_000 * DAY_MS + NOON_MS, points: [known] }), split],
    replayContext(),
  );
  expect(cardOf(state, null)).toMatchObject({ suspended: true });
  for (const point of ['c1', 'c2'])
    expect(cardOf(state, pointId(point))).toMatchObject({
      suspended: false,
      learning: { due: { kind: 'day', day: 20_011 }, reps: 1 },
    });
});

test('the points of a split are due after as many days as it says, known or not, whatever the holidays are by then', () => {
  const known = { id: pointId('c1'), hit: true, due: { kind: 'days', days: 40 } as const };
  const split: Split = {
    ...eventBase(2),
    atMs: 20_010 * DAY_MS + NOON_MS,
    type: 'split',
    card: cardId('q-one'),
    points: ['c1', 'c2'].map((point) => pointId(point)),
    days: 4,
  };
  const state = replayItem(
    itemId('q-one'),
    [reviewed(1, { atMs: 20_000 * DAY_MS + NOON_MS, points: [known] }), split],
    replayContext(),
  );
  for (const point of ['c1', 'c2'])
    expect(cardOf(state, pointId(point)).learning).toMatchObject({ due: { kind: 'day', day: 20_014 } });
});
