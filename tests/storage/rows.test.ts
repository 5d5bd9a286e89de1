/** Where the scheduler finds a card, by its state and its item's place. */
import { expect, test } from 'vitest';
import type { CardState } from '#review/card-state.ts';
import { replayItem } from '#review/reduce.ts';
import { rowsOfState } from '#storage/item-states.ts';
import type { Place } from '#storage/place.ts';
import { cardRow, type CardRow } from '#storage/rows.ts';
import { freshCard, itemId, learnedCard, pointId, replayContext, reviewed, studyDay } from '../support/builders.ts';
import { placeAt } from '../support/item-builders.ts';

const unscheduled = learnedCard('q', { due: { kind: 'unscheduled' } });
const waiting = learnedCard('q', { due: { kind: 'moment', atMs: 5, day: studyDay(100) } });

const there = placeAt(7);

test.each<[string, CardState, Place | null, Partial<CardRow>]>([
  ['a new card', freshCard('q'), there, { queue: 'new', position: 7 }],
  ['a new card at the very beginning', freshCard('q'), placeAt(0), { queue: 'new', position: 0 }],
  ['a new card that is suspended', { ...freshCard('q'), suspended: true }, there, { queue: 'off', position: 7 }],
  ['a new card of an item that left', freshCard('q'), null, { queue: 'off' }],
  ['a point that was never asked', freshCard('q', 'c1'), there, { queue: 'off', position: 7 }],
  [
    'a learned card',
    learnedCard('q'),
    there,
    { queue: 'due', position: 7, dueDay: studyDay(101), lastDay: studyDay(100) },
  ],
  ['a learned point', learnedCard('q', {}, 'c1'), there, { queue: 'due', dueDay: studyDay(101) }],
  ['a card in a step', waiting, there, { queue: 'due', dueDay: studyDay(100) }],
  [
    'a learned card that is suspended',
    { ...learnedCard('q'), suspended: true },
    there,
    { queue: 'off', dueDay: studyDay(101) },
  ],
  [
    'a learned card of an item that left',
    learnedCard('q'),
    null,
    { queue: 'off', dueDay: studyDay(101), lastDay: studyDay(100) },
  ],
  [
    'a learned point that its question no longer has',
    learnedCard('q', {}, 'c9'),
    there,
    { queue: 'off', dueDay: studyDay(101), lastDay: studyDay(100) },
  ],
  ['a point that is only remembered', unscheduled, there, { queue: 'off', lastDay: studyDay(100) }],
])('%s', (_, state, place, row) => {
  const made = cardRow(state, place);
  expect(made).toMatchObject({ id: state.id, item: 'q', point: state.point, state, ...row });
  // An index holds a row only if the key is there at all.
  expect('position' in made).toBe(place !== null && !made.id.endsWith('#c9'));
  expect('dueDay' in made).toBe(state.learning.kind === 'learned' && state.learning.due.kind !== 'unscheduled');
  expect('lastDay' in made).toBe(state.learning.kind === 'learned');
});

test('the rows of an item begin with its own card, also when only a point was ever asked', () => {
  const point = reviewed(1, { card: 'q-one#c1' as never });
  const state = replayItem(itemId('q-one'), [point, reviewed(2)], replayContext());
  expect(rowsOfState(state, placeAt(3)).cards.map((card) => card.id)).toEqual(['q-one', 'q-one#c1']);
  const alone = replayItem(itemId('q-one'), [point], replayContext());
  const { cards, mark } = rowsOfState(alone, placeAt(3));
  expect(cards.map(({ id, queue }) => [id, queue])).toEqual([
    ['q-one', 'new'],
    ['q-one#c1', 'due'],
  ]);
  expect(cards[1]?.point).toBe(pointId('c1'));
  expect(mark).toEqual({ item: 'q-one', flagged: 0, note: '' });
});
