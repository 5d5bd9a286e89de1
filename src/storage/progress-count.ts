/** Counts all days anew: a short log here and now, a long one in a worker. */
import type { ReplayContext } from '#review/reduce.ts';
import type { LamplightDb } from './database.ts';
import type { Report } from './heavy-progress.ts';
import { failureOf, runHeavy, type HeavyOutcome, type HeavyRun } from './heavy.ts';
import { recountAll } from './progress-recount.ts';

/** Events that are counted sooner than a worker has started. */
const SHORT = 1000;

/** Begins the count. Cancelled before its end it has changed nothing. */
export function countDays(db: LamplightDb, context: ReplayContext, report: Report): HeavyRun<unknown> {
  let inWorker: HeavyRun<unknown> | null = null;
  let cancelled = false;
  const work = async (): Promise<HeavyOutcome<unknown>> => {
    try {
      const count = await db.events.count();
      if (cancelled) return { kind: 'cancelled' };
      if (count <= SHORT) return { kind: 'done', value: await recountAll(db, context) };
      const { scheduler, rolloverHour } = context;
      inWorker = runHeavy(db, 'count', { parameters: scheduler.parameters, rolloverHour }, report);
      return await inWorker.outcome;
    } catch (error) {
      return failureOf(error);
    }
  };
  return {
    outcome: work(),
    cancel: () => {
      cancelled = true;
      inWorker?.cancel();
    },
  };
}
