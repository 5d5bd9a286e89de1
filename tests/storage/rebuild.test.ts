import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Progress } from '#storage/heavy-progress.ts';
import { readLog, rebuildStates } from '#storage/rebuild.ts';
import { realisticLog } from '../support/arbitrary-logs.ts';
import { eventBase, eventId, replayContext, reviewed } from '../support/builders.ts';
import { dump } from '../support/dump.ts';
import { recordLog } from '../support/recorded-log.ts';
import { openTestDb } from '../support/test-db.ts';

/** Many small transactions on fake-indexeddb, on a machine that does other things too. */
const SLOW_MS = 60_000;

test(
  'on a sound database a rebuild changes nothing, whatever was done before',
  async () => {
    const { db } = await openTestDb();
    const empty = await db.cards.toArray();
    await fc.assert(
      fc.asyncProperty(realisticLog, async (log) => {
        await Promise.all([db.events.clear(), db.cards.clear(), db.marks.clear()]);
        await db.cards.bulkAdd(empty);
        await recordLog(db, log);
        const before = await dump(db);
        await rebuildStates(db, replayContext());
        expect(await dump(db)).toEqual(before);
      }),
      { numRuns: 15 },
    );
  },
  SLOW_MS,
);

test('rows that were lost, forged or damaged are made again', async () => {
  const { db } = await openTestDb();
  await recordLog(db, [reviewed(1), { ...eventBase(2), type: 'noted', text: 'Mine.' }]);
  const sound = await dump(db);
  await db.cards.delete('q-one' as never);
  await db.cards.put({ id: 'q-two', item: 'q-two', queue: 'due', state: 'damaged' } as never);
  await db.cards.put({ id: 'q-forged', item: 'q-forged', queue: 'new' } as never);
  await db.marks.clear();
  await rebuildStates(db, replayContext());
  expect(await dump(db)).toEqual(sound);
});

test('a new hour of rollover moves study days; what each button promised stays', async () => {
  const { db } = await openTestDb();
  const night = reviewed(1, { atMs: Date.UTC(2026, 10, 22, 2, 30), offsetMinutes: 0, due: { kind: 'days', days: 5 } });
  const noon = reviewed(2, { item: 'q-two' as never, card: 'q-two' as never, atMs: Date.UTC(2026, 10, 22, 12) });
  await recordLog(db, [night, noon]);
  const before = await db.cards.toArray();
  await rebuildStates(db, replayContext({ rolloverHour: 2 }));
  const after = await db.cards.toArray();
  const daysOf = (rows: typeof before, id: string) => {
    const row = rows.find((each) => (each.id as string) === id);
    return { last: row?.lastDay ?? Number.NaN, due: row?.dueDay ?? Number.NaN };
  };
  expect(daysOf(after, 'q-one').last).toBe(daysOf(before, 'q-one').last + 1);
  expect(daysOf(after, 'q-one').due - daysOf(after, 'q-one').last).toBe(5);
  expect(daysOf(after, 'q-two')).toEqual(daysOf(before, 'q-two'));
});

test('a damaged event stays where it is, is named, and does not stand in the way of the others', async () => {
  const { db } = await openTestDb();
  await recordLog(db, [reviewed(1)]);
  await db.events.put({ ...reviewed(2), grade: 9 } as never);
  await db.events.put({ id: 77, nonsense: true } as never);
  const rebuilt = await rebuildStates(db, replayContext());
  expect([...rebuilt.unreadable].toSorted()).toEqual(['77', eventId(2)].toSorted());
  expect(await db.events.count()).toBe(3);
  expect((await db.cards.get(reviewed(1).card))?.state.learning).toMatchObject({ kind: 'learned', reps: 1 });
});

test(
  'a log longer than one batch is read whole, and every step is told',
  async () => {
    const { db } = await openTestDb();
    const many = Array.from({ length: 2050 }, (_, n) => reviewed(n));
    await db.events.bulkAdd(many);
    const told: Progress[] = [];
    expect((await readLog(db, (progress) => told.push(progress))).events).toEqual(many);
    expect(told).toEqual([2000, 2050].map((done) => ({ stage: 'history', done, total: 2050 })));
  },
  SLOW_MS,
);

test('a rebuild that fails in the middle changes nothing', async () => {
  const { db } = await openTestDb();
  await recordLog(db, [reviewed(1)]);
  await db.marks.clear();
  const before = await dump(db);
  const stop = (progress: Progress): void => {
    if (progress.stage === 'cards' && progress.done > 0) throw new Error('stopped');
  };
  await expect(rebuildStates(db, replayContext(), stop)).rejects.toThrow('stopped');
  expect(await dump(db)).toEqual(before);

  const fail = (): void => {
    throw new Error('disk');
  };
  db.marks.hook('creating', fail);
  await expect(rebuildStates(db, replayContext())).rejects.toThrow('disk');
  db.marks.hook('creating').unsubscribe(fail);
  expect(await dump(db)).toEqual(before);
});
