/** A question that slips as a whole is asked by its points. */
import { expect, test } from 'vitest';
import { cardOf } from '#review/card-state.ts';
import type { PointOutcome, Split } from '#review/event.ts';
import { replayItem } from '#review/reduce.ts';
import { cardId, DAY_MS, eventBase, itemId, pointId, replayContext, reviewed } from '../support/builders.ts';

const NOON_MS = DAY_MS / 2;

/** A question answered on day 20,000 whose two points were split off ten days later. */
function splitOff(due: PointOutcome['due'], more: Partial<Split> = {}) {
  const known = { id: pointId('c1'), hit: true, due };
  const split: Split = {
    ...eventBase(2),
    atMs: 20_010 * DAY_MS + NOON_MS,
    type: 'split',
    card: cardId('q-one'),
    points: ['c1', 'c2'].map((point) => pointId(point)),
    ...more,
  };
  const review = reviewed(1, { atMs: 20_000 * DAY_MS + NOON_MS, points: [known] });
  return replayItem(itemId('q-one'), [review, split], replayContext());
}

test('a split rests the whole and asks the points named from the next day on, known or not', () => {
  const state = splitOff(null);
  expect(cardOf(state, null)).toMatchObject({ suspended: true });
  for (const point of ['c1', 'c2'])
    expect(cardOf(state, pointId(point))).toMatchObject({
      suspended: false,
      learning: { due: { kind: 'day', day: 20_011 }, reps: 1 },
    });
});

test('the points of a split are due after as many days as it says, known or not, whatever the holidays are by then', () => {
  const state = splitOff({ kind: 'days', days: 40 }, { days: 4 });
  for (const point of ['c1', 'c2'])
    expect(cardOf(state, pointId(point)).learning).toMatchObject({ due: { kind: 'day', day: 20_014 } });
});
