/** Sets damaged rows of the log aside, so that their items can be gone on with: they stay stored, but do not count. */
import type { LamplightDb } from './database.ts';
import { eachEventBatch, parseEventRow } from './rebuild.ts';
import type { EventRow } from './rows.ts';

/** A damaged row under its own key, whole but out of every index. A backup that has the event sound puts it right. */
interface SetAside {
  readonly id: string;
  readonly damaged: unknown;
}

/** Sets every damaged row of the log aside and returns how many there were. Cards and marks are to be rebuilt afterwards. */
export async function setAsideDamaged(db: LamplightDb): Promise<number> {
  return db.transaction('rw', db.events, async () => {
    const aside: SetAside[] = [];
    await eachEventBatch(db, (rows) => {
      for (const row of rows) {
        if (!('damaged' in row) && !parseEventRow(row).ok) aside.push({ id: row.id, damaged: row });
      }
    });
    await db.events.bulkPut(aside as unknown as EventRow[]);
    return aside.length;
  });
}
