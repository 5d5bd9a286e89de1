/** Logs for laws: a person's months of practice, and everything that a broken clock or a forger could put into a file. */
import * as fc from 'fast-check';
import { GRADES, type Grade } from '#memory/grade.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { LAST_MOMENT_MS } from '#review/bounds.ts';
import type { Due, LogEvent } from '#review/event.ts';
import type { Stamp } from '#review/record.ts';
import { cardId, DAY_MS, deviceId, eventId, itemId, pointId, reviewed } from './builders.ts';
import { arbitraryMockRecord } from './mock-records.ts';

export const LOG_ITEMS = ['q-one', 'q-two', 'q-three'].map(itemId);
/** Points of the test questions, and one that no question has. */
const LOG_POINTS = ['c1', 'c2', 'd1', 'b1', 'gone'];

const item = fc.constantFrom(...LOG_ITEMS);
const point = fc.constantFrom(...LOG_POINTS).map(pointId);
const grade = fc.constantFrom(...GRADES);
const arbitraryDue: fc.Arbitrary<Due> = fc.oneof(
  fc.record({
    kind: fc.constant('days' as const),
    days: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constant(36_500)),
  }),
  fc.record({ kind: fc.constant('minutes' as const), minutes: fc.constantFrom(1, 10, 1440) }),
);
const outcome = fc.record({ id: point, hit: fc.boolean(), due: fc.option(arbitraryDue) });

/** Moments at which calendars and clocks are known to break, in epoch ms. */
export const ODD_MOMENTS: readonly number[] = [
  0,
  Date.UTC(2024, 1, 29, 23, 59, 59, 999), // leap day
  Date.UTC(2026, 2, 29, 0, 59, 59, 999), // Berlin springs forward
  Date.UTC(2026, 9, 25, 1), // and falls back
  2 ** 31 * 1000 - 1, // the last moment of 32-bit time
  2 ** 31 * 1000,
  Date.UTC(2100, 1, 28, 23, 59), // no leap day that year
  LAST_MOMENT_MS,
];

/** Offsets in minutes: UTC, Berlin, New York, Kathmandu, Kiritimati, and the widest that is accepted. */
const offset = fc.constantFrom(0, 60, 120, -300, 345, 840, -1080, 1080);

/** How an event came about, before ids and times are given out. `aim` picks the target of a void. */
type Deed = Readonly<{ aim: number }> & DistributedOmit<LogEvent, keyof Stamp | 'item' | 'target'>;
type DistributedOmit<T, K extends PropertyKey> = T extends unknown
  ? Omit<T, K> & { readonly point: string | null }
  : never;

const aim = fc.nat(1000);
const ownPoint = fc.option(fc.constantFrom(...LOG_POINTS));
const unused = fc.constant(cardId('q-one'));
const review = fc.record({
  aim,
  point: fc.option(fc.constantFrom(...LOG_POINTS), { freq: 4 }),
  type: fc.constant('reviewed' as const),
  card: unused,
  grade,
  due: arbitraryDue,
  points: fc.array(outcome, { maxLength: 4 }),
  tookMs: fc.nat(300_000),
  proposed: fc.option(grade),
  hinted: fc.boolean(),
  source: fc.constantFrom('review' as const, 'mock' as const, 'import' as const),
});
const others: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ aim, point: ownPoint, type: fc.constant('voided' as const) }),
  fc.record({ aim, point: ownPoint, type: fc.constant('suspended' as const), card: unused, on: fc.boolean() }),
  fc.record({
    aim,
    point: ownPoint,
    type: fc.constant('buried' as const),
    card: unused,
    untilDay: fc.integer({ min: 20_000, max: 21_000 }).map((day) => day as StudyDay),
  }),
  fc.record({ aim, point: ownPoint, type: fc.constant('reset' as const), card: unused }),
  fc.record({
    aim,
    point: ownPoint,
    type: fc.constant('rescheduled' as const),
    days: fc.array(
      fc.record({ card: unused, day: fc.integer({ min: 20_000, max: 21_000 }).map((day) => day as StudyDay) }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  fc.record(
    {
      aim,
      point: fc.constant(null),
      type: fc.constant('split' as const),
      card: unused,
      points: fc.uniqueArray(fc.constantFrom('c1', 'c2', 'd1').map(pointId), { minLength: 1 }),
      days: fc.integer({ min: 1, max: 36_500 }),
    },
    { requiredKeys: ['aim', 'point', 'type', 'card', 'points'] },
  ),
  fc.record({ aim, point: ownPoint, type: fc.constant('flagged' as const), on: fc.boolean() }),
  fc.record({ aim, point: ownPoint, type: fc.constant('noted' as const), text: fc.string({ unit: 'grapheme' }) }),
  fc.record({ aim, point: ownPoint, type: fc.constant('mockFinished' as const), mock: arbitraryMockRecord }),
);
export const arbitraryDeed: fc.Arbitrary<Deed> = fc.oneof(
  { arbitrary: review, weight: 3 },
  { arbitrary: others, weight: 2 },
);

/** When and where an event was made, in a hostile log: later, earlier, or at an odd moment; ids in no order. */
const anywhere = fc.record({
  order: fc.nat(5),
  device: fc.integer({ min: 1, max: 3 }),
  offsetMinutes: offset,
  at: fc.oneof(
    fc.record({ gapMs: fc.integer({ min: -3 * DAY_MS, max: 40 * DAY_MS }) }),
    fc.record({ gapMs: fc.constant(0) }),
    fc.record({ atMs: fc.constantFrom(...ODD_MOMENTS) }),
  ),
});
/** In a realistic log time goes on, by minutes or by days; the person may travel. */
const onwards = fc.record({
  order: fc.constant(0),
  device: fc.constant(1),
  offsetMinutes: offset,
  at: fc.oneof(
    fc.record({ gapMs: fc.integer({ min: 1, max: 20 * 60_000 }) }),
    fc.record({ gapMs: fc.integer({ min: DAY_MS / 2, max: 40 * DAY_MS }) }),
  ),
});

interface Entry {
  readonly item: ReturnType<typeof itemId>;
  readonly deed: Deed;
  readonly where: {
    readonly order: number;
    readonly device: number;
    readonly offsetMinutes: number;
    readonly at: { readonly gapMs: number } | { readonly atMs: number };
  };
}

const START_MS = Date.UTC(2026, 10, 22, 9);

/** An event out of a deed. `target` is what it voids if it is a void. */
export function eventOf(deed: Deed, stamp: Stamp, on: ReturnType<typeof itemId>, target: LogEvent['id']): LogEvent {
  const { aim: _, point: pointOfCard, ...rest } = deed;
  const card = cardId(on, pointOfCard);
  if (rest.type === 'voided') return { ...rest, ...stamp, item: on, target };
  if (rest.type === 'rescheduled') {
    return { ...rest, ...stamp, item: on, days: rest.days.map((each) => ({ ...each, card })) };
  }
  if (!('card' in rest)) return { ...rest, ...stamp, item: on };
  if (rest.type === 'reviewed') {
    return { ...rest, ...stamp, item: on, card, points: pointOfCard === null ? rest.points : [] };
  }
  return { ...rest, ...stamp, item: on, card };
}

function toLog(entries: readonly Entry[]): LogEvent[] {
  const ids = entries.map(({ where }, index) => eventId(where.order * 1000 + index));
  let nowMs = START_MS;
  return entries.map(({ item: on, deed, where }, index) => {
    nowMs = 'atMs' in where.at ? where.at.atMs : Math.min(Math.max(0, nowMs + where.at.gapMs), LAST_MOMENT_MS);
    const { offsetMinutes } = where;
    const stamp = { id: ids[index] ?? eventId(0), device: deviceId(where.device), atMs: nowMs, offsetMinutes };
    return eventOf(deed, stamp, on, ids[deed.aim % ids.length] ?? eventId(999_999));
  });
}

function logs(
  where: fc.Arbitrary<Entry['where']>,
  deed: fc.Arbitrary<Deed>,
  maxLength: number,
): fc.Arbitrary<LogEvent[]> {
  return fc.array(fc.record({ item, deed, where }), { maxLength }).map(toLog);
}

/**
 * Anything that `parseEvent` accepts: clocks that jump, ids out of order, voids of voids, of later events, of another
 * item's events and of nothing, reviews of points that no question has. Ids are unique, as they are in a database.
 */
export const hostileLog = logs(anywhere, arbitraryDeed, 25);

/** What one device makes: rising ids and times, voids of what was before. */
export const realisticLog: fc.Arbitrary<LogEvent[]> = logs(onwards, arbitraryDeed, 40).map((log) =>
  log.map((event, index) => {
    if (event.type !== 'voided') return event;
    const earlier = log.slice(0, index).filter((other) => other.item === event.item && other.type !== 'voided');
    return { ...event, target: earlier.at(-1)?.id ?? event.id };
  }),
);

/** The last weeks of somebody who comes often, until the day of the given moment: hours apart, mostly recalled, maybe after days away. */
export function diligentLog(untilMs: number): fc.Arbitrary<LogEvent[]> {
  const answer = fc.record({
    hoursAgo: fc.integer({ min: 0, max: 20 * 24 }),
    item,
    grade: fc.constantFrom<Grade[]>(1, ...GRADES, 3, 3, 3, 4, 4),
  });
  const weeks = fc.record({
    awayHours: fc.constantFrom(0, 0, 7 * 24),
    answers: fc.array(answer, { maxLength: 60, size: 'max' }),
  });
  return weeks.map(({ awayHours, answers }) =>
    answers
      .filter(({ hoursAgo }) => hoursAgo < 12 || hoursAgo > awayHours)
      .toSorted((a, b) => b.hoursAgo - a.hoursAgo)
      .map(({ hoursAgo, item: on, grade }, n) =>
        reviewed(n, { atMs: untilMs - hoursAgo * 3_600_000 + n, item: on, grade }),
      ),
  );
}

/** The same events in another order, some of them twice. */
export function shuffledWithDuplicates(log: readonly LogEvent[]): fc.Arbitrary<LogEvent[]> {
  const doubled = [...log, ...log.map((event) => structuredClone(event))];
  return fc
    .shuffledSubarray(doubled)
    .chain((some) => fc.shuffledSubarray([...log, ...some], { minLength: log.length + some.length }));
}
