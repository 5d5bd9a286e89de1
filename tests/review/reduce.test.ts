/** What each event does to an item, one case at a time. */
import { describe, expect, test } from 'vitest';
import { cardOf, newItemState, type CardState, type Learned, type Learning } from '#review/card-state.ts';
import type { LogEvent, Reviewed } from '#review/event.ts';
import { applyEvent, gradeOfOutcome, learn, replayItem, replayLog } from '#review/reduce.ts';
import {
  cardId,
  DAY_MS,
  eventBase,
  eventId,
  itemId,
  pointId,
  replayContext,
  reviewed,
  scheduler,
  studyDay,
} from '../support/builders.ts';

const context = replayContext();
const item = itemId('q-one');
const own = cardId('q-one');
const c1 = cardId('q-one', 'c1');

function cardAfter(events: readonly LogEvent[], point: string | null = null): CardState {
  return cardOf(replayItem(item, events, context), point === null ? null : pointId(point));
}

function learnedAfter(events: readonly LogEvent[], point: string | null = null): Learned {
  const { learning } = cardAfter(events, point);
  if (learning.kind !== 'learned') throw new Error(`${point ?? 'the question'} is not learned`);
  return learning;
}

/** A review on the nth day at 10:00 in Berlin's winter. */
function reviewOn(day: number, n: number, over: Partial<Reviewed> = {}): Reviewed {
  return reviewed(n, { atMs: day * DAY_MS + 9 * 3_600_000, offsetMinutes: 60, ...over });
}

describe('a review', () => {
  test('of a new card makes it learned, due as promised', () => {
    const learned = learnedAfter([reviewOn(20_000, 1, { grade: 3, due: { kind: 'days', days: 4 } })]);
    expect(learned).toEqual({
      kind: 'learned',
      memory: scheduler().nextMemory(null, 0, 3),
      firstDay: 20_000,
      lastDay: 20_000,
      lastAtMs: 20_000 * DAY_MS + 9 * 3_600_000,
      lastGrade: 3,
      due: { kind: 'day', day: 20_004 },
      reps: 1,
      lapses: 0,
    });
  });

  test('of a learned card counts the whole study days since the last, and keeps its first day', () => {
    const learned = learnedAfter([reviewOn(20_000, 1), reviewOn(20_009, 2, { grade: 2 })]);
    const first = scheduler().nextMemory(null, 0, 3);
    expect(learned.memory).toEqual(scheduler().nextMemory(first, 9, 2));
    expect(learned).toMatchObject({ firstDay: 20_000, lastDay: 20_009, lastGrade: 2, reps: 2 });
  });

  test('promised in minutes waits on the day of the review', () => {
    const review = reviewOn(20_000, 1, { grade: 1, due: { kind: 'minutes', minutes: 10 } });
    expect(learnedAfter([review]).due).toEqual({ kind: 'moment', atMs: review.atMs + 600_000, day: 20_000 });
  });

  test('before the rollover belongs to the day before', () => {
    const at = (hour: number, minute: number) =>
      reviewed(1, { atMs: 20_000 * DAY_MS + hour * 3_600_000 + minute * 60_000, offsetMinutes: 0 });
    expect(learnedAfter([at(3, 59)]).lastDay).toBe(19_999);
    expect(learnedAfter([at(4, 0)]).lastDay).toBe(20_000);
    const early = replayItem(item, [at(3, 59)], replayContext({ rolloverHour: 0 }));
    expect(cardOf(early, null).learning).toMatchObject({ lastDay: 20_000 });
  });

  test('belongs to the day of the place where it was made', () => {
    const at = (offsetMinutes: number) => reviewed(1, { atMs: 20_000 * DAY_MS + 20 * 3_600_000, offsetMinutes });
    expect(learnedAfter([at(840)]).lastDay).toBe(20_001);
    expect(learnedAfter([at(-600)]).lastDay).toBe(20_000);
  });

  test('after a flight west counts as one of the same day', () => {
    const east = reviewed(1, { atMs: 20_000 * DAY_MS, offsetMinutes: 840 });
    const west = reviewed(2, { atMs: 20_000 * DAY_MS + 3_600_000, offsetMinutes: -600 });
    const first = scheduler().nextMemory(null, 0, 3);
    expect(learnedAfter([east, west])).toMatchObject({
      memory: scheduler().nextMemory(first, 0, 3),
      firstDay: 20_000,
      lastDay: 19_999,
    });
  });

  test('of the question leaves a point that it does not name as it was', () => {
    const events = [
      reviewOn(20_000, 1, { points: [{ id: pointId('c1'), hit: false, due: { kind: 'days', days: 1 } }] }),
      reviewOn(20_005, 2),
    ];
    expect(learnedAfter(events, 'c1')).toMatchObject({ lastDay: 20_000, reps: 1 });
  });

  test('of the question reviews each point that it names: a hit is Good, a miss is Again', () => {
    expect(gradeOfOutcome(true)).toBe(3);
    expect(gradeOfOutcome(false)).toBe(1);
    const points = [
      { id: pointId('c1'), hit: false, due: { kind: 'days' as const, days: 1 } },
      { id: pointId('c2'), hit: true, due: null },
    ];
    const events = [reviewOn(20_000, 1, { grade: 4, points })];
    expect(learnedAfter(events, 'c1')).toMatchObject({
      lastGrade: 1,
      due: { kind: 'day', day: 20_001 },
      memory: scheduler().nextMemory(null, 0, 1),
    });
    expect(learnedAfter(events, 'c2')).toMatchObject({
      lastGrade: 3,
      due: { kind: 'unscheduled' },
      memory: scheduler().nextMemory(null, 0, 3),
    });
  });

  test('of a point alone leaves its question as it was', () => {
    const state = replayItem(item, [reviewOn(20_000, 1, { card: c1 })], context);
    expect([...state.cards.keys()]).toEqual([c1]);
    expect(cardOf(state, null).learning.kind).toBe('new');
  });

  test('without a day for a point that has one leaves that day', () => {
    const missed = { id: pointId('c1'), hit: false, due: { kind: 'days' as const, days: 1 } };
    const hit = { id: pointId('c1'), hit: true, due: null };
    const events = [reviewOn(20_000, 1, { points: [missed] }), reviewOn(20_005, 2, { points: [hit] })];
    expect(learnedAfter(events, 'c1')).toMatchObject({ due: { kind: 'day', day: 20_001 }, reps: 2 });
  });
});

describe('a lapse', () => {
  const plain = scheduler();
  const day = studyDay(20_000);
  const again = (before: Learning, on = day) =>
    learn(before, { grade: 1, day: on, atMs: 0, due: { kind: 'minutes', minutes: 10 } }, plain) as Learned;
  const good = (before: Learning, on = day) =>
    learn(before, { grade: 3, day: on, atMs: 0, due: { kind: 'days', days: 5 } }, plain) as Learned;
  const fresh: Learning = { kind: 'new' };

  test('is not what a first answer can be', () => {
    expect(again(fresh).lapses).toBe(0);
  });

  test('is a learned card that was failed', () => {
    expect(again(good(fresh), studyDay(20_005)).lapses).toBe(1);
  });

  test('counts once while the card waits in its steps', () => {
    const failed = again(good(fresh), studyDay(20_005));
    expect(again(failed, studyDay(20_005)).lapses).toBe(1);
    expect(again(failed, studyDay(20_006)).lapses).toBe(1);
  });

  test('counts again once the card had been recalled', () => {
    const back = good(again(good(fresh), studyDay(20_005)), studyDay(20_005));
    expect(again(back, studyDay(20_010)).lapses).toBe(2);
  });

  test.each([2, 3, 4] as const)('is not a card graded %d', (grade) => {
    const review = { grade, day: studyDay(20_005), atMs: 0, due: { kind: 'days' as const, days: 1 } };
    expect(learn(good(fresh), review, plain)).toMatchObject({ lapses: 0, reps: 2 });
  });
});

describe('a failure that the person did not expect', () => {
  const missed = { id: pointId('c1'), hit: false, due: { kind: 'days' as const, days: 1 } };
  const failed = reviewOn(20_000, 1, { grade: 1, guess: 'sure', points: [missed] });
  const marks = (events: readonly LogEvent[]) =>
    [null, 'c1'].map((point) => learnedAfter(events, point).overconfident === true);

  test('is kept with the question and the missed point until they are recalled on a later day', () => {
    expect(marks([failed])).toEqual([true, true]);
    expect(marks([failed, reviewOn(20_000, 2, { grade: 3 })])).toEqual([true, true]);
    expect(marks([failed, reviewOn(20_001, 3, { card: c1, grade: 3 })])).toEqual([true, false]);
    expect(marks([failed, reviewOn(20_001, 3, { grade: 1 }), reviewOn(20_002, 4, { grade: 3 })])).toEqual([
      false,
      true,
    ]);
  });

  test.each(['unsure', 'blank', undefined] as const)('is none when the person was %s', (guess) => {
    const { guess: _, ...without } = failed;
    expect(marks([{ ...without, ...(guess && { guess }) }])).toEqual([false, false]);
  });
});

describe('what is done to a card', () => {
  const missed = { id: pointId('c1'), hit: false, due: { kind: 'days' as const, days: 1 } };
  const start = reviewOn(20_000, 1, { points: [missed] });
  const then = eventBase(1_000_000);

  test('suspension rests the question and the cards of its points, and lifting wakes them', () => {
    const suspend: LogEvent = { type: 'suspended', ...then, card: own, on: true };
    const wake: LogEvent = { ...suspend, id: eventId(1_000_001), on: false };
    expect(cardAfter([start, suspend]).suspended).toBe(true);
    expect(cardAfter([start, suspend], 'c1').suspended).toBe(true);
    expect(cardAfter([start, suspend, wake]).suspended).toBe(false);
    expect(cardAfter([start, suspend, wake], 'c1').suspended).toBe(false);
  });

  test('done to a point alone leaves the question as it was', () => {
    const suspend: LogEvent = { type: 'suspended', ...then, card: c1, on: true };
    expect(cardAfter([start, suspend]).suspended).toBe(false);
    expect(cardAfter([start, suspend], 'c1').suspended).toBe(true);
  });

  test('burying hides it until the day that is named', () => {
    const bury: LogEvent = { type: 'buried', ...then, card: own, untilDay: studyDay(20_777) };
    expect(cardAfter([start, bury]).buriedUntil).toBe(20_777);
    expect(cardAfter([start, bury], 'c1').buriedUntil).toBe(20_777);
    expect(cardAfter([start, bury]).learning.kind).toBe('learned');
  });

  test('a reset forgets the memory, of points too, and keeps that it is suspended', () => {
    const suspend: LogEvent = { type: 'suspended', ...then, card: own, on: true };
    const reset: LogEvent = { type: 'reset', ...then, id: eventId(1_000_001), card: own };
    for (const point of [null, 'c1']) {
      expect(cardAfter([start, suspend, reset], point)).toMatchObject({ learning: { kind: 'new' }, suspended: true });
    }
  });

  test('a card that was never seen can be suspended and buried', () => {
    const suspend: LogEvent = { type: 'suspended', ...then, card: own, on: true };
    const bury: LogEvent = { type: 'buried', ...then, id: eventId(1_000_001), card: own, untilDay: studyDay(9) };
    const state = replayItem(item, [suspend, bury], context);
    expect(cardOf(state, null)).toEqual({
      id: own,
      item,
      point: null,
      learning: { kind: 'new' },
      suspended: true,
      buriedUntil: 9,
    });
  });
});

describe('what is kept of an item', () => {
  test('is the last flag and the last note, whatever the order in which they arrive', () => {
    const events: LogEvent[] = [
      { type: 'noted', ...eventBase(1), text: 'first' },
      { type: 'flagged', ...eventBase(2), on: true },
      { type: 'noted', ...eventBase(3), text: 'second' },
      { type: 'flagged', ...eventBase(4), on: false },
    ];
    for (const log of [events, events.toReversed()]) {
      expect(replayItem(item, log, context)).toMatchObject({ flagged: false, note: 'second' });
    }
    expect(replayItem(item, events.slice(0, 2), context)).toMatchObject({ flagged: true, note: 'first' });
  });

  test('of two notes of one millisecond is the one with the higher id', () => {
    const { atMs } = eventBase(1);
    const a: LogEvent = { type: 'noted', ...eventBase(1), atMs, text: 'a' };
    const b: LogEvent = { type: 'noted', ...eventBase(2), atMs, text: 'b' };
    expect(replayItem(item, [b, a], context).note).toBe('b');
  });

  test('is nothing when there is no event', () => {
    expect(replayItem(item, [], context)).toEqual(newItemState(item));
    expect(replayLog([], context).size).toBe(0);
  });
});

describe('one more event', () => {
  const before = replayItem(item, [reviewed(5)], context);

  test('that comes later is applied at once', () => {
    expect(applyEvent(before, reviewed(6), context)).toEqual(replayItem(item, [reviewed(5), reviewed(6)], context));
  });

  test.each<[string, LogEvent]>([
    ['lies before the last', reviewed(4)],
    ['is the last itself', reviewed(5)],
    ['is of the same millisecond with a lower id', reviewed(3, { atMs: reviewed(5).atMs })],
    ['is a void', { type: 'voided', ...eventBase(6), target: eventId(5) }],
  ])('that %s asks for a replay', (_, event) => {
    expect(applyEvent(before, event, context)).toBeNull();
  });

  test('of the same millisecond with a higher id is applied at once', () => {
    expect(applyEvent(before, reviewed(6, { atMs: reviewed(5).atMs }), context)).not.toBeNull();
  });
});
