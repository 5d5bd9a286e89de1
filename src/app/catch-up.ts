/** Stores what another page could not store any more. Nearly always there is nothing, which one small read says. */
import type { LamplightDb } from '#storage/database.ts';

/** Resolves to whether there was something. */
export async function catchUpIfNeeded(db: LamplightDb): Promise<boolean> {
  const needed = (await db.ahead.count()) > 0;
  if (needed) await (await import('#storage/catch-up.ts')).catchUp(db);
  return needed;
}
