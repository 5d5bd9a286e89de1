/** What comes after today, read from the due index. */
import { Dexie } from 'dexie';
import type { StudyDay } from '#memory/study-day.ts';
import type { ItemRow, LamplightDb } from './database.ts';
import type { CardRow } from './rows.ts';

export interface ComingDay {
  readonly day: StudyDay;
  readonly count: number;
}

/** The next day after today on which something is due, and how much; null when nothing is scheduled. */
export async function readNextDue(db: LamplightDb, today: StudyDay): Promise<ComingDay | null> {
  const first = await db.cards
    .where('[queue+dueDay]')
    .between(['due', today + 1], ['due', Dexie.maxKey])
    .first();
  const day = first?.dueDay;
  if (day === undefined) return null;
  const count = await db.cards.where('[queue+dueDay]').equals(['due', day]).count();
  return { day, count };
}

export interface FadingCard {
  readonly row: CardRow;
  readonly item: ItemRow;
}

/** The cards that are due soonest after today, with what they are about. */
export async function readFadingNext(db: LamplightDb, today: StudyDay, limit: number): Promise<FadingCard[]> {
  const rows = await db.cards
    .where('[queue+dueDay]')
    .between(['due', today + 1], ['due', Dexie.maxKey])
    .limit(limit)
    .toArray();
  const items = await db.items.bulkGet(rows.map((row) => row.item));
  return rows.flatMap((row, index) => {
    const item = items[index];
    return item ? [{ row, item }] : [];
  });
}
