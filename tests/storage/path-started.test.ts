/** Paths that are followed: rows that travel in backups, and the order of what is new. */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Item } from '#bank/item.ts';
import { backupText, makeBackup } from '#exchange/backup.ts';
import { readBackup } from '#exchange/backup-reader.ts';
import { parseCarried } from '#exchange/carried.ts';
import { inTurn } from '#plan/started-row.ts';
import { DEFAULT_SETTINGS } from '#review/settings.ts';
import type { LamplightDb } from '#storage/database.ts';
import { doHeavy } from '#storage/heavy-work.ts';
import { loadBank } from '#storage/load-bank.ts';
import { leavePath, pausePath, readStartedPaths, refreshNewOrder, startPath } from '#storage/path-started.ts';
import { readFollowedPath } from '#storage/path-read.ts';
import { inspectBackup } from '#storage/restore-inspect.ts';
import { readQueue } from '#storage/today.ts';
import { deviceId, itemId, replayContext, studyDay } from '../support/builders.ts';
import { path, question } from '../support/item-builders.ts';
import { practise } from '../support/practice.ts';
import { buildBank } from '../support/test-bank.ts';
import { openTestDb } from '../support/test-db.ts';

const context = replayContext();
const DAY = studyDay(0);
const NOW_MS = Date.UTC(2026, 10, 22, 9);
const me = deviceId(1);
const NAMES = ['q-1', 'q-2', 'q-3', 'q-4', 'q-5', 'q-6'];
const ONE = itemId('path-one');
const TWO = itemId('path-two');
const bank = (one: readonly string[], two: readonly string[]): Item[] => [
  ...NAMES.map((name) => question(name)),
  path('path-one', one),
  path('path-two', two),
];

async function fresh(db: LamplightDb, newPerDay = 20): Promise<string[]> {
  const { cards } = await readQueue(db, DAY, { ...DEFAULT_SETTINGS, newPerDay }, context.scheduler);
  return cards.map(String);
}

describe('what is new', () => {
  test('comes in the bank’s order until a path is started, then in the order of the path, then the rest', async () => {
    const { db } = await openTestDb(bank(['q-5', 'q-3'], ['q-6']));
    expect(await fresh(db)).toEqual(NAMES);
    await startPath(db, ONE, me, NOW_MS);
    expect(await fresh(db)).toEqual(['q-5', 'q-3', 'q-1', 'q-2', 'q-4', 'q-6']);
    expect(await fresh(db, 3)).toEqual(['q-5', 'q-3', 'q-1']);
    expect(await fresh(db, 1)).toEqual(['q-5']);
    expect(await fresh(db, 0)).toEqual([]);
  });

  test('comes from several paths in turn, the first started first, and from a paused one not', async () => {
    const { db } = await openTestDb(bank(['q-5', 'q-3'], ['q-6', 'q-5', 'q-4']));
    await startPath(db, TWO, me, NOW_MS);
    await startPath(db, ONE, me, NOW_MS + 1);
    expect((await fresh(db)).slice(0, 4)).toEqual(['q-6', 'q-5', 'q-3', 'q-4']);
    await pausePath(db, TWO, me, NOW_MS + 2);
    expect((await fresh(db)).slice(0, 2)).toEqual(['q-5', 'q-3']);
    await startPath(db, TWO, me, NOW_MS + 3);
    expect((await fresh(db))[0]).toBe('q-6');
    await leavePath(db, TWO, me, NOW_MS + 4);
    await leavePath(db, ONE, me, NOW_MS + 5);
    expect(await fresh(db)).toEqual(NAMES);
    expect(await readStartedPaths(db)).toEqual([]);
  });

  test('is neither what was answered, suspended or buried, nor what has left the bank', async () => {
    const { db } = await openTestDb(bank(['q-5', 'q-gone', 'q-3', 'q-4'], []));
    await startPath(db, ONE, me, NOW_MS);
    const one = practise(db);
    await one.grade('q-5', 3);
    await one.store({ type: 'suspended', ...one.clock.stamp(), item: itemId('q-3'), card: 'q-3' as never, on: true });
    expect((await fresh(db))[0]).toBe('q-4');
  });
});

describe('an update of the bank', () => {
  test('that moves questions between paths loses nothing of what was learnt, and the order follows', async () => {
    const opened = await openTestDb(bank(['q-5', 'q-3'], ['q-6']));
    const { db, source } = opened;
    await startPath(db, ONE, me, NOW_MS);
    await practise(db).grade('q-5', 3);
    const learnt = await db.cards.get('q-5' as never);
    source.bank = await buildBank(bank(['q-6', 'q-2'], ['q-5', 'q-3']));
    await loadBank(db, source);
    await refreshNewOrder(db);
    expect((await fresh(db)).slice(0, 2)).toEqual(['q-6', 'q-2']);
    expect((await db.cards.get('q-5' as never))?.state).toEqual(learnt?.state);
    expect(await readStartedPaths(db)).toMatchObject([{ id: ONE, paused: false }]);
  });

  test('that removes a path leaves its questions to the bank’s order, and its row waits', async () => {
    const opened = await openTestDb(bank(['q-5'], ['q-6']));
    await startPath(opened.db, ONE, me, NOW_MS);
    opened.source.bank = await buildBank(bank([], []).filter(({ type }) => type === 'question'));
    await loadBank(opened.db, opened.source);
    await refreshNewOrder(opened.db);
    expect(await fresh(opened.db)).toEqual(NAMES);
    expect(await readStartedPaths(opened.db)).toHaveLength(1);
  });
});

test('followed paths travel in a backup, what would change is told before, and the order follows the restore', async () => {
  const { db } = await openTestDb(bank(['q-5', 'q-3'], ['q-6']));
  await startPath(db, ONE, me, NOW_MS);
  const settings = await db.settings.toArray();
  const text = [...backupText(makeBackup({ nowMs: NOW_MS, device: me, settings, events: [] }))].join('');
  const read = readBackup(text);
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  const { db: phone } = await openTestDb(bank(['q-5', 'q-3'], ['q-6']));
  expect(await inspectBackup(phone, read.backup)).toMatchObject({ paths: 1, settings: [] });
  const how = { report: () => undefined, run: 'r-1' };
  const restored = await doHeavy(
    phone,
    'restore',
    { file: new Blob([text]), mode: 'merge', nowMs: NOW_MS } as never,
    how as never,
  );
  expect(restored).toMatchObject({ ok: true });
  expect(await readStartedPaths(phone)).toEqual(await readStartedPaths(db));
  expect((await fresh(phone))[0]).toBe('q-5');
});

test('a change holds though the clock went back', async () => {
  const { db } = await openTestDb(bank(['q-5'], []));
  await startPath(db, ONE, me, NOW_MS);
  await pausePath(db, ONE, me, 5);
  expect(await readStartedPaths(db)).toEqual([{ id: ONE, startedMs: NOW_MS, paused: true }]);
});

test.each([
  ['a key that is none', { key: 'path:' }, /key/],
  ['a value that is none', { value: 3 }, /value/],
  ['a time that is none', { value: { startedMs: -1, paused: false } }, /startedMs/],
  ['a word for paused', { value: { startedMs: 1, paused: 'no' } }, /paused/],
  ['more than it has', { value: { startedMs: 1, paused: true, extra: 1 } }, /extra/],
  ['no device', { device: 'me' }, /device/],
])('a row with %s is refused', (_, over, why) => {
  const row = { key: 'path:path-one', value: { startedMs: 1, paused: false }, atMs: 1, device: me };
  expect(parseCarried(row)).toEqual({ ok: true, row });
  expect(parseCarried({ ...row, ...over })).toMatchObject({ ok: false, why: expect.stringMatching(why) as string });
});

test('taking in turn keeps the order of each list, loses nothing and says nothing twice', () => {
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(fc.nat(30)), { maxLength: 5 }), (lists) => {
      const taken = inTurn(lists);
      expect(new Set(taken)).toEqual(new Set(lists.flat()));
      expect(new Set(taken).size).toBe(taken.length);
      const [only] = lists;
      if (only && lists.length === 1) expect(taken).toEqual(only);
    }),
  );
});

test('Today goes on with the second path when the first has no step left', async () => {
  const { db } = await openTestDb(bank(['q-5'], ['q-6']));
  const person = practise(db);
  await startPath(db, ONE, me, NOW_MS);
  await startPath(db, TWO, me, NOW_MS + 1);
  const shown = async () => (await readFollowedPath(db, DAY, context.scheduler))?.path.id;
  expect(await shown()).toBe(ONE);
  await person.grade('q-5', 4);
  expect(await shown()).toBe(TWO);
  // The cards of each path are read once: of the one that was looked through, and of the one that is shown.
  const read = vi.spyOn(db.cards, 'bulkGet');
  await shown();
  expect(read.mock.calls).toEqual([[['q-5']], [['q-6']]]);
});
