/**
 * Counts how often all cards were made anew at once: a restore, a rebuild, another hour of the day. What a tab holds in memory
 * from before is then no basis for what it stores. Each epoch that has begun leaves a row that stays.
 */
import type { LamplightDb } from './database.ts';

const PREFIX = 'epoch:';

/** The epoch that the cards are of now: 0 at first. */
export function readEpoch(db: LamplightDb): Promise<number> {
  return db.local.where('key').startsWith(PREFIX).count();
}

/** Begins the next epoch. Belongs into the transaction that makes the cards anew. */
export async function beginEpoch(db: LamplightDb): Promise<void> {
  await db.local.add({ key: `${PREFIX}${(await readEpoch(db)) + 1}`, value: null });
}

/**
 * Requests that fail, and with them their transaction, when an epoch has ended; no read that would have to be waited for. The
 * row that begins the next one is added, which is refused when it is there, and taken away again.
 */
export function assertEpoch(db: LamplightDb, epoch: number): readonly PromiseLike<unknown>[] {
  const key = `${PREFIX}${epoch + 1}`;
  return [db.local.add({ key, value: null }), db.local.delete(key)];
}
