import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { replayMemory } from '#memory/replay.ts';
import { historiesOf } from '#review/histories.ts';
import { replayLog } from '#review/reduce.ts';
import { hostileLog } from '../support/arbitrary-logs.ts';
import { cardId, eventBase, eventId, pointId, replayContext, reviewed } from '../support/builders.ts';

const context = replayContext();

test('reviews stand in a row for each card, points among them, without those that were undone', () => {
  const events = [
    reviewed(3, { grade: 4 }),
    reviewed(1, { points: [{ id: pointId('c1'), hit: false, due: null }] }),
    reviewed(2, { grade: 1 }),
    { ...eventBase(4), type: 'voided', target: eventId(2) } as const,
    reviewed(3, { grade: 4 }),
  ];
  const grades = historiesOf(events, 4).map((row) => row.map(({ grade }) => grade));
  expect(grades).toEqual([[3, 4], [1]]);
});

test('a reset ends the rows of a question and of its points, and a new one begins', () => {
  const events = [
    reviewed(1, { points: [{ id: pointId('c1'), hit: true, due: null }] }),
    { ...eventBase(2), type: 'reset', card: cardId('q-one') } as const,
    reviewed(3),
  ];
  expect(historiesOf(events, 4).map((row) => row.length)).toEqual([1, 1, 1]);
});

test('what a row leads to is the memory that replay gives', () => {
  fc.assert(
    fc.property(hostileLog, (events) => {
      const memories = [...replayLog(events, context).values()].flatMap((state) =>
        [...state.cards.values()].flatMap(({ learning }) => (learning.kind === 'learned' ? [learning.memory] : [])),
      );
      const rows = historiesOf(events, context.rolloverHour).map((row) => replayMemory(context.scheduler, row));
      expect(rows).toEqual(expect.arrayContaining(memories));
    }),
  );
});
