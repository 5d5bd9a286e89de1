/** The days that are kept answer by answer are what the log gives, whatever is done, undone, restored and counted in between. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GRADES } from '#memory/grade.ts';
import { recountDays } from '#progress/recount.ts';
import type { LogEvent } from '#review/event.ts';
import { createDatabase, MIGRATIONS, type LamplightDb } from '#storage/database.ts';
import { eventOfRow } from '#storage/item-states.ts';
import { recordMany, voidMany } from '#storage/many-items.ts';
import { unreported } from '#storage/heavy-progress.ts';
import { countDays } from '#storage/progress-count.ts';
import { readBasis, readStoredDays, settleDays, type PackedCards } from '#storage/progress-days.ts';
import { readDesk, settleDesk } from '#storage/progress-desk.ts';
import { packCards, unpackCards } from '#storage/progress-pack.ts';
import { recountAll } from '#storage/progress-recount.ts';
import { rebuildStates } from '#storage/rebuild.ts';
import { restoreBackup, undoReplace } from '#storage/restore.ts';
import { latestSnapshot } from '#storage/restore-snapshots.ts';
import { arbitraryCards } from '../progress/arbitrary-known.ts';
import { arbitraryDeed, eventOf, hostileLog, LOG_ITEMS } from '../support/arbitrary-logs.ts';
import { cardId, DAY_MS, eventId, itemId, replayContext, scheduler } from '../support/builders.ts';
import { seededClock } from '../support/clock.ts';
import { practise, type Practice } from '../support/practice.ts';
import { freshName, openTab, openTestDb } from '../support/test-db.ts';

const context = replayContext();

async function eventsOf(db: LamplightDb): Promise<LogEvent[]> {
  return (await db.events.toArray()).map(eventOfRow);
}

/** After adding up, the stored days are those of a count of the whole log. */
async function expectExact(db: LamplightDb): Promise<void> {
  expect(await settleDays(db, context)).toBe(true);
  const days = [...(await readStoredDays(db)).values()].toSorted((a, b) => a.day - b.day);
  expect(days).toEqual([...recountDays(await eventsOf(db), context).values()].toSorted((a, b) => a.day - b.day));
  const packed = (await db.tallies.get('cards')) as PackedCards | undefined;
  const lines = await db.journal.toArray();
  expect(packed ? lines.every(({ seq = 0 }) => seq > packed.seq) : lines.length === 0).toBe(true);
}

/** A tab that starts now has the same desk from the packed cards as from the rows. */
async function expectSameDesk(name: string): Promise<void> {
  const [first, second] = [await openTab(name), await openTab(name)];
  const packed = await readDesk(first, context);
  await second.tallies.delete('cards');
  const plain = await readDesk(second, context);
  const sorted = (desk: typeof packed) =>
    [...(desk?.cards.values() ?? [])].flat().toSorted((a, b) => (a.id < b.id ? -1 : 1));
  expect(sorted(packed)).toEqual(sorted(plain));
  expect(packed?.tallies).toEqual(plain?.tallies);
  for (const tab of [first, second]) tab.close();
}

interface World {
  me: Practice;
}
type Act = (world: World) => Promise<unknown>;

const id = fc.constantFrom(...LOG_ITEMS);
const grading = fc
  .tuple(id, fc.constantFrom(...GRADES), fc.constantFrom(undefined, undefined, 'c1'), fc.subarray(['c1', 'd1']))
  .map(
    ([item, grade, point, ticked]): Act =>
      ({ me }) =>
        me.grade(item, grade, point === undefined ? { ticked } : { point }),
  );
const doing = fc.tuple(id, arbitraryDeed).map(([item, deed]): Act => async ({ me }) => {
  if (deed.type !== 'voided') await me.store(eventOf(deed, me.clock.stamp(), item, eventId(0)));
});
const undoing = fc.constant<Act>(({ me }) => me.undo());
const waiting = fc.constantFrom(1000, DAY_MS, 10 * DAY_MS, 40 * DAY_MS, -1000, -40 * DAY_MS).map(
  (ms): Act =>
    ({ me }) =>
      Promise.resolve(me.clock.advance(ms)),
);
const looking = fc.constant<Act>(async ({ me }) => {
  await readDesk(me.db, context);
  await settleDesk(me.db, context);
});
const settling = fc.constant<Act>(({ me }) => settleDays(me.db, context));
const recounting = fc.constant<Act>(({ me }) => recountAll(me.db, context));
const rebuilding = fc.constant<Act>(({ me }) => rebuildStates(me.db, context));
const many = fc.tuple(fc.subarray(LOG_ITEMS), fc.boolean()).map(([items, back]): Act => async (world) => {
  const { db, clock } = world.me;
  const stored = await recordMany(
    db,
    items,
    ({ item }) => ({ type: 'reset', ...clock.stamp(), item, card: cardId(item) }),
    context,
  );
  if (back) await voidMany(db, stored, () => clock.stamp(), context);
  // The page reads again after a change of many.
  world.me = practise(db, clock, context);
});
const restoring = fc
  .tuple(hostileLog, fc.constantFrom('merge' as const, 'replace' as const), fc.boolean())
  .map(([events, mode, back]): Act => async (world) => {
    const { db, clock } = world.me;
    await restoreBackup(db, { events, settings: [] }, mode, clock.nowMs);
    const snapshot = back && mode === 'replace' ? await latestSnapshot(db) : null;
    if (snapshot) await undoReplace(db, snapshot.id, clock.nowMs);
    world.me = practise(db, clock, context);
  });

const acts = fc.array(
  fc.oneof(
    { arbitrary: grading, weight: 6 },
    { arbitrary: doing, weight: 3 },
    { arbitrary: undoing, weight: 3 },
    { arbitrary: waiting, weight: 4 },
    { arbitrary: settling, weight: 3 },
    { arbitrary: looking, weight: 3 },
    { arbitrary: many, weight: 1 },
    { arbitrary: restoring, weight: 1 },
    { arbitrary: recounting, weight: 1 },
    { arbitrary: rebuilding, weight: 1 },
  ),
  { minLength: 1, maxLength: 16 },
);

test('after any deeds, undos, restores and counts in any order the days are what the log gives', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (list) => {
      const { db, name } = await openTestDb();
      await recountAll(db, context);
      const world: World = { me: practise(db, seededClock(), context) };
      for (const act of list) await act(world);
      await expectExact(db);
      await expectSameDesk(name);
      await db.delete();
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('packed cards are the learned ones, to the last field', () => {
  fc.assert(
    fc.property(arbitraryCards, (cards) => {
      expect(unpackCards(packCards(cards))).toEqual(cards.filter(({ learning }) => learning.kind === 'learned'));
    }),
  );
});

describe('the days', () => {
  test('are counted first when an older version never did, and then hold all that was stored before', async () => {
    const name = freshName();
    const old = createDatabase(
      name,
      MIGRATIONS.filter(({ version }) => version < 2),
    );
    await old.open();
    old.close();
    const db = await openTab(name);
    expect(await settleDays(db, context)).toBe(false);
    const me = practise(db);
    await me.grade('q-one', 3);
    await recountAll(db, context);
    await me.grade('q-two', 1);
    await expectExact(db);
    expect([...(await readStoredDays(db)).values()].map(({ counts }) => counts[0])).toEqual([2]);
    await db.delete();
  });

  test('must be counted anew when days begin at another hour or the memory is believed to be another', async () => {
    const { db } = await openTestDb();
    await recountAll(db, context);
    expect(await readBasis(db, context)).not.toBeNull();
    expect(await readBasis(db, { ...context, rolloverHour: 5 })).toBeNull();
    const weights = scheduler().parameters.weights.map((weight, index) => (index === 0 ? weight * 1.1 : weight));
    expect(await readBasis(db, { ...context, scheduler: scheduler({ weights }) })).toBeNull();
    expect(await readBasis(db, { ...context, scheduler: scheduler({ desiredRetention: 0.8 }) })).not.toBeNull();
  });

  test('are counted at once where the log is short, and the count says how it ended', async () => {
    const { db } = await openTestDb();
    await practise(db).grade('q-one', 3);
    expect((await countDays(db, context, unreported).outcome).kind).toBe('done');
    await expectExact(db);
    db.close();
    expect((await countDays(db, context, unreported).outcome).kind).toBe('failed');
    await db.open();
  });

  test('hold what is stored while all is being counted exactly once', async () => {
    const { db } = await openTestDb();
    const me = practise(db);
    await me.grade('q-one', 3);
    await me.grade('q-two', 3);
    let during: Promise<unknown> = Promise.resolve();
    await recountAll(db, context, ({ stage }) => {
      if (stage === 'history') during = me.undo().then(() => me.grade('q-three', 4));
    });
    await during;
    await expectExact(db);
    expect([...(await readStoredDays(db)).values()].map(({ counts }) => counts[0])).toEqual([2]);
  });

  test('of a count that a restore overtook are those of the restore', async () => {
    const { db } = await openTestDb();
    const me = practise(db);
    await me.grade('q-one', 3);
    let during: Promise<unknown> = Promise.resolve();
    await recountAll(db, context, ({ stage }) => {
      if (stage === 'replay') during = restoreBackup(db, { events: [], settings: [] }, 'replace', 1);
    });
    await during;
    await expectExact(db);
    expect((await readStoredDays(db)).size).toBe(0);
  });

  test('add up a long history of one item without reading it again', async () => {
    const { db } = await openTestDb();
    await recountAll(db, context);
    const me = practise(db);
    for (let day = 0; day < 5; day += 1) {
      await me.grade('q-one', 3);
      me.clock.advance(DAY_MS);
    }
    await settleDays(db, context);
    await me.grade('q-one', 3);
    // A damaged older row of the same item would be met if it were read.
    const oldest = await db.events.orderBy('atMs').first();
    await db.table('events').update(oldest?.id, { grade: 9 });
    expect(await settleDays(db, context)).toBe(true);
    expect((await db.events.where('item').equals(itemId('q-one')).count()) > 5).toBe(true);
  });
});
