/** Stores what another page could not store any more. Nearly always there is nothing, which one small read says. */
import type { LamplightDb } from '#storage/database.ts';

export async function catchUpIfNeeded(db: LamplightDb): Promise<void> {
  if ((await db.ahead.count()) > 0) await (await import('#storage/catch-up.ts')).catchUp(db);
}
