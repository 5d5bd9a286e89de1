/** Stores an event and the states that follow from it: one transaction, no read, an explicit commit. */
import type { ItemState } from '#review/card-state.ts';
import type { LogEvent } from '#review/event.ts';
import type { LamplightDb } from './database.ts';
import { rowsOfState } from './item-states.ts';

export interface Recording {
  readonly event: LogEvent;
  /** The state that the event was based on. */
  readonly before: ItemState;
  readonly after: ItemState;
  readonly position: number | null;
}

/** `conflict`: another tab has stored something for this item first; nothing was written. */
export type Recorded = 'stored' | 'conflict';

function isConflict(error: unknown): boolean {
  let current: unknown = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    if (current.name === 'ConstraintError') return true;
    current = (current as { inner?: unknown }).inner ?? (current as { failures?: unknown[] }).failures?.[0];
  }
  return false;
}

/**
 * All requests are issued in the caller's own task and committed at once, so that a page that is left or killed in the next
 * moment has stored either all of it or nothing. The unique guard makes the second of two tabs fail instead of grading twice.
 *
 * @throws whatever the database throws (quota, closed connection); nothing is stored then
 */
export async function recordEvent(db: LamplightDb, { event, before, after, position }: Recording): Promise<Recorded> {
  const { cards, mark } = rowsOfState(after, position);
  const guard = `${event.item}|${before.last?.id ?? ''}`;
  try {
    await db.transaction('rw', [db.events, db.cards, db.marks], (tx) => {
      const requests = [db.events.add({ ...event, guard }), db.cards.bulkPut(cards), db.marks.put(mark)];
      tx.idbtrans.commit();
      return Promise.all(requests);
    });
    return 'stored';
  } catch (error) {
    if (isConflict(error)) return 'conflict';
    throw error;
  }
}
