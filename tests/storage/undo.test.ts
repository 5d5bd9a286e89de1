/** Undo: exact, however far back and across whatever came between. */
import { describe, expect, test } from 'vitest';
import { eventOfRow } from '#storage/item-states.ts';
import { lastUndoable, voidEvent } from '#storage/undo.ts';
import { DAY_MS, itemId, studyDay } from '../support/builders.ts';
import { seededClock } from '../support/clock.ts';
import { dump } from '../support/dump.ts';
import { practise, type Practice } from '../support/practice.ts';
import { openTab, openTestDb } from '../support/test-db.ts';

const item = itemId('q-one');

/** Every kind of thing that can be done, one a minute; returns what was there before each. */
async function practiseMuch(me: Practice): Promise<unknown[]> {
  const before: unknown[] = [];
  const deeds: (() => Promise<unknown>)[] = [
    () => me.grade('q-one', 1, { ticked: ['c1'] }),
    () => me.grade('q-two', 3, { ticked: ['c1', 'c2', 'd1'] }),
    () => me.store({ type: 'flagged', ...me.clock.stamp(), item, on: true }),
    () => me.store({ type: 'noted', ...me.clock.stamp(), item, text: 'Mind the raw bytes.' }),
    () => me.grade('q-one', 3, { point: 'c2' }),
    () => me.store({ type: 'buried', ...me.clock.stamp(), item, card: 'q-one' as never, untilDay: studyDay(20_999) }),
    () => me.store({ type: 'suspended', ...me.clock.stamp(), item, card: 'q-one' as never, on: true }),
    () => me.store({ type: 'reset', ...me.clock.stamp(), item, card: 'q-one' as never }),
    () => me.grade('q-one', 4, { ticked: ['c1', 'c2'] }),
  ];
  for (const deed of deeds) {
    before.push(await derived(me));
    expect(await deed()).toBe('stored');
    me.clock.advance(60_000);
  }
  return before;
}

/** What the log has led to; a mark that says nothing is as good as none. */
async function derived({ db }: Practice): Promise<unknown> {
  const { cards, marks } = await dump(db);
  return { cards, marks: (marks as { flagged: 0 | 1; note: string }[]).filter((mark) => mark.flagged || mark.note) };
}

describe('undo', () => {
  test('step by step leads back to every state there was, and then says that there is no more', async () => {
    const { db } = await openTestDb();
    const me = practise(db);
    const before = await practiseMuch(me);
    for (const state of before.toReversed()) {
      me.clock.advance(1000);
      expect(await me.undo()).not.toBeNull();
      expect(await derived(me)).toEqual(state);
    }
    expect(await me.undo()).toBeNull();
    expect(await db.events.count()).toBe(2 * before.length);
  });

  test('goes on where it stopped after the database was opened again', async () => {
    const { db, name } = await openTestDb();
    const me = practise(db);
    const before = await practiseMuch(me);
    await me.undo();
    db.close();
    const again = practise(await openTab(name), me.clock);
    expect(await derived(again)).toEqual(before.at(-1));
    for (const state of before.slice(0, -1).toReversed()) {
      again.clock.advance(1000);
      await again.undo();
      expect(await derived(again)).toEqual(state);
    }
  });

  test('says what it took back', async () => {
    const { db } = await openTestDb();
    const me = practise(db);
    await me.grade('q-one', 3);
    me.clock.advance(1000);
    await me.store({ type: 'flagged', ...me.clock.stamp(), item, on: true });
    me.clock.advance(1000);
    expect((await me.undo())?.voided).toMatchObject({ type: 'flagged', on: true });
    me.clock.advance(1000);
    expect((await me.undo())?.voided).toMatchObject({ type: 'reviewed', grade: 3 });
  });

  test('takes away the cards of points that only the undone grade had made', async () => {
    const { db } = await openTestDb();
    const me = practise(db);
    await me.grade('q-one', 1, { ticked: ['c1'] });
    expect(await db.cards.where('item').equals(item).count()).toBe(6);
    await me.undo();
    expect(await db.cards.where('item').equals(item).primaryKeys()).toEqual(['q-one']);
  });

  test('and grading again, many times over, is never taken for another tab', async () => {
    const { db } = await openTestDb();
    const me = practise(db);
    for (let round = 0; round < 5; round += 1) {
      me.clock.advance(1000);
      expect(await me.grade('q-one', 3)).toBe('stored');
      me.clock.advance(1000);
      expect(await me.undo()).not.toBeNull();
    }
    me.clock.advance(1000);
    expect(await me.grade('q-one', 2)).toBe('stored');
    expect(await db.cards.get('q-one' as never)).toMatchObject({ state: { learning: { lastGrade: 2, reps: 1 } } });
  });

  test('of a grade in the middle leaves what came after', async () => {
    const { db } = await openTestDb();
    const me = practise(db);
    await me.grade('q-one', 1);
    const [first] = (await db.events.toArray()).map(eventOfRow);
    me.clock.advance(DAY_MS);
    await me.grade('q-one', 3);
    if (first?.type !== 'reviewed') throw new Error('The first event is a review.');
    const { state } = await voidEvent(db, first, me.clock.stamp(), me.context);
    expect(state.cards.get('q-one' as never)?.learning).toMatchObject({ reps: 1, lastGrade: 3 });
    expect(await db.cards.get('q-one' as never)).toMatchObject({ state: { learning: { reps: 1, lastGrade: 3 } } });
  });

  test('of an item that has left the bank leaves its cards at rest', async () => {
    const { db } = await openTestDb();
    const me = practise(db);
    await me.grade('q-one', 3);
    await db.items.delete('q-one');
    me.clock.advance(1000);
    await me.undo();
    expect(await db.cards.get('q-one' as never)).toMatchObject({ queue: 'off' });
  });
});

describe('what is undone', () => {
  test('is only what this device did', async () => {
    const { db } = await openTestDb();
    const me = practise(db, seededClock(1));
    const other = practise(db, seededClock(2));
    await me.grade('q-one', 3);
    other.clock.advance(60_000);
    await other.grade('q-two', 3);
    expect((await lastUndoable(db, me.clock.device))?.item).toBe('q-one');
  });

  test('is also what a void of another question names: it takes nothing back', async () => {
    const { db } = await openTestDb();
    const me = practise(db);
    await me.grade('q-one', 3);
    me.clock.advance(1000);
    const review = await lastUndoable(db, me.clock.device);
    if (!review) throw new Error('There is a review.');
    await me.store({ type: 'voided', ...me.clock.stamp(), item: itemId('q-two'), target: review.id });
    me.clock.advance(1000);
    expect((await me.undo())?.voided.id).toBe(review.id);
  });

  test('is not what another device has taken back already', async () => {
    const { db } = await openTestDb();
    const me = practise(db, seededClock(1));
    await me.grade('q-two', 3);
    me.clock.advance(1000);
    await me.grade('q-one', 3);
    const target = await lastUndoable(db, me.clock.device);
    if (!target) throw new Error('There is something to take back.');
    await voidEvent(db, target, seededClock(2, me.clock.nowMs + 1000).stamp(), me.context);
    expect((await lastUndoable(db, me.clock.device))?.item).toBe('q-two');
  });

  test('is not what a device whose clock was behind has taken back', async () => {
    const { db } = await openTestDb();
    const me = practise(db, seededClock(1));
    await me.grade('q-two', 3);
    me.clock.advance(1000);
    await me.grade('q-one', 3);
    const target = await lastUndoable(db, me.clock.device);
    if (!target) throw new Error('There is something to take back.');
    await voidEvent(db, target, seededClock(2, me.clock.nowMs - DAY_MS).stamp(), me.context);
    expect((await lastUndoable(db, me.clock.device))?.item).toBe('q-two');
  });

  test('is the last thing done, whatever the clock said at the time', async () => {
    const { db } = await openTestDb();
    const me = practise(db);
    await me.grade('q-one', 3);
    me.clock.advance(-30 * DAY_MS);
    await me.grade('q-two', 3);
    expect((await me.undo())?.voided.item).toBe('q-two');
    expect((await me.undo())?.voided.item).toBe('q-one');
  });

  test('is nothing in an empty log', async () => {
    const { db } = await openTestDb();
    expect(await lastUndoable(db, seededClock().device)).toBeNull();
  });

  test('is found behind a damaged row of long ago', async () => {
    const { db } = await openTestDb();
    const me = practise(db);
    await me.grade('q-two', 3);
    me.clock.advance(1000);
    await me.grade('q-one', 3);
    await db.events.toCollection().modify((row, { value }) => {
      if (row.item === 'q-two') Object.assign(value, { grade: 9 });
    });
    expect((await me.undo())?.voided.item).toBe('q-one');
  });

  test('is everything or nothing: an undo that cannot be stored changes nothing', async () => {
    const { db } = await openTestDb();
    const me = practise(db);
    await me.grade('q-one', 3);
    const before = await dump(db);
    const target = await lastUndoable(db, me.clock.device);
    if (!target) throw new Error('There is something to take back.');
    const stamp = { ...me.clock.stamp(), offsetMinutes: 0.5 };
    await expect(voidEvent(db, target, stamp, me.context)).rejects.toThrow(RangeError);
    expect(await dump(db)).toEqual(before);
  });
});
