/** Sheets of one who asks: found again after a reload, one for each shared interview, and written on by two tabs at once. */
import { expect, test } from 'vitest';
import { newSheet } from '#mock/partner-sheet.ts';
import { DEFAULT_MOCK } from '#mock/settings.ts';
import { changeSheet, dropSheet, newSheetId, readSheet } from '#storage/partner-sheets.ts';
import { candidate } from '../mock/candidates.ts';
import { pointId } from '../support/builders.ts';
import { openTab, openTestDb } from '../support/test-db.ts';

const begun = (atMs: number) => ({
  sheet: newSheet(newSheetId(), DEFAULT_MOCK, { questions: [candidate('a')], notes: [] }, atMs),
  revision: 0,
});
const calm = { type: 'noted', place: 0, text: 'Calm.' } as const;
const tick = (id: string) => ({ type: 'ticked', place: 0, point: pointId(id) }) as const;

test('a sheet is found again as it was left, by the settings of its interview', async () => {
  const { db } = await openTestDb();
  const first = begun(1);
  const noted = await changeSheet(db, 'seed=1', first, [calm], 5);
  await changeSheet(db, 'seed=2', begun(2), [calm], 5);
  expect(await readSheet(db, 'seed=1')).toEqual(noted);
  expect(noted).toMatchObject({ sheet: { id: first.sheet.id, startedAtMs: 1 }, revision: 1 });
  await dropSheet(db, 'seed=1');
  expect(await readSheet(db, 'seed=1')).toBeNull();
  expect(await readSheet(db, 'seed=2')).not.toBeNull();
});

test('two tabs write on one sheet, and what either of them did stands', async () => {
  const { db, name } = await openTestDb();
  const other = await openTab(name);
  const seen = await changeSheet(db, 'seed=1', begun(1), [calm], 5);
  await Promise.all([
    changeSheet(db, 'seed=1', seen, [tick('c1')], 6),
    changeSheet(other, 'seed=1', seen, [tick('c2'), { type: 'asked', place: 0, nowMs: 6 }], 6),
    changeSheet(other, 'seed=1', begun(3), [tick('d1')], 6),
  ]);
  const { sheet, revision } = (await readSheet(db, 'seed=1')) ?? begun(0);
  expect(revision).toBe(4);
  expect(sheet.id).toBe(seen.sheet.id);
  expect(Object.keys(sheet.drafts[0]?.ticked ?? {}).toSorted()).toEqual(['c1', 'c2', 'd1']);
  expect(sheet).toMatchObject({ asking: { place: 0 }, drafts: [{ notes: 'Calm.' }] });
});

test('a tab that has not heard that its sheet was cleared begins a new one, with nothing of the old', async () => {
  const { db } = await openTestDb();
  const seen = await changeSheet(db, 'seed=1', begun(1), [calm, tick('c1')], 5);
  await dropSheet(db, 'seed=1');
  const { sheet, revision } = await changeSheet(db, 'seed=1', seen, [tick('c2')], 9);
  expect(revision).toBe(1);
  expect(sheet.id).not.toBe(seen.sheet.id);
  expect(sheet).toMatchObject({ startedAtMs: 9, drafts: [{ notes: '', ticked: { c2: null } }] });
  expect(Object.keys(sheet.drafts[0]?.ticked ?? {})).toEqual(['c2']);
});

test('the oldest make room, and nothing else of this device does', async () => {
  const { db } = await openTestDb();
  await db.local.put({ key: 'device', value: 'kept' });
  for (let count = 1; count <= 12; count += 1) await changeSheet(db, `seed=${count}`, begun(count), [calm], count);
  expect(await readSheet(db, 'seed=2')).toBeNull();
  expect(await readSheet(db, 'seed=3')).not.toBeNull();
  expect(await db.local.get('device')).toEqual({ key: 'device', value: 'kept' });
});

test('a sheet that is written on stays, though a clock that was set back makes it the oldest', async () => {
  const { db } = await openTestDb();
  for (let count = 11; count <= 20; count += 1) await changeSheet(db, `seed=${count}`, begun(count), [calm], count);
  await changeSheet(db, 'seed=1', begun(1), [calm], 1);
  expect(await readSheet(db, 'seed=1')).not.toBeNull();
  expect(await readSheet(db, 'seed=11')).toBeNull();
});

test('a sheet of another format is not gone on with', async () => {
  const { db } = await openTestDb();
  await db.local.put({ key: 'partner-sheet:seed=1', value: { format: 99, sheet: begun(1).sheet } });
  expect(await readSheet(db, 'seed=1')).toBeNull();
});
