/** Questions that the person has put on today's list by hand. Of this device and this day alone: tomorrow it is empty. */
import type { ItemId } from '#bank/item.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { LamplightDb } from './database.ts';

const KEY = 'addedToday';

interface AddedList {
  readonly day: StudyDay;
  readonly items: readonly ItemId[];
}

function isList(value: unknown): value is AddedList {
  return typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items);
}

/** What was put on the list of this study day, in the order in which it was put there; a list of another day is over. */
export async function readAddedToday(db: LamplightDb, today: StudyDay): Promise<readonly ItemId[]> {
  const row = await db.local.get(KEY);
  return isList(row?.value) && row.value.day === today ? row.value.items : [];
}

/** Puts questions on today's list. @returns those that were not yet on it */
export async function addToToday(db: LamplightDb, today: StudyDay, items: readonly ItemId[]): Promise<ItemId[]> {
  return db.transaction('rw', db.local, async () => {
    const before = await readAddedToday(db, today);
    const known = new Set(before);
    const fresh = items.filter((item) => !known.has(item));
    await db.local.put({ key: KEY, value: { day: today, items: [...before, ...fresh] } satisfies AddedList });
    return fresh;
  });
}

/** Takes questions off today's list again. */
export async function dropFromToday(db: LamplightDb, today: StudyDay, items: readonly ItemId[]): Promise<void> {
  await db.transaction('rw', db.local, async () => {
    const before = await readAddedToday(db, today);
    const gone = new Set(items);
    const kept = before.filter((item) => !gone.has(item));
    await db.local.put({ key: KEY, value: { day: today, items: kept } satisfies AddedList });
  });
}
