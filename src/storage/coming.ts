/** What comes after today, read from the due index. */
import { Dexie } from 'dexie';
import type { StudyDay } from '#memory/study-day.ts';
import { cardIdOf } from '#review/ids.ts';
import type { LamplightDb } from './database.ts';
import type { CardRow } from './rows.ts';

export interface ComingDay {
  readonly day: StudyDay;
  readonly count: number;
}

/** Cards that are due on a day or after it, the soonest first. */
export function dueFrom(db: LamplightDb, day: number) {
  return db.cards.where('[queue+dueDay]').between(['due', day], ['due', Dexie.maxKey]);
}

/** Without the points whose whole question is due on their day or waits already: they are asked with it, not alone. */
export async function askedAlone(db: LamplightDb, rows: readonly CardRow[]): Promise<CardRow[]> {
  const questions = await db.cards.bulkGet(rows.map(({ item }) => cardIdOf(item, null)));
  return rows.filter(({ point, dueDay = 0 }, index) => {
    const { queue, dueDay: questionDay = 0 } = questions[index] ?? {};
    return point === null || queue !== 'due' || questionDay > dueDay;
  });
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
