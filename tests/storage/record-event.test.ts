/** One grade, one transaction: all of it or nothing, and one of two tabs. */
import { IDBObjectStore, IDBTransaction } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { problemOf } from '#storage/database.ts';
import { beginEpoch, readEpoch } from '#storage/epoch.ts';
import { rebuildStates } from '#storage/rebuild.ts';
import { readItemState } from '#storage/item-states.ts';
import { recordEvent } from '#storage/record-event.ts';
import { readQueue } from '#storage/today.ts';
import { DEFAULT_SETTINGS } from '#review/settings.ts';
import { MAX_NOTE_LENGTH, type LogEvent } from '#review/event.ts';
import { applyEvent } from '#review/reduce.ts';
import { studyDayOfStamp } from '#review/record.ts';
import { DAY_MS, itemId, replayContext } from '../support/builders.ts';
import { seededClock } from '../support/clock.ts';
import { dump } from '../support/dump.ts';
import { practise } from '../support/practice.ts';
import { openTab, openTestDb } from '../support/test-db.ts';

const item = itemId('q-one');

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a grade', () => {
  test('stores the event, the cards and the mark', async () => {
    const { db } = await openTestDb();
    const me = practise(db);
    expect(await me.grade('q-one', 1, { ticked: ['c1'] })).toBe('stored');
    expect(await db.events.count()).toBe(1);
    const cards = await db.cards.where('item').equals(item).toArray();
    expect(cards.map(({ id, queue }) => [id, queue])).toEqual([
      ['q-one', 'due'],
      ['q-one#b1', 'off'],
      ['q-one#c1', 'off'],
      ['q-one#c2', 'due'],
      ['q-one#d1', 'off'],
      ['q-one#d2', 'off'],
    ]);
    expect(await db.marks.get(item)).toEqual({ item, flagged: 0, note: '' });
  });

  test('leaves other items as they were', async () => {
    const { db } = await openTestDb();
    const others = () => db.cards.filter((row) => row.item !== item).toArray();
    const before = await others();
    await practise(db).grade('q-one', 3);
    expect(await others()).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  });

  test('is there after the database was closed and opened again', async () => {
    const { db, name } = await openTestDb();
    const me = practise(db);
    await me.grade('q-one', 3, { ticked: ['c1', 'c2'] });
    const state = await me.look('q-one');
    db.close();
    const again = await openTab(name);
    expect(await readItemState(again, item, me.context)).toEqual(state);
  });
});

/** Makes writing to one table fail as an engine does: the request is made, and comes back with an error. */
function failWrites(table: string): void {
  const { put, add } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value: object, key) {
    if (this.name !== table) return put.call(this, value, key);
    add.call(this, value, key);
    return add.call(this, value, key);
  });
}

describe('when a part cannot be written, nothing is', () => {
  test.each(['cards', 'marks'])('(%s refused by the engine)', async (table) => {
    const { db } = await openTestDb();
    const me = practise(db);
    await me.grade('q-one', 3);
    const before = await dump(db);
    me.clock.advance(DAY_MS);
    failWrites(table);
    const outcome = await me.grade('q-one', 3).catch((error: unknown) => error);
    vi.restoreAllMocks();
    expect(outcome).not.toBe('stored');
    expect(await dump(db)).toEqual(before);
    expect(await me.grade('q-one', 3)).toBe('stored');
  });

  test('(the disk is full when the transaction commits)', async () => {
    const { db } = await openTestDb();
    const me = practise(db);
    await me.grade('q-one', 3);
    const before = await dump(db);
    me.clock.advance(DAY_MS);
    vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (this: IDBTransaction) {
      const engine = this as unknown as Record<string, (why: string) => void>;
      engine['_abort']?.('QuotaExceededError');
    });
    const error = await me.grade('q-one', 3).catch((thrown: unknown) => thrown);
    vi.restoreAllMocks();
    expect(problemOf(error)).toBe('full');
    expect(await dump(db)).toEqual(before);
    expect(await me.grade('q-one', 3)).toBe('stored');
  });

  test('(the database was closed in the meantime)', async () => {
    const { db, name } = await openTestDb();
    const me = practise(db);
    await me.grade('q-one', 3);
    const before = await dump(db);
    const after = seededClock(3);
    db.close();
    const event: LogEvent = { type: 'flagged', ...after.stamp(), item, on: true };
    const state = await readItemState(await openTab(name), item, me.context);
    const next = applyEvent(state, event, me.context);
    if (!next) throw new Error('The clock of this test runs forward.');
    await expect(recordEvent(db, { event, before: state, after: next, place: null })).rejects.toThrow();
    expect(await dump(await openTab(name))).toEqual(before);
  });

  test('(what would be stored could not be read back)', async () => {
    const { db } = await openTestDb();
    const me = practise(db);
    await me.grade('q-one', 3);
    const before = await dump(db);
    me.clock.advance(1000);
    const text = 'x'.repeat(MAX_NOTE_LENGTH + 1);
    await expect(me.store({ type: 'noted', ...me.clock.stamp(), item, text })).rejects.toThrow(RangeError);
    expect(await dump(db)).toEqual(before);
    await expect(readItemState(db, item, me.context)).resolves.toMatchObject({ note: '' });
  });
});

describe('of two tabs', () => {
  test('that grade from the same state one stores, the other is told, and both agree afterwards', async () => {
    const { db, name } = await openTestDb();
    const here = practise(db, seededClock(1));
    const there = practise(await openTab(name), seededClock(2));
    await here.look('q-one');
    await there.look('q-one');
    const outcomes = await Promise.all([
      here.grade('q-one', 3, { ticked: ['c1', 'c2'] }),
      there.grade('q-one', 1, { ticked: ['c1'] }),
    ]);
    expect(outcomes.toSorted()).toEqual(['conflict', 'stored']);
    expect(await db.events.count()).toBe(1);
    expect(await there.look('q-one')).toEqual(await here.look('q-one'));
    const rows = await dump(db);
    await rebuildStates(db, here.context);
    expect(await dump(db)).toEqual(rows);
  });

  test('the one that was told grades again once it has looked', async () => {
    const { db, name } = await openTestDb();
    const here = practise(db, seededClock(1));
    const there = practise(await openTab(name), seededClock(2));
    await there.look('q-one');
    await here.grade('q-one', 3);
    there.clock.advance(60_000);
    expect(await there.grade('q-one', 3)).toBe('conflict');
    await there.look('q-one');
    expect(await there.grade('q-one', 3)).toBe('stored');
    expect(await db.events.count()).toBe(2);
  });

  test('one may undo and grade again, and the other still knows that it is behind', async () => {
    const { db, name } = await openTestDb();
    const here = practise(db, seededClock(1));
    const there = practise(await openTab(name), seededClock(2));
    await here.grade('q-one', 3);
    await there.look('q-one');
    here.clock.advance(1000);
    await here.undo();
    there.clock.advance(2000);
    expect(await there.grade('q-one', 3)).toBe('conflict');
    here.clock.advance(1000);
    expect(await here.grade('q-one', 2)).toBe('stored');
    expect(await there.grade('q-one', 3)).toBe('conflict');
    expect(await db.events.count()).toBe(3);
  });

  test('that work on different items disturb each other in nothing', async () => {
    const { db, name } = await openTestDb();
    const here = practise(db, seededClock(1));
    const there = practise(await openTab(name), seededClock(2));
    const outcomes = await Promise.all([here.grade('q-one', 3), there.grade('q-two', 3)]);
    expect(outcomes).toEqual(['stored', 'stored']);
  });

  test('the same event stored twice is stored once', async () => {
    const { db } = await openTestDb();
    const state = await readItemState(db, item, replayContext());
    const event: LogEvent = { type: 'flagged', ...seededClock().stamp(), item, on: true };
    const after = applyEvent(state, event, replayContext());
    if (!after) throw new Error('Nothing lies after nothing.');
    const recording = { event, before: state, after, place: null };
    expect(await recordEvent(db, recording)).toBe('stored');
    expect(await recordEvent(db, recording)).toBe('conflict');
    expect(await db.events.count()).toBe(1);
  });
});

describe('when all cards were made anew meanwhile', () => {
  test('what goes on from before is refused, and nothing is written; what begins after it is stored', async () => {
    const { db } = await openTestDb();
    const state = await readItemState(db, item, replayContext());
    const event: LogEvent = { type: 'flagged', ...seededClock().stamp(), item, on: true };
    const after = applyEvent(state, event, replayContext());
    if (!after) throw new Error('Nothing lies after nothing.');
    const epoch = await readEpoch(db);
    await beginEpoch(db);
    const before = await dump(db);
    const recording = { event, before: state, after, place: null };
    expect(await recordEvent(db, { ...recording, epoch })).toBe('conflict');
    expect(await dump(db)).toEqual(before);
    await beginEpoch(db);
    expect(await recordEvent(db, { ...recording, epoch })).toBe('conflict');
    expect(await recordEvent(db, { ...recording, epoch: await readEpoch(db) })).toBe('stored');
    expect(await readEpoch(db)).toBe(epoch + 2);
  });
});

describe('a clock that was set back', () => {
  test('stops nobody: each grade is stored, however many', async () => {
    const { db } = await openTestDb();
    const me = practise(db);
    expect(await me.grade('q-one', 3)).toBe('stored');
    me.clock.advance(-30 * DAY_MS);
    for (let n = 0; n < 4; n += 1) {
      me.clock.advance(DAY_MS);
      expect(await me.grade('q-one', 3)).toBe('stored');
    }
    expect(await db.events.count()).toBe(5);
  });

  test('can be undone, and graded again', async () => {
    const { db } = await openTestDb();
    const me = practise(db);
    await me.grade('q-one', 3);
    const before = await dump(db, ['events']);
    me.clock.advance(-30 * DAY_MS);
    await me.grade('q-one', 2);
    me.clock.advance(1000);
    await me.undo();
    expect(await dump(db, ['events'])).toEqual(before);
    me.clock.advance(1000);
    expect(await me.grade('q-one', 2)).toBe('stored');
  });

  test('events of another device that lie ahead stop nobody', async () => {
    const { db } = await openTestDb();
    const other = practise(db, seededClock(2, Date.UTC(2030, 0, 1)));
    await other.grade('q-one', 3);
    const me = practise(db, seededClock(1));
    await me.look('q-one');
    for (let n = 0; n < 3; n += 1) {
      me.clock.advance(DAY_MS);
      expect(await me.grade('q-one', 3)).toBe('stored');
    }
    const today = studyDayOfStamp(me.clock.stamp(), 4);
    await expect(readQueue(db, today, DEFAULT_SETTINGS, me.context.scheduler)).resolves.toBeDefined();
  });
});
