import { beforeEach, describe, expect, test } from 'vitest';
import { replayItem } from '#review/reduce.ts';
import type { LamplightDb } from '#storage/database.ts';
import { readMockHistory } from '#storage/mock-history.ts';
import { rebuildStates } from '#storage/rebuild.ts';
import { readItemState } from '#storage/item-states.ts';
import { recordEvent } from '#storage/record-event.ts';
import { restoreBackup, undoReplace } from '#storage/restore.ts';
import { latestSnapshot } from '#storage/restore-snapshots.ts';
import { voidEvent } from '#storage/undo.ts';
import { setting } from '../support/arbitrary-settings.ts';
import { backupOf } from '../support/backup.ts';
import { cardId, deviceId, eventBase, eventId, itemId, replayContext, reviewed } from '../support/builders.ts';
import { dump } from '../support/dump.ts';
import { mockRecord } from '../support/mock-records.ts';
import { recordLog } from '../support/recorded-log.ts';
import { openTestDb } from '../support/test-db.ts';

const NOW_MS = Date.UTC(2026, 10, 22, 9);

/** All that a person made, and what follows from it. Snapshots are apart. */
const facts = (db: LamplightDb) => dump(db, ['snapshots', 'local']);

let db: LamplightDb;

beforeEach(async () => {
  ({ db } = await openTestDb());
});

test('the counts of a merge say what was new, known and put right', async () => {
  await recordLog(db, [reviewed(1), reviewed(2)]);
  await db.events.put({ ...reviewed(3), grade: 9 } as never);
  const backup = backupOf({ events: [reviewed(2), reviewed(3), reviewed(4), reviewed(5)] });
  const restored = await restoreBackup(db, backup, 'merge', NOW_MS);
  expect(restored).toEqual({ added: 2, known: 1, healed: 1, replaced: 0, rows: 0 });
  expect((await db.cards.get(cardId('q-one')))?.state.learning).toMatchObject({ kind: 'learned', reps: 5 });
});

test('a mock whose record is damaged is put right by a merge, and can be taken back then', async () => {
  const sound = { ...eventBase(3, 'mock:1'), type: 'mockFinished' as const, mock: mockRecord() };
  await recordLog(db, [reviewed(1), { ...sound, mock: { ...sound.mock, startedAtMs: 'soon' as never } }]);
  expect(await readMockHistory(db)).toMatchObject({ unreadable: 1 });
  const damaged = await facts(db);
  await restoreBackup(db, backupOf({ events: [reviewed(1)] }), 'merge', NOW_MS);
  expect(await facts(db)).toEqual(damaged);

  const restored = await restoreBackup(db, backupOf({ events: [reviewed(1), sound] }), 'merge', NOW_MS);
  expect(restored).toMatchObject({ added: 0, known: 1, healed: 1 });
  const { guard: _, ...stored } = (await db.events.get(sound.id)) ?? {};
  expect(stored).toEqual(sound);
  const after = await facts(db);
  await rebuildStates(db, replayContext());
  expect(await facts(db)).toEqual(after);
  expect(await restoreBackup(db, backupOf({ events: [sound] }), 'merge', NOW_MS)).toMatchObject({
    healed: 0,
    known: 1,
  });
  await voidEvent(db, sound, eventBase(4, 'mock:1'), replayContext());
  expect(await readItemState(db, itemId('mock:1'), replayContext())).toMatchObject({ events: 2 });
});

test('an event that is here never changes, even if a file gives its id to another', async () => {
  await recordLog(db, [reviewed(1, { grade: 4 })]);
  const before = await facts(db);
  await restoreBackup(db, backupOf({ events: [reviewed(1, { grade: 1 })] }), 'merge', NOW_MS);
  expect(await facts(db)).toEqual(before);
});

test('a merge deletes no row that cannot be read, and a replacement sets it aside', async () => {
  await recordLog(db, [reviewed(1)]);
  const damaged = { id: eventId(7), nonsense: true } as never;
  await db.events.put(damaged);
  await db.settings.put({ key: 'newPerDay', value: 'many' } as never);
  const before = await facts(db);
  await restoreBackup(db, backupOf({}), 'merge', NOW_MS);
  expect(await facts(db)).toEqual(before);

  const { replaced } = await restoreBackup(db, backupOf({ events: [reviewed(9)] }), 'replace', NOW_MS);
  expect(replaced).toBe(2);
  expect(await db.events.toCollection().primaryKeys()).toEqual([eventId(9)]);
  await undoReplace(db, (await latestSnapshot(db))?.id ?? '', NOW_MS);
  expect(await facts(db)).toEqual(before);
});

test('of two settings the later one wins, by device id in the same millisecond; a damaged one gives way', async () => {
  await db.settings.bulkPut([
    setting('newPerDay', 10, 2000),
    setting('reviewsPerDay', 10, 1000),
    setting('fuzz', false, 3000, 1),
    { key: 'theme', value: 'pink', atMs: 9000, device: deviceId(1) } as never,
  ]);
  const settings = [
    setting('newPerDay', 20, 1999, 2),
    setting('reviewsPerDay', 20, 1001, 2),
    setting('fuzz', true, 3000, 2),
    setting('theme', 'ink', 5),
    setting('swipes', true, 5),
  ];
  await restoreBackup(db, backupOf({ settings }), 'merge', NOW_MS);
  expect(Object.fromEntries((await db.settings.toArray()).map(({ key, value }) => [key, value]))).toEqual({
    newPerDay: 10,
    reviewsPerDay: 20,
    fuzz: true,
    theme: 'ink',
    swipes: true,
  });
});

test('a tab that has not heard of the merge meets a conflict instead of storing what knows nothing of it', async () => {
  const context = replayContext();
  await recordLog(db, [reviewed(1)]);
  const stale = await readItemState(db, itemId('q-one'), context);
  await restoreBackup(db, backupOf({ events: [reviewed(0), reviewed(2)] }), 'merge', NOW_MS);
  const before = await dump(db);
  const event = reviewed(3);
  const after = replayItem(stale.item, [reviewed(1), event], context);
  expect(await recordEvent(db, { event, before: stale, after, place: null })).toBe('conflict');
  expect(await dump(db)).toEqual(before);

  await recordLog(db, [reviewed(3), reviewed(4)]);
  expect((await readItemState(db, itemId('q-one'), context)).events).toBe(5);
});

test('a merge into what an earlier merge has guarded meets no conflict of its own', async () => {
  await recordLog(db, [reviewed(3)]);
  for (const n of [2, 1, 5, 4]) {
    await restoreBackup(db, backupOf({ events: [reviewed(n)] }), 'merge', NOW_MS);
    await restoreBackup(db, backupOf({}), 'replace', NOW_MS);
    await undoReplace(db, (await latestSnapshot(db))?.id ?? '', NOW_MS);
  }
  expect(await db.events.count()).toBe(5);
});

test('card states follow the settings that are in force after the merge', async () => {
  const night = reviewed(1, { atMs: Date.UTC(2026, 10, 22, 2, 30), offsetMinutes: 0 });
  await recordLog(db, [night]);
  const before = (await db.cards.get(cardId('q-one')))?.lastDay ?? Number.NaN;
  await restoreBackup(db, backupOf({ settings: [setting('rolloverHour', 0)] }), 'merge', NOW_MS);
  expect((await db.cards.get(cardId('q-one')))?.lastDay).toBe(before + 1);
});

test('three snapshots are kept, whatever the clock says, and each comes back whole', async () => {
  for (const n of [1, 2, 3, 4, 5]) {
    await restoreBackup(db, backupOf({ events: [reviewed(n)] }), 'replace', NOW_MS - n);
  }
  const ids = [...new Set((await db.snapshots.toArray()).map((row) => row.id.split('/')[0]))];
  expect(ids).toHaveLength(3);
  expect((await latestSnapshot(db))?.id).toBe(ids.at(-1));
  await undoReplace(db, ids[0] ?? '', NOW_MS);
  expect(await db.events.toCollection().primaryKeys()).toEqual([eventId(2)]);
});

test('a snapshot that is no longer there is refused, and nothing changes', async () => {
  await recordLog(db, [reviewed(1)]);
  const before = await dump(db);
  await expect(undoReplace(db, '0000000000000001', NOW_MS)).rejects.toThrow(RangeError);
  expect(await dump(db)).toEqual(before);
});

describe('a write that fails in the middle changes nothing', () => {
  const file = backupOf({
    events: [
      reviewed(4),
      { ...eventBase(5, 'q-two'), type: 'flagged', on: true },
      reviewed(6, { item: 'q-three' as never, card: cardId('q-three') }),
    ],
    settings: [setting('newPerDay', 3)],
  });

  test.each(['events', 'settings', 'cards', 'marks'] as const)('in %s', async (name) => {
    await recordLog(db, [reviewed(1), { ...eventBase(2), type: 'noted', text: 'Mine.' }]);
    await db.settings.put(setting('theme', 'ink'));
    const before = await dump(db);
    let left = 0;
    const fail = (): void => {
      left -= 1;
      if (left < 0) throw new Error('the disk is full');
    };
    const table = db.table(name);
    table.hook('creating', fail);
    for (const mode of ['merge', 'replace'] as const) {
      left = name === 'settings' || name === 'marks' ? 0 : 1;
      await expect(restoreBackup(db, file, mode, NOW_MS), mode).rejects.toThrow('the disk is full');
      expect(await dump(db), mode).toEqual(before);
    }
    table.hook('creating').unsubscribe(fail);
  });

  test('in the snapshot', async () => {
    await recordLog(db, [reviewed(1)]);
    const before = await dump(db);
    const fail = (): void => {
      throw new Error('the disk is full');
    };
    db.snapshots.hook('creating', fail);
    await expect(restoreBackup(db, file, 'replace', NOW_MS)).rejects.toThrow('the disk is full');
    db.snapshots.hook('creating').unsubscribe(fail);
    expect(await dump(db)).toEqual(before);
  });

  test('or a person who stops it', async () => {
    await recordLog(db, [reviewed(1)]);
    const before = await dump(db);
    for (const stage of ['snapshot', 'events', 'replay', 'cards'] as const) {
      const stop = (progress: { stage: string }): void => {
        if (progress.stage === stage) throw new Error('enough');
      };
      await expect(restoreBackup(db, file, 'replace', NOW_MS, stop), stage).rejects.toThrow('enough');
      expect(await dump(db), stage).toEqual(before);
    }
  });
});
