/** Questions that the person has put on today's list by hand. Of this device and this day alone: tomorrow it is empty. */
import type { ItemId } from '#bank/item.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { LamplightDb } from './database.ts';

export const ADDED_TODAY = 'addedToday';

export interface AddedList {
  readonly day: StudyDay;
  readonly items: readonly ItemId[];
}

function isList(value: unknown): value is AddedList {
  return typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items);
}

/** What was put on the list of this study day, in the order in which it was put there; a list of another day is over. */
export async function readAddedToday(db: LamplightDb, today: StudyDay): Promise<readonly ItemId[]> {
  const row = await db.local.get(ADDED_TODAY);
  return isList(row?.value) && row.value.day === today ? row.value.items : [];
}
