/** Puts questions on today's list and takes them off again; apart from reading it, which a first load needs. */
import type { ItemId } from '#bank/item.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { ADDED_TODAY, readAddedToday, type AddedList } from './added-today.ts';
import type { LamplightDb } from './database.ts';

/** Puts questions on today's list. @returns those that were not yet on it */
export async function addToToday(db: LamplightDb, today: StudyDay, items: readonly ItemId[]): Promise<ItemId[]> {
  return db.transaction('rw', db.local, async () => {
    const before = await readAddedToday(db, today);
    const known = new Set(before);
    const fresh = items.filter((item) => !known.has(item));
    await db.local.put({ key: ADDED_TODAY, value: { day: today, items: [...before, ...fresh] } satisfies AddedList });
    return fresh;
  });
}

/** Takes questions off today's list again. */
export async function dropFromToday(db: LamplightDb, today: StudyDay, items: readonly ItemId[]): Promise<void> {
  await db.transaction('rw', db.local, async () => {
    const before = await readAddedToday(db, today);
    const gone = new Set(items);
    const kept = before.filter((item) => !gone.has(item));
    await db.local.put({ key: ADDED_TODAY, value: { day: today, items: kept } satisfies AddedList });
  });
}
