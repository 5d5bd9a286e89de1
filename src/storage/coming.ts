/** What comes after today, read from the due index. */
import { Dexie } from 'dexie';
import type { StudyDay } from '#memory/study-day.ts';
import { cardIdOf } from '#review/ids.ts';
import type { ItemRow, LamplightDb } from './database.ts';
import type { CardRow } from './rows.ts';

export interface ComingDay {
  readonly day: StudyDay;
  readonly count: number;
}

function dueFrom(db: LamplightDb, day: number) {
  return db.cards.where('[queue+dueDay]').between(['due', day], ['due', Dexie.maxKey]);
}

/** Without the points whose whole question is due on their day or waits already: they are asked with it, not alone. */
async function askedAlone(db: LamplightDb, rows: readonly CardRow[]): Promise<CardRow[]> {
  const points = rows.filter((row) => row.point !== null);
  const questions = await db.cards.bulkGet(points.map((row) => cardIdOf(row.item, null)));
  const covered = new Set(points.filter((row, index) => comesWith(row, questions[index])));
  return rows.filter((row) => !covered.has(row));
}

function comesWith({ dueDay }: CardRow, question: CardRow | undefined): boolean {
  return question?.queue === 'due' && (question.dueDay ?? Infinity) <= (dueDay ?? 0);
}

/** The next day after today on which something is asked, and how much; null when nothing is scheduled. */
export async function readNextDue(db: LamplightDb, today: StudyDay): Promise<ComingDay | null> {
  for (let after = today; ;) {
    const day = (await dueFrom(db, after + 1).first())?.dueDay;
    if (day === undefined) return null;
    const rows = await db.cards.where('[queue+dueDay]').equals(['due', day]).toArray();
    const count = (await askedAlone(db, rows)).length;
    if (count > 0) return { day, count };
    after = day;
  }
}

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
