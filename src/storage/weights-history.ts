/** Weights that were in force on this device before, so that one press brings them back. */
import type { Settings } from '#review/settings.ts';
import type { LamplightDb } from './database.ts';

const KEY = 'weightsHistory';
/** So many are remembered. */
const KEPT = 10;

export interface PastWeights {
  /** When they were replaced. */
  readonly atMs: number;
  readonly weights: Settings['weights'];
  /** What replaced them, in words. */
  readonly note: string;
}

/** What was in force before, the latest first. */
export async function readWeightsHistory(db: LamplightDb): Promise<readonly PastWeights[]> {
  const value = (await db.local.get(KEY))?.value;
  return Array.isArray(value) ? (value as PastWeights[]) : [];
}

/** Remembers weights that were just replaced. */
export async function keepWeights(db: LamplightDb, past: PastWeights): Promise<void> {
  await db.transaction('rw', db.local, async () => {
    const before = await readWeightsHistory(db);
    await db.local.put({ key: KEY, value: [past, ...before].slice(0, KEPT) });
  });
}
