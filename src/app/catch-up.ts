/** Stores what another page could not store any more. Nearly always there is nothing, which one small read says. */
import type { LamplightDb } from '#storage/database.ts';

async function catchUp(db: LamplightDb): Promise<void> {
  try {
    await (await import('#storage/catch-up.ts')).catchUp(db);
  } catch {
    // Its code did not arrive, or nothing can be read: what stands there waits, and whoever reads next says what is wrong.
  }
}

/** Resolves to whether there was something. */
export async function catchUpIfNeeded(db: LamplightDb): Promise<boolean> {
  const needed = (await db.ahead.count()) > 0;
  if (needed) await catchUp(db);
  return needed;
}
