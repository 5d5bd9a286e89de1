/** What is forgotten next, for the end of a session. */
import type { StudyDay } from '#memory/study-day.ts';
import { askedAlone, dueFrom } from './coming.ts';
import type { ItemRow, LamplightDb } from './database.ts';
import type { CardRow } from './rows.ts';

export interface FadingCard {
  readonly row: CardRow;
  readonly item: ItemRow;
}

/** The cards that are asked soonest after today, with what they are about. */
export async function readFadingNext(db: LamplightDb, today: StudyDay, limit: number): Promise<FadingCard[]> {
  const rows: CardRow[] = [];
  const batch = limit * 4;
  for (let read = 0, more = true; more && rows.length < limit; read += batch) {
    const next = await dueFrom(db, today + 1)
      .offset(read)
      .limit(batch)
      .toArray();
    rows.push(...(await askedAlone(db, next)));
    more = next.length === batch;
  }
  const soonest = rows.slice(0, limit);
  const items = await db.items.bulkGet(soonest.map((row) => row.item));
  return soonest.flatMap((row, index) => {
    const item = items[index];
    return item ? [{ row, item }] : [];
  });
}
