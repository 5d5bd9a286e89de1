/** The event of one grade, from what was ticked and promised. */
import { describe, expect, test } from 'vitest';
import type { PointId } from '#bank/item.ts';
import { cardOf, newItemState } from '#review/card-state.ts';
import { parseEvent } from '#review/event.ts';
import { reviewedEvent, studyDayOfStamp, type GradeInput } from '#review/record.ts';
import { replayItem } from '#review/reduce.ts';
import { promisesFor } from '#review/schedule.ts';
import { DAY_MS, itemId, pointId, replayContext, reviewed, schedulePolicy } from '../support/builders.ts';
import { seededClock } from '../support/clock.ts';

const POINTS = [
  { id: pointId('c1'), core: true },
  { id: pointId('c2'), core: true },
  { id: pointId('d1'), core: false },
];

function input(ticked: readonly string[], over: Partial<GradeInput> = {}): GradeInput {
  const state = newItemState(itemId('q-one'));
  const card = cardOf(state, null);
  const stamp = seededClock().stamp();
  const today = studyDayOfStamp(stamp, 4);
  const policy = schedulePolicy();
  return {
    stamp,
    state,
    card,
    points: POINTS,
    ticked: new Set(ticked as PointId[]),
    grade: 3,
    proposed: 2,
    hinted: true,
    tookMs: 12_345.6,
    capMs: 300_000,
    promises: promisesFor(card, today, policy),
    today,
    policy,
    ...over,
  };
}

describe('the event of a grade', () => {
  test('says who, when, where and what, with the promise of that grade', () => {
    const given = input([], { grade: 4 });
    const event = reviewedEvent(given);
    expect(event).toEqual({
      type: 'reviewed',
      ...given.stamp,
      item: 'q-one',
      card: 'q-one',
      grade: 4,
      due: given.promises[4],
      points: [],
      tookMs: 12_346,
      proposed: 2,
      hinted: true,
      source: 'review',
    });
    expect(parseEvent(event)).toEqual({ ok: true, event });
  });

  test('knows nothing of points when nothing was ticked: nobody said what was missed', () => {
    expect(reviewedEvent(input([])).points).toEqual([]);
  });

  test('says of every point whether it was hit once anything was ticked', () => {
    expect(reviewedEvent(input(['c1'])).points).toEqual([
      { id: 'c1', hit: true, due: null },
      { id: 'c2', hit: false, due: { kind: 'days', days: 1 } },
      { id: 'd1', hit: false, due: null },
    ]);
  });

  test('of a point alone says nothing of points, its own included', () => {
    const state = newItemState(itemId('q-one'));
    const event = reviewedEvent(input(['c1'], { state, card: cardOf(state, pointId('c1')) }));
    expect(event).toMatchObject({ item: 'q-one', card: 'q-one#c1', points: [] });
  });

  test('reviews the card of a point that has one', () => {
    const missed = reviewed(1, { points: [{ id: pointId('c1'), hit: false, due: { kind: 'days', days: 1 } }] });
    const state = replayItem(itemId('q-one'), [missed], replayContext());
    const clock = seededClock(2, missed.atMs + 2 * DAY_MS);
    const stamp = clock.stamp();
    const given = input(['c1', 'c2', 'd1'], { state, stamp, today: studyDayOfStamp(stamp, 4) });
    const [c1, c2] = reviewedEvent(given).points;
    expect(c1?.due?.kind).toBe('days');
    expect(c2).toEqual({ id: 'c2', hit: true, due: null });
  });

  test.each([
    [299_999.4, 299_999],
    [300_000, 300_000],
    [10_000_000, 300_000],
    [0, 0],
  ])('records %d ms as %d: whole, and no longer than the cap', (tookMs, recorded) => {
    expect(reviewedEvent(input([], { tookMs })).tookMs).toBe(recorded);
  });
});

test('the study day of a stamp is that of its own place', () => {
  const clock = seededClock(1, 20_000 * DAY_MS);
  clock.offsetMinutes = 300;
  expect(studyDayOfStamp(clock.stamp(), 4)).toBe(20_000);
  expect(studyDayOfStamp(clock.stamp(), 6)).toBe(19_999);
  clock.offsetMinutes = -60;
  expect(studyDayOfStamp(clock.stamp(), 0)).toBe(19_999);
});
