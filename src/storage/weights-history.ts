/** Weights that were in force before, so that one press brings them back. */
import type { DeviceId } from '#review/ids.ts';
import { PAST_WEIGHTS_PREFIX, pastWeightsFrom, pastWeightsRow, type PastWeights } from '#review/past-weights.ts';
import type { LamplightDb } from './database.ts';

/** So many are remembered. */
const KEPT = 10;

/** What was in force before, the latest first; damaged rows are left out. */
export async function readWeightsHistory(db: LamplightDb): Promise<readonly PastWeights[]> {
  return pastWeightsFrom(await db.settings.where('key').startsWith(PAST_WEIGHTS_PREFIX).toArray()).slice(0, KEPT);
}

/** Remembers weights that were just replaced. */
export async function keepWeights(db: LamplightDb, past: PastWeights, device: DeviceId): Promise<void> {
  await db.settings.put(pastWeightsRow(past, device));
}
