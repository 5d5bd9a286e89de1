/** A page that goes before its transaction had its turn: what was pressed is stored by whoever looks next. */
import { Dexie } from 'dexie';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { LogEvent } from '#review/event.ts';
import { catchUp } from '#storage/catch-up.ts';
import { rebuildStates } from '#storage/rebuild.ts';
import { writeSetting } from '#storage/settings-write.ts';
import { onTabNews, type TabNews } from '#storage/tabs.ts';
import { forgetAhead } from '#storage/write-ahead.ts';
import { itemId } from '../support/builders.ts';
import { seededClock, type TestClock } from '../support/clock.ts';
import { dump } from '../support/dump.ts';
import { practise, type Practice } from '../support/practice.ts';
import { openTab, openTestDb } from '../support/test-db.ts';

const item = itemId('q-one');

/** A tab of a database that goes with this press: its transaction waits behind others and is dropped by the engine. */
async function goesWith(name: string, press: (me: Practice) => Promise<unknown>, clock = seededClock()): Promise<void> {
  const db = await openTab(name);
  const me = practise(db, clock);
  await me.look('q-one');
  const dropped = vi.spyOn(db, 'transaction').mockReturnValue(new Promise(() => undefined) as never);
  void press(me);
  await vi.waitFor(() => expect(dropped).toHaveBeenCalled());
  db.close();
}

const note = (me: Practice, text: string): LogEvent => ({ type: 'noted', ...me.clock.stamp(), item, text });

test('a grade is stored as it would have been, once, and whatever looks next may look at the same time', async () => {
  const [lived, went] = [await openTestDb(), await openTestDb()];
  await practise(lived.db).grade('q-one', 1, { ticked: ['c1'] });
  await goesWith(went.name, (me) => me.grade('q-one', 1, { ticked: ['c1'] }));
  expect([await went.db.events.count(), await went.db.ahead.count()]).toEqual([0, 1]);
  await Promise.all([catchUp(went.db), catchUp(await openTab(went.name))]);
  expect(await dump(went.db)).toEqual(await dump(lived.db));
  expect((await went.db.journal.toArray()).length).toBe(1);
  expect(await went.db.events.count()).toBe(1);
});

test('of what is stored, and of what is refused, nothing stands ahead any more', async () => {
  const { db } = await openTestDb();
  const me = practise(db);
  expect(await me.grade('q-one', 3)).toBe('stored');
  await vi.waitFor(async () => expect(await db.ahead.count()).toBe(0));
  const stale = practise(db, seededClock(2));
  await stale.look('q-one');
  await me.grade('q-one', 3);
  await vi.waitFor(async () => expect(await db.ahead.count()).toBe(0));
  expect(await stale.grade('q-one', 1)).toBe('conflict');
  expect(await db.ahead.count()).toBe(0);
});

test('one that is in the log already, because the page went a moment later, is only taken away', async () => {
  const { db } = await openTestDb();
  await practise(db).grade('q-one', 3);
  const before = await dump(db);
  expect(await db.ahead.count()).toBe(1);
  await catchUp(db);
  expect(await dump(db)).toEqual(before);
  expect(await db.ahead.count()).toBe(0);
});

test('a grade gives way to a tab that was first; a note is kept in any case', async () => {
  const { db, name } = await openTestDb();
  await goesWith(name, (me) => me.grade('q-one', 1));
  await goesWith(name, (me) => me.store(note(me, 'Kept')), seededClock(2));
  const other = practise(db, seededClock(3));
  await other.grade('q-one', 4);
  await catchUp(db);
  expect((await db.events.toArray()).map(({ type }) => type).toSorted()).toEqual(['noted', 'reviewed']);
  expect((await db.marks.get(item))?.note).toBe('Kept');
  await vi.waitFor(async () => expect(await db.ahead.count()).toBe(0));
});

test('a flag or a note that another tab stored meanwhile takes no grade away', async () => {
  const { db, name } = await openTestDb();
  await goesWith(name, (me) => me.grade('q-one', 3));
  const other = practise(db, seededClock(2));
  other.clock.advance(1000);
  await other.store({ type: 'flagged', ...other.clock.stamp(), item, on: true });
  await other.store(note(other, 'Twice marked'));
  await catchUp(db);
  expect((await db.events.toArray()).map(({ type }) => type).toSorted()).toEqual(['flagged', 'noted', 'reviewed']);
  const rows = await dump(db);
  await rebuildStates(db, other.context);
  expect(await dump(db)).toEqual(rows);
});

test('what is refused while somebody looks, since its page lives after all, is not stored', async () => {
  const { db, name } = await openTestDb();
  await goesWith(name, (me) => me.grade('q-one', 3));
  const busy = await openTab(name);
  const standing = await db.ahead.toArray();
  expect(standing).toHaveLength(1);
  let looking: Promise<void> = Promise.resolve();
  await busy.transaction('rw', busy.events, async () => {
    looking = Dexie.ignoreTransaction(() => catchUp(db));
    for (let turn = 0; turn < 50; turn += 1) await busy.events.count();
    for (const { id } of standing) forgetAhead(busy, id);
  });
  await looking;
  expect([await db.events.count(), await db.ahead.count()]).toEqual([0, 0]);
});

test('the page that looks hears of it as every other does: it may hold the card', async () => {
  const { db, name } = await openTestDb();
  await goesWith(name, (me) => me.grade('q-one', 3));
  const heard: TabNews[] = [];
  onTestFinished(onTabNews((news) => heard.push(news)));
  await catchUp(db);
  await vi.waitFor(() => expect(heard).toEqual([{ type: 'changed', item }]));
});

test('a connection that the browser has closed is opened again, and the grade is stored', async () => {
  const { db } = await openTestDb();
  const me = practise(db);
  await me.look('q-one');
  db.backendDB().close();
  expect(await me.grade('q-one', 3)).toBe('stored');
});

test('it is stored under the settings in force: at half past two the day is still the one before', async () => {
  const night = (): TestClock => seededClock(1, Date.UTC(2026, 10, 22, 1, 30));
  const days = await Promise.all(
    [0, 4].map(async (hour) => {
      const { db, name } = await openTestDb();
      await writeSetting(db, 'rolloverHour', hour, night().device, 1);
      await goesWith(name, (me) => me.grade('q-one', 3), night());
      await catchUp(db);
      return (await db.cards.toArray()).find(({ id }) => String(id) === 'q-one')?.lastDay;
    }),
  );
  expect(days).toEqual([20_779, 20_778]);
});

test('what cannot be read or stored now stays for the next look, and is in nobody’s way', async () => {
  const { db, name } = await openTestDb();
  await goesWith(name, (me) => me.grade('q-one', 3));
  await db.ahead.add({ id: '0', type: 'reviewed' } as never);
  await db.events.add({ id: '1', item: 'q-one', type: 'nonsense' } as never);
  await db.ahead.add({ ...note(practise(db, seededClock(2)), 'Elsewhere'), item: itemId('q-two') });
  await catchUp(db);
  expect((await db.marks.get(itemId('q-two')))?.note).toBe('Elsewhere');
  expect(await db.ahead.count()).toBe(2);
  await db.events.delete('1');
  await catchUp(db);
  expect((await db.ahead.toCollection().primaryKeys()).map(String)).toEqual(['0']);
  expect(await db.events.where('item').equals(item).count()).toBe(1);
});
