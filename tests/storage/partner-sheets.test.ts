/** Sheets of one who asks: found again after a reload, one for each shared interview. */
import { expect, test } from 'vitest';
import { newSheet, reduceSheet } from '#mock/partner-sheet.ts';
import { DEFAULT_MOCK } from '#mock/settings.ts';
import { dropSheet, newSheetId, readSheet, writeSheet } from '#storage/partner-sheets.ts';
import { candidate } from '../mock/candidates.ts';
import { openTestDb } from '../support/test-db.ts';

const sheet = (atMs: number) => newSheet(newSheetId(), DEFAULT_MOCK, { questions: [candidate('a')], notes: [] }, atMs);

test('a sheet is found again as it was left, by the settings of its interview', async () => {
  const { db } = await openTestDb();
  const noted = reduceSheet(sheet(1), { type: 'noted', place: 0, text: 'Calm.' });
  await writeSheet(db, 'seed=1', sheet(1));
  await writeSheet(db, 'seed=1', noted);
  await writeSheet(db, 'seed=2', sheet(2));
  expect(await readSheet(db, 'seed=1')).toEqual(noted);
  await dropSheet(db, 'seed=1');
  expect(await readSheet(db, 'seed=1')).toBeNull();
  expect(await readSheet(db, 'seed=2')).not.toBeNull();
});

test('the oldest make room, and nothing else of this device does', async () => {
  const { db } = await openTestDb();
  await db.local.put({ key: 'device', value: 'kept' });
  for (let count = 1; count <= 12; count += 1) await writeSheet(db, `seed=${count}`, sheet(count));
  expect(await readSheet(db, 'seed=2')).toBeNull();
  expect(await readSheet(db, 'seed=3')).not.toBeNull();
  expect(await db.local.get('device')).toEqual({ key: 'device', value: 'kept' });
});

test('a sheet of another format is not gone on with', async () => {
  const { db } = await openTestDb();
  await db.local.put({ key: 'partner-sheet:seed=1', value: { format: 99, sheet: sheet(1) } });
  expect(await readSheet(db, 'seed=1')).toBeNull();
});
