/** The door of the log: what is an event, and where a thing that is none is wrong. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_ID } from '#bank/patterns.ts';
import { LAST_MOMENT_MS, STUDY_DAYS } from '#review/bounds.ts';
import { compareEvents, MAX_NOTE_LENGTH, parseEvent, type LogEvent } from '#review/event.ts';
import { hostileLog } from '../support/arbitrary-logs.ts';
import { studyDayOf } from '#memory/study-day.ts';
import { cardId, eventBase, eventId, itemId, reviewed, studyDay, pointId } from '../support/builders.ts';
import { FULL_RECORD } from '../support/mock-records.ts';

const review = reviewed(1, {
  points: [
    { id: 'c1' as never, hit: true, due: null },
    { id: 'c2' as never, hit: false, due: { kind: 'days', days: 1 } },
  ],
});
const card = cardId('q-one');
const base = eventBase(1);
const ONE_OF_EACH: readonly LogEvent[] = [
  review,
  { type: 'voided', ...base, target: eventId(7) },
  { type: 'suspended', ...base, card, on: true },
  { type: 'buried', ...base, card: cardId('q-one', 'c1'), untilDay: studyDay(20_000) },
  { type: 'reset', ...base, card },
  { type: 'split', ...base, card, points: [pointId('c1')] },
  { type: 'flagged', ...base, on: false },
  { type: 'noted', ...base, text: 'Häufig — "frequent"\n\u{1F4A1}' },
  { type: 'rescheduled', ...base, days: [{ card: cardId('q-one'), day: studyDay(20_800) }] },
  { type: 'mockFinished', ...base, item: itemId('mock:1'), mock: FULL_RECORD },
];

describe('what is an event', () => {
  test.each(ONE_OF_EACH.map((event) => [event.type, event] as const))('%s comes back as it went', (_, event) => {
    expect(parseEvent(JSON.parse(JSON.stringify(event)))).toEqual({ ok: true, event });
  });

  test('every event of a log comes back from JSON as it went', () => {
    fc.assert(
      fc.property(hostileLog, (log) => {
        for (const event of log) {
          const parsed = parseEvent(JSON.parse(JSON.stringify(event)));
          expect(parsed).toEqual({ ok: true, event });
          expect(JSON.stringify(parsed.ok && parsed.event)).toHaveLength(JSON.stringify(event).length);
        }
      }),
    );
  });

  test('the limits themselves are inside', () => {
    const edges: LogEvent[] = [
      { ...review, atMs: 0, offsetMinutes: -1080, tookMs: 0 },
      { ...review, atMs: LAST_MOMENT_MS, offsetMinutes: 1080, due: { kind: 'days', days: 36_500 } },
      { ...review, due: { kind: 'minutes', minutes: 1440 } },
      { ...review, due: { kind: 'minutes', minutes: 1 } },
      { type: 'noted', ...base, text: 'x'.repeat(MAX_NOTE_LENGTH) },
      ...[STUDY_DAYS.first, STUDY_DAYS.last].map(studyDay).flatMap((day): LogEvent[] => [
        { type: 'buried', ...base, card, untilDay: day },
        { type: 'rescheduled', ...base, days: [{ card, day }] },
      ]),
    ];
    for (const event of edges) expect(parseEvent(event)).toEqual({ ok: true, event });
  });

  test('the longest ids that a bank may have are ids of cards', () => {
    const item = itemId('q'.repeat(MAX_ID));
    const event = reviewed(1, { item, card: cardId(item, 'p'.repeat(MAX_ID)) });
    expect(parseEvent(event)).toEqual({ ok: true, event });
  });
});

/** One fault each: what is put in, and where the answer must point. */
const FAULTS: readonly (readonly [string, Record<string, unknown>, string])[] = [
  ['an id that is no UUID', { id: '1' }, 'id'],
  ['a device that is no UUID', { device: 'phone' }, 'device'],
  ['a time before 1970', { atMs: -1 }, 'atMs'],
  ['half a millisecond', { atMs: 1.5 }, 'atMs'],
  ['a time after the year 9999', { atMs: LAST_MOMENT_MS + 1 }, 'atMs'],
  ['a time as text', { atMs: '2026-11-22' }, 'atMs'],
  ['an offset wider than any', { offsetMinutes: 1081 }, 'offsetMinutes'],
  ['an offset of parts of minutes', { offsetMinutes: 0.5 }, 'offsetMinutes'],
  ['an empty item', { item: '' }, 'item'],
  ['an item with a blank', { item: 'q one' }, 'item'],
  ['an item that is a card', { item: 'q-one#c1' }, 'item'],
  ['an endless item', { item: 'q'.repeat(201) }, 'item'],
  ['a card of another item', { card: 'q-two' }, 'card'],
  ['a point of another item', { card: 'q-two#c1' }, 'card'],
  ['a card of a card', { card: 'q-one#c1#c2' }, 'card'],
  ['an empty point', { card: 'q-one#' }, 'card'],
  ['a grade of zero', { grade: 0 }, 'grade'],
  ['a grade of five', { grade: 5 }, 'grade'],
  ['a grade between', { grade: 2.5 }, 'grade'],
  ['a proposal of five', { proposed: 5 }, 'proposed'],
  ['due in no days', { due: { kind: 'days', days: 0 } }, 'due.days'],
  ['due in more than a century', { due: { kind: 'days', days: 36_501 } }, 'due.days'],
  ['due in half a day', { due: { kind: 'days', days: 0.5 } }, 'due.days'],
  ['due in no minutes', { due: { kind: 'minutes', minutes: 0 } }, 'due.minutes'],
  ['due in more minutes than a day has', { due: { kind: 'minutes', minutes: 1441 } }, 'due.minutes'],
  ['due in weeks', { due: { kind: 'weeks', weeks: 1 } }, 'due.kind'],
  ['due in days and minutes', { due: { kind: 'days', days: 1, minutes: 1 } }, 'due.minutes'],
  ['never due', { due: null }, 'due'],
  ['a point without an id', { points: [{ id: '', hit: true, due: null }] }, 'points.0.id'],
  ['a half hit', { points: [{ id: 'c1', hit: 0.5, due: null }] }, 'points.0.hit'],
  [
    'a point due never',
    { points: [review.points[0], { id: 'c1', hit: true, due: { kind: 'days', days: -1 } }] },
    'points.1.due.days',
  ],
  ['a thousand points', { points: Array.from({ length: 1000 }, () => review.points[0]) }, 'points'],
  ['an answer before the question', { tookMs: -1 }, 'tookMs'],
  ['a hint that is a word', { hinted: 'yes' }, 'hinted'],
  ['an unknown source', { source: 'web' }, 'source'],
  ['something more', { extra: true }, 'extra'],
  ['the guard of a stored row', { guard: 'q-one|' }, 'guard'],
  ['an unknown type', { type: 'erased' }, 'type'],
  ['no type', { type: undefined }, 'type'],
];

test('every day that a moment, and the longest interval after it, can come to is inside, and a day that can be shown', () => {
  const days = [0, LAST_MOMENT_MS].flatMap((atMs) =>
    [-1080, 1080].flatMap((offset) => [0, 23].map((hour) => studyDayOf(atMs, offset, hour))),
  );
  expect(Math.min(...days)).toBeGreaterThanOrEqual(STUDY_DAYS.first);
  expect(Math.max(...days) + 36_500 + 366).toBeLessThanOrEqual(STUDY_DAYS.last);
  expect(new Date(LAST_MOMENT_MS).toISOString()).toBe('9999-12-31T23:59:59.999Z');
  for (const day of Object.values(STUDY_DAYS)) expect(new Date(day * 86_400_000).getTime()).not.toBeNaN();
});

test.each([STUDY_DAYS.first - 1, STUDY_DAYS.last + 1, 100_000_001, Number.MAX_SAFE_INTEGER, 0.5])(
  'day %d is refused with its place, as a day to rest until and as one to come back on',
  (day) => {
    const buried = parseEvent({ type: 'buried', ...base, card, untilDay: day });
    expect(buried).toMatchObject({ ok: false, why: expect.stringMatching(/^untilDay: /u) as string });
    const moved = parseEvent({ type: 'rescheduled', ...base, days: [{ card, day }] });
    expect(moved).toMatchObject({ ok: false, why: expect.stringMatching(/^days\.0\.day: /u) as string });
  },
);

describe('what is none', () => {
  test.each(FAULTS)('%s is refused, with its place', (_, fault, place) => {
    const parsed = parseEvent({ ...review, ...fault });
    expect(parsed.ok).toBe(false);
    expect(parsed.ok || parsed.why.slice(0, parsed.why.indexOf(':'))).toBe(place);
  });

  test.each(ONE_OF_EACH.flatMap((event) => Object.keys(event).map((key) => [event.type, key, event] as const)))(
    '%s without its %s is refused',
    (_, key, event) => {
      const { [key]: gone, ...rest } = event as unknown as Record<string, unknown>;
      expect(gone).not.toBeUndefined();
      const parsed = parseEvent(rest);
      expect(parsed.ok || parsed.why).toMatch(new RegExp(`^${key}: `));
    },
  );

  test('a split may say after how many days its points come, 1 or more', () => {
    const split = { type: 'split', ...base, card, points: [pointId('c1')] } as const;
    expect(parseEvent({ ...split, days: 36_500 })).toEqual({ ok: true, event: { ...split, days: 36_500 } });
    for (const days of [0, 1.5, 36_501, null]) expect(parseEvent({ ...split, days })).toMatchObject({ ok: false });
  });

  test('a note longer than any is refused', () => {
    const text = 'x'.repeat(MAX_NOTE_LENGTH + 1);
    expect(parseEvent({ type: 'noted', ...base, text })).toMatchObject({
      ok: false,
      why: expect.stringMatching(/^text/),
    });
  });

  test('numbers that are none are refused', () => {
    for (const atMs of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(parseEvent({ ...review, atMs })).toMatchObject({ ok: false });
    }
  });

  test('nothing that JSON can say makes it throw, and a fault always has a reason', () => {
    const keys = Object.keys(review);
    const anything = fc.oneof(
      fc.jsonValue({ maxDepth: 4 }),
      // Almost an event: one or two fields are something else.
      fc
        .dictionary(fc.constantFrom(...keys, '__proto__', 'constructor', 'target'), fc.jsonValue(), { maxKeys: 2 })
        .map((change) => ({ ...review, ...change })),
    );
    fc.assert(
      fc.property(anything, (value) => {
        const parsed = parseEvent(value);
        if (parsed.ok) expect(parsed.event).toEqual(value);
        else expect(parsed.why).toMatch(/.+: .+/);
      }),
      { numRuns: 1000 },
    );
  });

  test('a prototype in JSON is refused, not taken on', () => {
    const hostile = JSON.stringify(review).replace('{', '{"__proto__":{"polluted":true},');
    expect(parseEvent(JSON.parse(hostile))).toMatchObject({ ok: false });
    expect('polluted' in {}).toBe(false);
  });

  test('depth does not overflow the stack', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 50_000; level += 1) deep = [deep];
    expect(parseEvent({ ...review, points: deep })).toMatchObject({ ok: false });
    expect(parseEvent(deep)).toMatchObject({ ok: false });
  });
});

test('the order of the log is total: by time, then by id, and equal only to itself', () => {
  fc.assert(
    fc.property(hostileLog, (log) => {
      const sorted = log.toSorted(compareEvents);
      for (const [index, event] of sorted.entries()) {
        expect(compareEvents(event, event)).toBe(0);
        for (const later of sorted.slice(index + 1)) {
          expect(compareEvents(event, later)).toBeLessThan(0);
          expect(compareEvents(later, event)).toBeGreaterThan(0);
          expect(event.atMs < later.atMs || (event.atMs === later.atMs && event.id < later.id)).toBe(true);
        }
      }
    }),
  );
});
