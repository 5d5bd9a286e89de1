/** How much falls due on each of the next days: what a new due day is weighed against. */
import type { StudyDay } from '#memory/study-day.ts';
import type { LamplightDb } from './database.ts';

/** Farther ahead so little is due that it does not matter. */
const DAYS = 60;

/** Cards that are due on each of the next days, tomorrow first; counted by the index, not read. */
export async function readDueLoads(db: LamplightDb, today: StudyDay): Promise<Map<StudyDay, number>> {
  const days = Array.from({ length: DAYS }, (_, index) => (today + 1 + index) as StudyDay);
  return db.transaction('r', db.cards, async () => {
    const count = (day: StudyDay) => db.cards.where('[queue+dueDay]').equals(['due', day]).count();
    const counts = await Promise.all(days.map(count));
    return new Map(days.map((day, index) => [day, counts[index] ?? 0]));
  });
}
