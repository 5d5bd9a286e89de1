/** What this person searched for lately, on this device alone. */
import { getStorage } from '#storage/current.ts';
import type { LamplightDb } from '#storage/database.ts';

const KEY = 'recentSearches';
const MOST = 8;
const LONGEST = 120;

/** Newest first. */
export async function readRecent(db: LamplightDb): Promise<readonly string[]> {
  const row = await db.local.get(KEY);
  const texts: unknown = row?.value;
  return Array.isArray(texts) ? texts.filter((text) => typeof text === 'string').slice(0, MOST) : [];
}

/** Puts a search at the front. A device that is full forgets it, which hurts nobody. */
export async function keepRecent(text: string): Promise<void> {
  const trimmed = text.trim();
  if (trimmed.length < 2 || trimmed.length > LONGEST) return;
  const { db } = getStorage();
  try {
    const others = (await readRecent(db)).filter((each) => each !== trimmed);
    await db.local.put({ key: KEY, value: [trimmed, ...others].slice(0, MOST) });
  } catch {
    // Nothing depends on it.
  }
}
