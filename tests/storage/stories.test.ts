/** Stories in the database, and on their way to another device. */
import { beforeEach, expect, test } from 'vitest';
import type { StoryId } from '#mock/story.ts';
import type { LamplightDb } from '#storage/database.ts';
import { inspectBackup } from '#storage/restore-inspect.ts';
import { restoreBackup, undoReplace } from '#storage/restore.ts';
import { latestSnapshot } from '#storage/restore-snapshots.ts';
import { readSettings } from '#storage/settings-store.ts';
import { newStoryId, readStories, readStory, writeStory } from '#storage/stories.ts';
import { story } from '../mock/stories.ts';
import { settingsBackup } from '../support/backup.ts';
import { deviceId } from '../support/builders.ts';
import { openTestDb } from '../support/test-db.ts';

const NOW_MS = Date.UTC(2026, 10, 22, 9);
const here = deviceId(1);
const there = deviceId(2);
const other = story({ id: 's-two' as StoryId, title: 'A release on a Friday' });

let db: LamplightDb;

beforeEach(async () => {
  ({ db } = await openTestDb());
});

test('what was written is read again by title, and settings beside it as before', async () => {
  await writeStory(db, story().id, story(), here, NOW_MS);
  await writeStory(db, other.id, other, here, NOW_MS);
  expect(await readStories(db)).toEqual([other, story()]);
  expect(await readStory(db, other.id)).toEqual(other);
  expect(await readStory(db, 's-none' as StoryId)).toBeNull();
  expect(await readSettings(db)).toMatchObject({ reviewsPerDay: 100 });
});

test('a change and a removal hold though the clock went back', async () => {
  await writeStory(db, story().id, story(), here, NOW_MS);
  await writeStory(db, story().id, story({ result: '5 %' }), here, 5);
  expect(await readStories(db)).toEqual([story({ result: '5 %' })]);
  await writeStory(db, story().id, null, here, 5);
  expect(await readStories(db)).toEqual([]);
});

test('one that is too long is refused, and a damaged row hides no other', async () => {
  await expect(writeStory(db, story().id, story({ title: 'x'.repeat(200) }), here, NOW_MS)).rejects.toThrow(/title/);
  await writeStory(db, story().id, story(), here, NOW_MS);
  await db.settings.put({ key: 'story:bad', value: { title: 1 }, atMs: 1, device: here } as never);
  expect(await readStories(db)).toEqual([story()]);
});

test('stories travel in a backup: the later change holds, a removal too, and what would change is told before', async () => {
  const { db: phone } = await openTestDb();
  await writeStory(db, story().id, story(), here, NOW_MS);
  expect(await inspectBackup(phone, await settingsBackup(db))).toMatchObject({
    settings: [],
    campaigns: 0,
    stories: 1,
  });
  await restoreBackup(phone, await settingsBackup(db), 'merge', NOW_MS);
  expect(await readStories(phone)).toEqual([story()]);
  await writeStory(phone, story().id, story({ learnt: 'More' }), there, NOW_MS + 10);
  await restoreBackup(phone, await settingsBackup(db), 'merge', NOW_MS);
  expect(await readStories(phone)).toEqual([story({ learnt: 'More' })]);
  await restoreBackup(db, await settingsBackup(phone), 'merge', NOW_MS);
  await writeStory(db, story().id, null, here, NOW_MS + 20);
  await restoreBackup(phone, await settingsBackup(db), 'merge', NOW_MS);
  expect(await readStories(phone)).toEqual([]);
});

test('a restore that replaces brings the file’s stories, and its undoing brings ours back', async () => {
  const { db: phone } = await openTestDb();
  await writeStory(db, story().id, story(), here, NOW_MS);
  await writeStory(phone, other.id, other, there, NOW_MS);
  await restoreBackup(phone, await settingsBackup(db), 'replace', NOW_MS);
  expect(await readStories(phone)).toEqual([story()]);
  await undoReplace(phone, (await latestSnapshot(phone))?.id ?? '', NOW_MS);
  expect(await readStories(phone)).toEqual([other]);
});

test('every story gets an id of its own', () => {
  expect(newStoryId()).not.toBe(newStoryId());
});
