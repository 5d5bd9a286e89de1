/** Every database that was ever shipped opens in this version, with all that is in it. */
import { describe, expect, test } from 'vitest';
import { parseCarried } from '#exchange/carried.ts';
import { DEFAULT_PARAMETERS } from '#memory/scheduler.ts';
import { DEFAULT_SETTINGS } from '#review/settings.ts';
import { createDatabase, MIGRATIONS, openDatabase, type LamplightDb } from '#storage/database.ts';
import { catchUp } from '#storage/catch-up.ts';
import { eventOfRow, readItemState } from '#storage/item-states.ts';
import { loadBank } from '#storage/load-bank.ts';
import { takeMockRun } from '#storage/mock-run.ts';
import { readItem } from '#storage/read-item.ts';
import { rebuildStates } from '#storage/rebuild.ts';
import { readAnswerAmount, readAnswerSound } from '#storage/recordings.ts';
import { readSettings } from '#storage/settings-store.ts';
import { readQueue } from '#storage/today.ts';
import { lastUndoable } from '#storage/undo.ts';
import { readWeightsHistory } from '#storage/weights-history.ts';
import { deviceId, itemId, replayContext, studyDay } from '../support/builders.ts';
import { dump, type Dump } from '../support/dump.ts';
import { buildBank, fakeSource } from '../support/test-bank.ts';
import { freshName, openTab } from '../support/test-db.ts';
import version1 from './fixtures/version-1.json' with { type: 'json' };
import version2 from './fixtures/version-2.json' with { type: 'json' };
import version3 from './fixtures/version-3.json' with { type: 'json' };
import version4 from './fixtures/version-4.json' with { type: 'json' };
import version5 from './fixtures/version-5.json' with { type: 'json' };

/** What each shipped version had stored, made by that version itself and never edited since. A new version adds its own. */
const STORED: Readonly<Record<number, Dump>> = { 1: version1, 2: version2, 3: version3, 4: version4, 5: version5 };

/** The shipped migrations, word for word. Append; what stands here is on people's devices. */
const SHIPPED = [
  {
    version: 1,
    stores: {
      banks: 'id',
      packs: 'file, bank',
      items: 'id, bank, pack, position',
      cards: 'id, item, lastDay, [queue+dueDay], [queue+position]',
      marks: 'item, flagged',
      events: 'id, item, atMs, &guard',
      settings: 'key',
      local: 'key',
      snapshots: 'id',
    },
  },
  { version: 2, stores: { tallies: 'key', journal: '++seq' } },
  { version: 3, stores: { recordings: 'id, mock, [mock+answer]', recordingParts: '[recording+index]' } },
  { version: 4, stores: {}, upgrade: expect.any(Function) as never },
  { version: 5, stores: { ahead: 'id', runs: 'key' }, upgrade: expect.any(Function) as never },
];

const context = replayContext();
const versions = Object.keys(STORED).map(Number);

test('shipped migrations are never edited, only appended to', () => {
  expect(MIGRATIONS.slice(0, SHIPPED.length)).toEqual(SHIPPED);
  const numbers = MIGRATIONS.map(({ version }) => version);
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
});

test('every version has its data here, and every table of a version has some', () => {
  expect(versions).toEqual(MIGRATIONS.map(({ version }) => version));
  for (const { version } of MIGRATIONS) {
    const db = createDatabase(
      freshName(),
      MIGRATIONS.slice(0, MIGRATIONS.findIndex((each) => each.version === version) + 1),
    );
    for (const { name } of db.tables)
      expect(STORED[version]?.[name], `${name} of version ${version}`).not.toHaveLength(0);
  }
});

function idsOf(rows: readonly unknown[] = []): string[] {
  return rows.map((row) => (row as { id: string }).id).toSorted();
}

/** JSON has no bytes: the fixtures hold them as `{ bytes: <base64> }`. */
function revived(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  const fields = Object.entries(row).map(([name, value]: [string, unknown]) => {
    const coded = typeof value === 'object' && value !== null && 'bytes' in value ? value.bytes : undefined;
    return [name, typeof coded === 'string' ? new Uint8Array(Buffer.from(coded, 'base64')) : value] as const;
  });
  return Object.fromEntries(fields);
}

/** A database as a version left it on a device, opened by this version. */
async function openFrom(version: number): Promise<LamplightDb> {
  const name = freshName();
  const then = createDatabase(
    name,
    MIGRATIONS.filter((each) => each.version <= version),
  );
  await then.open();
  for (const [table, rows] of Object.entries(STORED[version] ?? {})) await then.table(table).bulkAdd(rows.map(revived));
  then.close();
  return openTab(name);
}

describe.each(versions)('a database of version %d', (version) => {
  test('opens as the newest', async () => {
    const db = await openFrom(version);
    expect(db.verno).toBe(MIGRATIONS.at(-1)?.version);
    expect(db.tables.map(({ name }) => name).toSorted()).toEqual(
      [...db.backendDB().objectStoreNames].filter((name) => !name.startsWith('$')).toSorted(),
    );
  });

  test('keeps every event, and cards and marks are what they lead to', async () => {
    const db = await openFrom(version);
    const events = (await db.events.toArray()).map(eventOfRow);
    expect(events.map(({ id }) => id).toSorted()).toEqual(idsOf(STORED[version]?.['events']));
    const rows = await dump(db, ['events']);
    await rebuildStates(db, context);
    expect(await dump(db, ['events'])).toEqual(rows);
  });

  test('can be gone on with: items are read, the day is asked, the last step undone, the bank updated', async () => {
    const db = await openFrom(version);
    expect((await readItem(db, itemId('q-one')))?.type).toBe('question');
    expect(await readItemState(db, itemId('q-two'), context)).toMatchObject({ flagged: true });
    const queue = await readQueue(db, studyDay(30_000), DEFAULT_SETTINGS, context.scheduler);
    expect(queue.cards).toContain('q-one');
    expect(await lastUndoable(db, deviceId(1))).toMatchObject({ type: 'reset' });
    expect(await readSettings(db)).toEqual({ ...DEFAULT_SETTINGS, newPerDay: 5 });
    expect(await loadBank(db, fakeSource(await buildBank()))).toMatchObject({ changed: true });
    expect((await readItemState(db, itemId('q-two'), context)).note).toMatch(/fast/);
  });
});

test('an answer that was recorded in version 3 sounds as it did', async () => {
  const db = await openFrom(3);
  const place = { mock: '01a20cc8-aff0-7000-8000-000000000001', answer: '0' };
  const [stretch] = await readAnswerSound(db, place);
  expect([...new Uint8Array((await stretch?.sound.arrayBuffer()) ?? [])]).toEqual([26, 69, 223, 163, 1, 2, 3, 4]);
  expect(await readAnswerAmount(db, place)).toEqual({ stretches: 1, ms: 6000, bytes: 8 });
});

test('weights of before, which version 3 kept on the device alone, become rows that travel', async () => {
  const past = [
    { atMs: 7000, weights: null, note: 'Learnt from your answers' },
    { atMs: 5000, weights: DEFAULT_PARAMETERS.weights, note: 'Back to the published weights' },
  ];
  const name = freshName();
  const then = createDatabase(name, MIGRATIONS.slice(0, 3));
  await then.open();
  await then.table('local').bulkPut([
    { key: 'device', value: deviceId(1) },
    { key: 'weightsHistory', value: past },
  ]);
  then.close();
  const db = await openTab(name);
  expect(await readWeightsHistory(db)).toEqual(past);
  expect((await db.settings.toArray()).every((row) => parseCarried(row).ok)).toBe(true);
  expect(await db.local.get('weightsHistory')).toBeUndefined();
});

test('a mock under way, which version 4 kept among the things of the device, goes on', async () => {
  const name = freshName();
  const then = createDatabase(name, MIGRATIONS.slice(0, 4));
  await then.open();
  await then.table('local').bulkPut([{ key: 'device', value: deviceId(1) }, ...version5.runs]);
  then.close();
  const db = await openTab(name);
  expect(await takeMockRun(db, 'tab-1')).toEqual(version5.runs[1]?.value);
  expect(await db.local.toCollection().primaryKeys()).toEqual(['device']);
});

test('what was pressed as a page of version 5 went is stored by this one', async () => {
  const db = await openFrom(5);
  await catchUp(db);
  expect((await readItemState(db, itemId('q-two'), context)).note).toBe('Pressed as the page went');
  expect(await db.ahead.count()).toBe(0);
});

test('a migration that is on its way runs once, on the data of the version before it', async () => {
  const name = freshName();
  const before = await openTab(name);
  await before.local.put({ key: 'device', value: deviceId(1) });
  before.close();
  const next = [...MIGRATIONS, { version: (MIGRATIONS.at(-1)?.version ?? 0) + 1, stores: { added: 'id' } }];
  for (let time = 0; time < 2; time += 1) {
    const db = await openDatabase(createDatabase(name, next), () => undefined);
    expect(db.tables.map((table) => table.name)).toContain('added');
    expect(await db.local.get('device')).toEqual({ key: 'device', value: deviceId(1) });
    await db.table('added').put({ id: time });
    expect(await db.table('added').count()).toBe(time + 1);
    db.close();
  }
});
