/** Cards and marks are a cache of the log: whatever was done, a rebuild changes nothing. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Item } from '#bank/item.ts';
import { GRADES } from '#memory/grade.ts';
import { loadBank } from '#storage/load-bank.ts';
import { rebuildStates } from '#storage/rebuild.ts';
import { restoreBackup } from '#storage/restore.ts';
import { arbitraryDeed, eventOf, hostileLog, LOG_ITEMS } from '../support/arbitrary-logs.ts';
import { DAY_MS, eventId, itemId, replayContext } from '../support/builders.ts';
import { seededClock } from '../support/clock.ts';
import { dump } from '../support/dump.ts';
import { path, question, sheet } from '../support/item-builders.ts';
import { practise, type Practice } from '../support/practice.ts';
import { buildBank, SMALL_BANK } from '../support/test-bank.ts';
import { openTab, openTestDb, type TestDb } from '../support/test-db.ts';

/** Banks that may be published one after the other: without a question, with one moved, with one more, in another order. */
const BANKS: readonly (readonly Item[])[] = [
  SMALL_BANK,
  SMALL_BANK.filter((item) => item.id !== 'q-one'),
  [...SMALL_BANK.filter((item) => item.id !== 'q-two'), question('q-two', { topic: 'web/tls', title: 'Moved?' })],
  [...SMALL_BANK, question('q-zero', { tier: 'foundational' })],
  [...SMALL_BANK.filter((item) => item.type !== 'path'), path('path-web', ['q-three', 'q-one'])],
  [...SMALL_BANK.filter((item) => item.id !== 'q-three'), sheet('q-three')],
];

interface World {
  readonly base: TestDb;
  me: Practice;
}

type Act = (world: World) => Promise<void>;

const id = fc.constantFrom(...LOG_ITEMS);
const point = fc.constantFrom(undefined, undefined, 'c1', 'd1');
const ticked = fc.subarray(['c1', 'c2', 'd1', 'd2', 'b1']);

const grading = fc
  .tuple(id, fc.constantFrom(...GRADES), point, ticked)
  .map(([item, grade, which, ticks]): Act => async ({ me }) => {
    const how = which === undefined ? { ticked: ticks } : { point: which };
    expect(await me.grade(item, grade, how)).toBe('stored');
  });

/** A void is made by undo; all other deeds are stored as they are. */
const doing = fc.tuple(id, arbitraryDeed).map(([item, deed]): Act => async ({ me }) => {
  if (deed.type === 'voided') return;
  expect(await me.store(eventOf(deed, me.clock.stamp(), item, eventId(0)))).toBe('stored');
});

const undoing = fc.constant<Act>(async ({ me }) => {
  await me.undo();
});

const waiting = fc.oneof(fc.constantFrom(1000, DAY_MS, 30 * DAY_MS), fc.constantFrom(-1000, -40 * DAY_MS)).map(
  (ms): Act =>
    async ({ me }) =>
      me.clock.advance(ms),
);

const publishing = fc.constantFrom(...BANKS).map((items): Act => async ({ base, me }) => {
  base.source.bank = await buildBank(items);
  await loadBank(me.db, base.source);
});

const restoring = fc
  .tuple(hostileLog, fc.constantFrom('merge' as const, 'merge' as const, 'replace' as const))
  .map(([events, mode]): Act => async (world) => {
    await restoreBackup(world.me.db, { events, settings: [] }, mode, world.me.clock.nowMs);
    // Every tab begins anew after a restore.
    world.me = practise(world.me.db, world.me.clock);
  });

const reopening = fc.constant<Act>(async (world) => {
  world.me.db.close();
  world.me = practise(await openTab(world.base.name), world.me.clock);
});

const acts = fc.array(
  fc.oneof(
    { arbitrary: grading, weight: 6 },
    { arbitrary: doing, weight: 3 },
    { arbitrary: undoing, weight: 3 },
    { arbitrary: waiting, weight: 3 },
    { arbitrary: publishing, weight: 2 },
    { arbitrary: restoring, weight: 1 },
    { arbitrary: reopening, weight: 1 },
  ),
  { minLength: 1, maxLength: 16 },
);

async function expectRebuildToChangeNothing({ db }: Practice): Promise<void> {
  const rows = await dump(db);
  await rebuildStates(db, replayContext());
  expect(await dump(db)).toEqual(rows);
}

test('after any deeds, undos, updates of the bank, restores and restarts, the rows are what the log gives', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (list) => {
      const base = await openTestDb();
      const world: World = { base, me: practise(base.db, seededClock()) };
      for (const act of list) await act(world);
      await expectRebuildToChangeNothing(world.me);
      await world.me.db.delete();
    }),
    { numRuns: 120 },
  );
}, 30_000);

test('two tabs that press at random agree with the log, and no press is counted twice', async () => {
  const presses = fc.array(fc.record({ tab: fc.nat(1), item: id, together: fc.boolean() }), {
    minLength: 1,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(presses, async (list) => {
      const base = await openTestDb();
      const clock = seededClock();
      const tabs = [practise(base.db, clock), practise(await openTab(base.name), clock)];
      let stored = 0;
      for (const { tab, item, together } of list) {
        clock.advance(60_000);
        const pressing = together ? tabs : [tabs[tab] ?? practise(base.db, clock)];
        const outcomes = await Promise.all(pressing.map((each) => each.grade(item, 3, { ticked: ['c1'] })));
        stored += outcomes.filter((outcome) => outcome === 'stored').length;
        expect(await base.db.events.count()).toBe(stored);
        // A tab that was told looks again.
        for (const [index, outcome] of outcomes.entries())
          if (outcome === 'conflict') await pressing[index]?.look(item);
        if (together) expect(outcomes.filter((outcome) => outcome === 'stored').length).toBeLessThanOrEqual(1);
      }
      const practice = tabs[0] ?? practise(base.db, clock);
      await expectRebuildToChangeNothing(practice);
      expect((await practice.look(itemId('q-one'))).events).toBe(
        await base.db.events.where('item').equals('q-one').count(),
      );
      for (const tab of tabs) tab.db.close();
      await base.db.delete();
    }),
    { numRuns: 40 },
  );
}, 30_000);
