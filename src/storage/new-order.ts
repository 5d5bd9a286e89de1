/** The questions that come first among the new ones, as the started paths say: it lies ready, so that a day begins with one look-up. */
import type { CardId } from '#review/ids.ts';
import type { LamplightDb } from './database.ts';

export const NEW_ORDER = 'newOrder';

/** Cards of questions in the order of the started paths; empty when none is started. */
export async function readNewOrder(db: LamplightDb): Promise<readonly CardId[]> {
  return ((await db.local.get(NEW_ORDER))?.value ?? []) as readonly CardId[];
}
