import { describe, expect, test } from 'vitest';
import type { LogEvent } from '#review/event.ts';
import type { CardId } from '#review/ids.ts';
import { replayItem } from '#review/reduce.ts';
import { cardId, eventBase, eventId, itemId, pointId, replayContext, reviewed, studyDay } from '../support/builders.ts';

describe('other days', () => {
  const first = reviewed(1, { points: [{ id: pointId('c1'), hit: false, due: { kind: 'days', days: 1 } }] });
  const whole = cardId('q-one');
  const part = cardId('q-one', 'c1');
  const dueOf = (events: readonly LogEvent[], card: CardId) => {
    const learning = replayItem(itemId('q-one'), events, replayContext()).cards.get(card)?.learning;
    return learning?.kind === 'learned' && learning.due.kind === 'day' ? learning.due.day : learning?.kind;
  };
  const moved = (day: number, ...cards: readonly CardId[]): LogEvent => ({
    ...eventBase(2),
    type: 'rescheduled',
    days: cards.map((card) => ({ card, day: studyDay(day) })),
  });

  test('bring the cards that are named, and no other, back on the day that is said', () => {
    expect(dueOf([first, moved(30_000, whole)], whole)).toBe(30_000);
    expect(dueOf([first, moved(30_000, whole)], part)).toBe(dueOf([first], part));
    expect(dueOf([first, moved(30_000, whole, part)], part)).toBe(30_000);
  });

  test('leave the memory as it is, and give way to the next answer', () => {
    const { learning: before } = replayItem(itemId('q-one'), [first], replayContext()).cards.get(whole) ?? {};
    const { learning: after } =
      replayItem(itemId('q-one'), [first, moved(30_000, whole)], replayContext()).cards.get(whole) ?? {};
    expect({ ...after, due: null }).toEqual({ ...before, due: null });
    const last = reviewed(3, { due: { kind: 'days', days: 9 } });
    expect(dueOf([first, moved(30_000, whole), last], whole)).toBe(dueOf([first, last], whole));
  });

  test('do nothing to a card that is new or never comes back by itself, and are taken back like all else', () => {
    expect(dueOf([moved(30_000, whole)], whole)).toBeUndefined();
    const hit = reviewed(1, { points: [{ id: pointId('c1'), hit: true, due: null }] });
    expect(dueOf([hit, moved(30_000, part)], part)).toBe('learned');
    const undone: LogEvent = { ...eventBase(3), type: 'voided', target: eventId(2) };
    expect(dueOf([first, moved(30_000, whole), undone], whole)).toBe(dueOf([first], whole));
  });
});
