/** Fits the scheduler's weights to the whole log. Runs in a worker. */
import { fitWeights, type Fit } from '#memory/fit.ts';
import { DEFAULT_PARAMETERS } from '#memory/scheduler.ts';
import { historiesOf } from '#review/histories.ts';
import type { LamplightDb } from './database.ts';
import type { Report } from './heavy-progress.ts';
import { readLog } from './rebuild.ts';
import { readSettings } from './settings-store.ts';

/** The fit that the log gives; it must beat the weights in force. @throws what the database or `report` throws */
export async function fitToLog(db: LamplightDb, report: Report): Promise<Fit> {
  const [{ events }, { rolloverHour, weights }] = await Promise.all([readLog(db, report), readSettings(db)]);
  return fitWeights({
    histories: historiesOf(events, rolloverHour),
    weights: weights ?? DEFAULT_PARAMETERS.weights,
    report: (share) => report({ stage: 'fit', done: Math.round(100 * share), total: 100 }),
  });
}
