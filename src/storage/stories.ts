/** A person's own stories: rows among the settings, so that a backup, a merge and an undone restore carry them. */
import { v7 as uuidV7 } from 'uuid';
import type { ItemSummary } from '#bank/pack/summary.ts';
import type { Story, StoryId } from '#mock/story.ts';
import { storyRows } from '#mock/story-row.ts';
import type { DeviceId } from '#review/ids.ts';
import { putCarried } from './carried-row.ts';
import type { LamplightDb } from './database.ts';

/** An id for a story that is written now. */
export function newStoryId(): StoryId {
  return uuidV7() as StoryId;
}

/** All stories by title; damaged rows are left out. */
export async function readStories(db: LamplightDb): Promise<Story[]> {
  return storyRows.from(await db.settings.where('key').startsWith(storyRows.prefix).toArray());
}

/** One story; null when there is none of this id, or it was removed. */
export async function readStory(db: LamplightDb, id: StoryId): Promise<Story | null> {
  return storyRows.from([await db.settings.get(storyRows.keyOf(id))])[0] ?? null;
}

/** The behavioural questions of the bank, in the order of learning. */
export async function readBehavioural(db: LamplightDb): Promise<ItemSummary[]> {
  const rows = await db.items.orderBy('position').toArray();
  return rows.map(({ summary }) => summary).filter(({ kind }) => kind === 'behavioural');
}

/**
 * Stores a story as it now is, or removes it, here and, once merged, elsewhere. Its row is later than the one before it even on
 * a device whose clock lags behind.
 *
 * @throws RangeError for a story that is none
 */
export async function writeStory(
  db: LamplightDb,
  id: StoryId,
  story: Story | null,
  device: DeviceId,
  nowMs: number,
): Promise<void> {
  await putCarried(db, storyRows.keyOf(id), (stamp) => storyRows.row(id, story, stamp), device, nowMs);
}
