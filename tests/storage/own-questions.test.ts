/** Questions of a person's own: among the bank's in every list, in backups, and gone without a trace but their history. */
import { beforeEach, expect, test } from 'vitest';
import { readNewCount } from '#pages/settings/facts.ts';
import { ownRows } from '#review/own-question.ts';
import { DEFAULT_SETTINGS } from '#review/settings.ts';
import { readBankIndex } from '#storage/bank-index.ts';
import type { LamplightDb } from '#storage/database.ts';
import { doHeavy } from '#storage/heavy-work.ts';
import { settleOwn, writeOwn } from '#storage/own-questions.ts';
import { readItem } from '#storage/read-item.ts';
import { SearchEngine } from '#storage/search-work.ts';
import type { SearchAnswer } from '#storage/search-answer.ts';
import { readQueue } from '#storage/today.ts';
import { deviceId, itemId, replayContext, studyDay } from '../support/builders.ts';
import { dump } from '../support/dump.ts';
import { ownQuestion, question } from '../support/item-builders.ts';
import { practise } from '../support/practice.ts';
import { openTestDb } from '../support/test-db.ts';

const me = deviceId(1);
const OWN = ownQuestion();
const TODAY = studyDay(100);
const { scheduler } = replayContext();

let db: LamplightDb;
beforeEach(async () => {
  ({ db } = await openTestDb([question('q-one'), question('q-two')]));
});

const write = (over: Partial<typeof OWN> = {}) => writeOwn(db, OWN.id, { ...OWN, ...over }, me, 1);
const queued = async () => (await readQueue(db, TODAY, DEFAULT_SETTINGS, scheduler)).cards;

async function found(text: string, engine = new SearchEngine(db, null)): Promise<readonly string[]> {
  let last: SearchAnswer | null = null;
  await engine.ask(
    { text, today: TODAY, most: 10 },
    () => false,
    (answer) => (last = answer),
  );
  return (last as SearchAnswer | null)?.hits.map(({ entry }) => entry.id) ?? [];
}

test('one is the next new card, has its page, and is found by its words', async () => {
  await write();
  expect(await queued()).toEqual(['own-01', 'q-one', 'q-two']);
  expect(await readItem(db, OWN.id)).toMatchObject({
    title: OWN.title,
    tags: ['own'],
    keyPoints: [
      { id: 'p1', weight: 'core' },
      { id: 'p2', weight: 'detail' },
    ],
    answer: [{ t: 'p' }, { t: 'p' }],
  });
  expect(await found('fsync')).toEqual(['own-01']);
  expect(await found('What is q-one')).toContain('q-one');
});

test('a change shows everywhere at once, and keeps what was learnt', async () => {
  await write();
  await practise(db).grade('own-01', 4);
  await readItem(db, OWN.id);
  await write({ title: 'What does a checkpoint do?', topic: 'web/http' });
  expect((await readItem(db, OWN.id))?.title).toBe('What does a checkpoint do?');
  expect((await readBankIndex(db)).rows[0]?.summary.topic).toBe('web/http');
  expect(await found('checkpoint')).toEqual(['own-01']);
  expect(await queued()).not.toContain('own-01');
});

test('one that is deleted is asked and found no more; written again it has its memory back', async () => {
  await write();
  await practise(db).grade('own-01', 4);
  await writeOwn(db, OWN.id, null, me, 2);
  expect(await readItem(db, OWN.id)).toBeNull();
  expect(await db.banks.count()).toBe(1);
  expect(await found('fsync')).toEqual([]);
  expect((await db.cards.get(OWN.id as never))?.queue).toBe('off');
  await write();
  expect((await db.cards.get(OWN.id as never))?.queue).toBe('due');
});

test('a backup carries it to another device, where it is asked at once', async () => {
  await write();
  const { blob: file } = await doHeavy(db, 'backup', { device: me, nowMs: 5 }, { report: () => undefined, run: 'a' });
  const other = (await openTestDb([question('q-one')])).db;
  const how = { report: () => undefined, run: 'b' };
  await doHeavy(other, 'restore', { file, mode: 'merge', nowMs: 6 }, how);
  expect((await readItem(other, OWN.id))?.title).toBe(OWN.title);
  await doHeavy(other, 'restore', { file: new Blob([JSON.stringify(EMPTY)]), mode: 'replace', nowMs: 7 }, how);
  expect(await readItem(other, OWN.id)).toBeNull();
});

test('a restore that cannot make its items has changed nothing at all', async () => {
  await write();
  const { blob: file } = await doHeavy(db, 'backup', { device: me, nowMs: 5 }, { report: () => undefined, run: 'a' });
  const other = (await openTestDb([question('q-one')])).db;
  const before = await dump(other);
  other.packs.hook('creating', () => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const restore = doHeavy(other, 'restore', { file, mode: 'merge', nowMs: 6 }, { report: () => undefined, run: 'b' });
  await expect(restore).rejects.toThrow('full');
  expect(await dump(other)).toEqual(before);
});

const EMPTY = {
  format: 'lamplight-backup',
  version: 1,
  exportedAtMs: 5,
  device: me,
  settings: [],
  events: [],
  cards: [],
};

test('what is no question is refused, and what is stored is made anew from its row', async () => {
  await expect(write({ points: [] })).rejects.toThrow(/points: must be 1 to 8/u);
  await expect(writeOwn(db, itemId('q-one'), OWN, me, 1)).rejects.toThrow(/key/u);
  await write();
  await db.packs.clear();
  await settleOwn(db);
  expect((await readItem(db, OWN.id))?.id).toBe(OWN.id);
});

test('an older change that comes in with a backup shows at once, though the latest row stays the latest', async () => {
  const late = itemId('own-02');
  await writeOwn(db, late, { ...OWN, id: late }, me, 20);
  await writeOwn(db, OWN.id, OWN, me, 10);
  const engine = new SearchEngine(db, null);
  await engine.refresh();
  expect([(await readItem(db, OWN.id))?.title, (await readBankIndex(db)).rows[0]?.summary.title]).toEqual([
    OWN.title,
    OWN.title,
  ]);
  const row = ownRows.row(OWN.id, { ...OWN, title: 'What does a checkpoint do?' }, { atMs: 15, device: deviceId(2) });
  await db.settings.put(row);
  await settleOwn(db);
  expect((await readItem(db, OWN.id))?.title).toBe('What does a checkpoint do?');
  expect((await readBankIndex(db)).rows[0]?.summary.title).toBe('What does a checkpoint do?');
  await engine.refresh();
  expect(await found('checkpoint', engine)).toEqual([OWN.id]);
});

test('one with a note that is deleted is found no more by a search that has read it', async () => {
  await write();
  const tab = practise(db);
  await tab.store({ type: 'noted', ...tab.clock.stamp(), item: OWN.id, text: 'see the page cache' });
  const engine = new SearchEngine(db, null);
  expect(await found('fsync', engine)).toEqual([OWN.id]);
  await writeOwn(db, OWN.id, null, me, 2);
  await engine.refresh();
  expect(await found('fsync', engine)).toEqual([]);
});

test('those not seen yet are counted among the new questions', async () => {
  const before = await readNewCount(db);
  await write();
  expect(await readNewCount(db)).toBe(before + 1);
});

test('each is read from its own line, however many there are', async () => {
  await write();
  const other = itemId('own-02');
  await writeOwn(db, other, { ...OWN, id: other }, me, 2);
  const rows = await db.items.bulkGet([OWN.id, other]);
  expect(new Set(rows.map((row) => row?.hash)).size).toBe(2);
});
