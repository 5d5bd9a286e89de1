/** Stores an event and the states that follow from it: one transaction, no read, an explicit commit; and the event written ahead. */
import type { ItemState } from '#review/card-state.ts';
import type { LogEvent } from '#review/event.ts';
import type { LamplightDb } from './database.ts';
import { assertEpoch } from './epoch.ts';
import { rowOfEvent, rowsOfState } from './item-states.ts';
import type { Place } from './place.ts';
import { journalRow } from './progress-journal.ts';
import { forgetAhead, writeAhead } from './write-ahead.ts';

/** What is stored may stand ahead of the log a while longer: to take it away waits until the next question is painted. */
const FORGET_MS = 300;

export interface Recording {
  readonly event: LogEvent;
  /** The state that the event was based on. */
  readonly before: ItemState;
  readonly after: ItemState;
  /** Of the item; null when it has left the bank. */
  readonly place: Place | null;
  /** The epoch of `before`; looked at only when it is given. */
  readonly epoch?: number;
}

/** `conflict`: another tab has stored something for this item first, or made all cards anew; nothing was written. */
export type Recorded = 'stored' | 'conflict';

/**
 * Rejects when the transaction is aborted. After an explicit commit a transaction can no longer be aborted from here, and
 * Dexie would take the error of a single request as handled, so that the rest was stored without it: hence no handler but the
 * engine's own may see the error, and the engine aborts the whole.
 */
function wholeOrNothing(idb: IDBTransaction): Promise<never> {
  idb.addEventListener('error', (event) => event.stopImmediatePropagation(), { capture: true });
  return new Promise((_, reject) => {
    idb.addEventListener('abort', () =>
      reject(idb.error ?? new DOMException('The transaction was aborted', 'AbortError')),
    );
  });
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConstraintError';
}

/**
 * All requests are issued in the caller's own task and committed at once; where they wait behind others when the page is left or
 * killed in the next moment, the event still stands ahead of the log and is stored late. The unique guard makes the second of two
 * tabs fail instead of grading twice, and the epoch a tab that has not heard that all cards were made anew.
 *
 * @throws RangeError for an event that could not be read back
 * @throws whatever the database throws (quota, closed connection); nothing is stored then
 */
export async function recordEvent(db: LamplightDb, recording: Recording): Promise<Recorded> {
  const { event, before, after, place, epoch } = recording;
  const row = rowOfEvent(event, before);
  const { cards, mark } = rowsOfState(after, place);
  writeAhead(db, row);
  try {
    await db.transaction('rw', [db.events, db.cards, db.marks, db.journal, db.local], (tx) => {
      const idb = tx.idbtrans;
      const aborted = wholeOrNothing(idb);
      const requests = [
        db.events.add(row),
        db.cards.bulkPut(cards),
        db.marks.put(mark),
        db.journal.add(journalRow(event, before)),
        ...(epoch === undefined ? [] : assertEpoch(db, epoch)),
      ];
      idb.commit();
      return Promise.race([Promise.all(requests), aborted]);
    });
    setTimeout(() => forgetAhead(db, event.id), FORGET_MS);
    return 'stored';
  } catch (error) {
    forgetAhead(db, event.id);
    if (isConflict(error)) return 'conflict';
    throw error;
  }
}
