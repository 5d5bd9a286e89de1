/** Counts all days anew: when they were never counted, or what they rest on has changed. */
import { recountDays } from '#progress/recount.ts';
import type { ReplayContext } from '#review/reduce.ts';
import type { LamplightDb } from './database.ts';
import { unreported, type Report } from './heavy-progress.ts';
import { countedSoFar, journalAfter, replaceDays } from './progress-days.ts';
import { readLog } from './rebuild.ts';

/**
 * Counts all days anew while answers may go on being stored: what comes in meanwhile stays in the journal and is added later. Returns
 * how many damaged events could not be counted.
 *
 * @throws what the database or `report` throws; nothing has changed then
 */
export async function recountAll(
  db: LamplightDb,
  context: ReplayContext,
  report: Report = unreported,
): Promise<number> {
  const { seq, round } = await countedSoFar(db);
  const { events, unreadable } = await readLog(db, report);
  const late = new Set((await journalAfter(db, seq)).map(({ event }) => event));
  report({ stage: 'replay', done: 0, total: events.length });
  const tallies = recountDays(
    events.filter(({ id }) => !late.has(id)),
    context,
  );
  await db.transaction('rw', db.tallies, db.journal, async () => {
    // A restore or a rebuild has counted meanwhile, and what was read here is no longer the log.
    if ((await countedSoFar(db)).round !== round) return;
    await replaceDays(db, tallies, context, { seq, round });
  });
  return unreadable.length;
}
