/** Which items the person's own filters let through (`is:due`, `is:flagged`), out of the small rows. */
import { Dexie } from 'dexie';
import type { StudyDay } from '#memory/study-day.ts';
import type { Standing } from '#search/filters.ts';
import type { LamplightDb } from './database.ts';

type Reader = (db: LamplightDb, today: StudyDay) => Promise<readonly string[]>;

const READERS: Readonly<Record<Standing, Reader>> = {
  due: async (db, today) => {
    const range = db.cards.where('[queue+dueDay]').between(['due', Dexie.minKey], ['due', today], true, true);
    return (await range.toArray()).map(({ item }) => item);
  },
  new: async (db) => {
    const range = db.cards.where('[queue+position]').between(['new', Dexie.minKey], ['new', Dexie.maxKey]);
    return (await range.toArray()).map(({ item }) => item);
  },
  flagged: (db) => db.marks.where('flagged').equals(1).primaryKeys(),
  noted: (db) => db.marks.filter(({ note }) => note.trim() !== '').primaryKeys(),
  suspended: async (db) => {
    const rows = await db.cards.filter(({ point, state }) => point === null && state.suspended).toArray();
    return rows.map(({ item }) => item);
  },
};

/** Ids of the items that all of these hold of, on a study day; null when nothing is asked. */
export async function idsStanding(
  db: LamplightDb,
  wanted: readonly Standing[],
  today: StudyDay,
): Promise<ReadonlySet<string> | null> {
  if (wanted.length === 0) return null;
  const sets = await Promise.all(wanted.map(async (standing) => new Set(await READERS[standing](db, today))));
  const [first = new Set<string>(), ...others] = sets;
  return new Set([...first].filter((id) => others.every((set) => set.has(id))));
}
