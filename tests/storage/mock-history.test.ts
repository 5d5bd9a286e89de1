/** What the log says of finished mocks when a row was damaged or changed, and what a record that names too much may take along. */
import { expect, test } from 'vitest';
import { backupText, makeBackup } from '#exchange/backup.ts';
import { readBackup } from '#exchange/backup-reader.ts';
import type { LamplightDb } from '#storage/database.ts';
import { takeBackMock } from '#storage/mock-finish.ts';
import { mockItem, readMock, readMockHistory } from '#storage/mock-history.ts';
import { readLog } from '#storage/rebuild.ts';
import { restoreBackup } from '#storage/restore.ts';
import { cardId, eventBase, eventId, itemId, reviewed } from '../support/builders.ts';
import { mockAnswer, mockRecord } from '../support/mock-records.ts';
import { openTestDb } from '../support/test-db.ts';
import { ID, MOCK, START } from './mock-runs.ts';

const finished = (n: number, mock = mockRecord()) =>
  ({ type: 'mockFinished', ...eventBase(n), item: mockItem(ID), mock }) as const;

async function voidTargets(db: LamplightDb): Promise<string[]> {
  const { events } = await readLog(db);
  return events.flatMap((event) => (event.type === 'voided' ? [event.target] : []));
}

test('a record that was damaged when it was first read is there again after a restore', async () => {
  const { db } = await openTestDb();
  const event = finished(601);
  await db.events.add({ ...event, mock: { mood: 1 } } as never);
  expect(await readMockHistory(db)).toEqual({ mocks: [], unreadable: 1 });
  const file = makeBackup({ nowMs: START, device: MOCK.device, settings: [], events: [event] });
  const read = readBackup([...backupText(file)].join(''));
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  await restoreBackup(db, read.backup, 'replace', START);
  expect(await readMockHistory(db)).toMatchObject({ mocks: [{ id: ID, record: event.mock }], unreadable: 0 });
});

test('a record is answered as it is stored now, and one that did not change is not read anew', async () => {
  const { db } = await openTestDb();
  await db.events.add(finished(602));
  const first = await readMock(db, ID);
  expect(first?.record.ended).toBe('complete');
  expect(await readMock(db, ID)).toBe(first);
  await db.events.put(finished(602, mockRecord({ ended: 'early' })));
  expect((await readMock(db, ID))?.record.ended).toBe('early');
  await db.events.put({ ...finished(602), mock: { mood: 1 } } as never);
  expect(await readMock(db, ID)).toBeNull();
});

test('a void of another item does not take a mock back', async () => {
  const { db } = await openTestDb();
  await db.events.add(finished(603));
  await db.events.add({ type: 'voided', ...eventBase(604), item: mockItem('other'), target: eventId(603) });
  expect(await readMockHistory(db)).toMatchObject({ mocks: [{ id: ID }], unreadable: 0 });
});

test('taking a mock back takes back no review but its own, whatever its record names', async () => {
  const { db } = await openTestDb();
  const two = { item: itemId('q-two'), card: cardId('q-two') };
  await db.events.bulkAdd([
    reviewed(611, { source: 'mock' }),
    reviewed(612, two),
    reviewed(613, { ...two, source: 'mock' }),
    reviewed(614),
  ]);
  const answers = [611, 612, 613, 614].map((n) => mockAnswer({ event: eventId(n) }));
  await db.events.add(finished(615, mockRecord({ answers })));
  expect(await takeBackMock(db, ID, MOCK)).toBe(true);
  expect(await voidTargets(db)).toEqual([eventId(611), eventId(615)]);
});
