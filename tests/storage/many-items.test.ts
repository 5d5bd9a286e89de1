/** One change to many items: all or nothing, and taken back as a whole. */
import { describe, expect, test, vi } from 'vitest';
import { cardOf, type ItemState } from '#review/card-state.ts';
import { cardIdOf } from '#review/ids.ts';
import { rebuildStates } from '#storage/rebuild.ts';
import { recordMany, voidMany } from '#storage/many-items.ts';
import { itemId } from '../support/builders.ts';
import { dump } from '../support/dump.ts';
import { practise, type Practice } from '../support/practice.ts';
import { openTestDb } from '../support/test-db.ts';

const IDS = ['q-one', 'q-two', 'q-three', 'err-timeout'].map(itemId);

const flag =
  (me: Practice) =>
  ({ item, flagged }: ItemState) =>
    flagged ? null : ({ type: 'flagged', ...me.clock.stamp(), item, on: true } as const);

const suspend = (me: Practice) => (state: ItemState) =>
  cardOf(state, null).suspended
    ? null
    : ({
        type: 'suspended',
        ...me.clock.stamp(),
        item: state.item,
        card: cardIdOf(state.item, null),
        on: true,
      } as const);

async function somebody() {
  const { db } = await openTestDb();
  const me = practise(db);
  await me.grade('q-one', 1, { ticked: ['c1'] });
  await me.store({ type: 'flagged', ...me.clock.stamp(), item: itemId('q-two'), on: true });
  me.clock.advance(60_000);
  return { db, me };
}

describe('a change to many items', () => {
  test('makes one event for each that is not yet so, and the rows that a replay of the log makes', async () => {
    const { db, me } = await somebody();
    const stored = await recordMany(db, IDS, flag(me), me.context);
    expect(stored.map(({ item }) => item)).toEqual(['q-one', 'q-three', 'err-timeout']);
    expect((await db.marks.where('flagged').equals(1).primaryKeys()).toSorted()).toEqual(IDS.toSorted());
    const rows = await dump(db);
    await rebuildStates(db, me.context);
    const again = await dump(db);
    expect([again['cards'], again['marks']]).toEqual([rows['cards'], rows['marks']]);
  });

  test('takes questions out of the schedule with their points', async () => {
    const { db, me } = await somebody();
    await recordMany(db, IDS.slice(0, 3), suspend(me), me.context);
    const queues = new Set((await db.cards.toArray()).map(({ queue }) => queue));
    expect([...queues]).toEqual(['off']);
  });

  test('is taken back as a whole', async () => {
    const { db, me } = await somebody();
    const before = await dump(db);
    const stored = await recordMany(db, IDS.slice(0, 3), suspend(me), me.context);
    me.clock.advance(1000);
    await voidMany(db, stored, () => me.clock.stamp(), me.context);
    expect((await dump(db))['cards']).toEqual(before['cards']);
    expect(await db.events.count()).toBe(2 + 3 + 3);
  });

  test('stores nothing at all when one row is refused', async () => {
    const { db, me } = await somebody();
    const before = await dump(db);
    vi.spyOn(db.marks, 'bulkPut').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
    await expect(recordMany(db, IDS, flag(me), me.context)).rejects.toThrow('full');
    expect(await dump(db)).toEqual(before);
  });

  test('that changes nothing stores nothing', async () => {
    const { db, me } = await somebody();
    const before = await dump(db);
    expect(await recordMany(db, [itemId('q-two')], flag(me), me.context)).toEqual([]);
    expect(await dump(db)).toEqual(before);
  });
});
