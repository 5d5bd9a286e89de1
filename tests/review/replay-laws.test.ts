/** Laws of replay, over logs of any kind. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { newItemState, type ItemState, type Learned } from '#review/card-state.ts';
import { parseEvent, type LogEvent } from '#review/event.ts';
import { splitCardId } from '#review/ids.ts';
import { applyEvent, replayItem, replayLog } from '#review/reduce.ts';
import { hostileLog, LOG_ITEMS, ODD_MOMENTS, realisticLog, shuffledWithDuplicates } from '../support/arbitrary-logs.ts';
import { deviceId, eventId, itemId, replayContext } from '../support/builders.ts';

const context = replayContext();
const anyLog = fc.oneof(hostileLog, realisticLog);
const runs = { numRuns: 300 };

/** What a state says of a person; not which events led to it. */
function meaningOf({ item, cards, flagged, note }: ItemState) {
  return { item, cards, flagged, note };
}

test('the events of these laws are events', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      for (const event of log) expect(parseEvent(event)).toEqual({ ok: true, event });
    }),
    runs,
  );
});

test('the same events in any order, some twice, give the same states', () => {
  const twice = anyLog.chain((log) => fc.tuple(fc.constant(log), shuffledWithDuplicates(log)));
  fc.assert(
    fc.property(twice, ([log, other]) => {
      expect(replayLog(other, context)).toEqual(replayLog(log, context));
    }),
    runs,
  );
});

test('a whole log gives each item what its own events give', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      const states = replayLog(log, context);
      expect(new Set(states.keys())).toEqual(new Set(log.map((event) => event.item)));
      for (const [item, state] of states) {
        const own = log.filter((event) => event.item === item);
        expect(state).toEqual(replayItem(item, own, context));
      }
    }),
    runs,
  );
});

test('undo of any event equals never having made it', () => {
  const at = fc.oneof(fc.constantFrom(...ODD_MOMENTS), fc.integer({ min: 0, max: 4e12 }));
  fc.assert(
    fc.property(anyLog, fc.nat(), at, fc.nat(10_000), (log, pick, atMs, id) => {
      const undoable = log.filter((event) => event.type !== 'voided');
      const target = undoable[pick % undoable.length];
      fc.pre(target !== undefined);
      const { item } = target;
      const stamp = { id: eventId(100_000 + id), device: deviceId(9), atMs, offsetMinutes: 0 };
      const own = log.filter((event) => event.item === item);
      const undone = replayItem(item, [...own, { type: 'voided', ...stamp, item, target: target.id }], context);
      const never = own.filter((event) => event.id !== target.id);
      expect(meaningOf(undone)).toEqual(meaningOf(replayItem(item, never, context)));
    }),
    runs,
  );
});

test('a void of a void brings nothing back, and voiding twice is voiding once', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      const item = itemId('q-one');
      const own = log.filter((event) => event.item === item);
      const voids = own.filter((event) => event.type === 'voided');
      const more = voids.flatMap((event, index): LogEvent[] => [
        { ...event, id: eventId(200_000 + index), target: event.id },
        { ...event, id: eventId(300_000 + index) },
      ]);
      const state = replayItem(item, [...own, ...more], context);
      expect(meaningOf(state)).toEqual(meaningOf(replayItem(item, own, context)));
    }),
    runs,
  );
});

test('event by event, with a replay where one is asked for, ends where a replay of all ends', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      for (const item of LOG_ITEMS) {
        const own = log.filter((event) => event.item === item);
        // An event that is voided before it arrives comes from elsewhere, and what comes from elsewhere is replayed.
        const fresh = own.filter((event, index) => !voidedAhead(own.slice(0, index), event));
        let state = newItemState(item);
        fresh.forEach((event, index) => {
          state = applyEvent(state, event, context) ?? replayItem(item, fresh.slice(0, index + 1), context);
          expect(state).toEqual(replayItem(item, fresh.slice(0, index + 1), context));
        });
      }
    }),
    runs,
  );
});

function voidedAhead(before: readonly LogEvent[], event: LogEvent): boolean {
  return before.some((other) => other.type === 'voided' && other.target === event.id);
}

test('an event that is there already asks for a replay, which leaves the state as it was', () => {
  fc.assert(
    fc.property(anyLog, fc.nat(), (log, pick) => {
      const again = log[pick % log.length];
      fc.pre(again !== undefined);
      const own = log.filter((event) => event.item === again.item);
      expect(applyEvent(replayItem(again.item, own, context), again, context)).toBeNull();
    }),
    runs,
  );
});

test('the next state leaves the one before as it was', () => {
  fc.assert(
    fc.property(realisticLog, (log) => {
      let state = newItemState(itemId('q-one'));
      for (const event of log.filter((each) => each.item === state.item)) {
        const before = structuredClone(state);
        const after = applyEvent(state, event, context);
        expect(state).toEqual(before);
        state = after ?? state;
      }
    }),
    runs,
  );
});

test('the union of the logs of devices does not depend on who merges whom, when, or how often', () => {
  const parts = anyLog.chain((log) =>
    fc.tuple(fc.subarray(log), fc.subarray(log), fc.subarray(log)).map(([a, b, c]) => ({ a, b, c })),
  );
  fc.assert(
    fc.property(parts, ({ a, b, c }) => {
      const states = (...logs: LogEvent[][]) => replayLog(union(...logs), context);
      expect(states(b, a)).toEqual(states(a, b));
      expect(states(union(a, b), c)).toEqual(states(a, union(b, c)));
      expect(states(union(a, b), b, a)).toEqual(states(a, b));
      expect(states(a, a)).toEqual(states(a));
    }),
    runs,
  );
});

/** By id, as a merge does it: what is there already stays. */
function union(...logs: LogEvent[][]): LogEvent[] {
  const known = new Map<string, LogEvent>();
  for (const event of logs.flat()) if (!known.has(event.id)) known.set(event.id, event);
  return [...known.values()];
}

test('no log leads to a memory, a day or a count that cannot be', () => {
  fc.assert(
    fc.property(anyLog, fc.integer({ min: 0, max: 23 }), (log, rolloverHour) => {
      for (const state of replayLog(log, { ...context, rolloverHour }).values()) {
        for (const { id, item, learning, buriedUntil } of state.cards.values()) {
          expect(splitCardId(id).item).toBe(item);
          expect(buriedUntil === null || Number.isSafeInteger(buriedUntil)).toBe(true);
          if (learning.kind === 'learned') expectSound(learning);
        }
      }
    }),
    runs,
  );
});

function expectSound({ memory, due, firstDay, lastDay, reps, lapses }: Learned): void {
  expect(memory.stability).toBeGreaterThanOrEqual(0.001);
  expect(memory.stability).toBeLessThanOrEqual(36_500);
  expect(memory.difficulty).toBeGreaterThanOrEqual(1);
  expect(memory.difficulty).toBeLessThanOrEqual(10);
  expect(Number.isSafeInteger(firstDay) && Number.isSafeInteger(lastDay)).toBe(true);
  if (due.kind === 'day') expect(Number.isSafeInteger(due.day)).toBe(true);
  if (due.kind === 'moment') expect(Number.isSafeInteger(due.atMs)).toBe(true);
  expect(reps).toBeGreaterThan(lapses);
}
