/**
 * Events that were pressed, written down beside their transaction. An engine drops a transaction that still waits in line behind
 * others when its page goes, even one that is committed: nobody reads or writes this table for longer than a moment, so what is written
 * here never waits. What still stands here when somebody looks is stored late (`catch-up`).
 */
import type { EventId } from '#review/ids.ts';
import type { LamplightDb } from './database.ts';
import type { EventRow } from './rows.ts';

/**
 * Asks the engine itself: no more than a request and a commit, in the caller's own task. What goes wrong here stands in nobody's way: the
 * event's own transaction decides, and Dexie opens a connection again that the browser has closed.
 */
function change(db: LamplightDb, work: (ahead: IDBObjectStore) => unknown): void {
  const { name } = db.ahead;
  try {
    const tx = db.backendDB().transaction(name, 'readwrite', { durability: 'relaxed' });
    work(tx.objectStore(name));
    tx.commit();
  } catch {
    // There is no connection at this moment.
  }
}

/** Writes an event down, so that it outlives its page. */
export function writeAhead(db: LamplightDb, row: EventRow): void {
  change(db, (ahead) => ahead.put(row));
}

/** Takes an event away that is stored or was refused. Where that fails, the next look goes by the log. */
export function forgetAhead(db: LamplightDb, id: EventId): void {
  change(db, (ahead) => ahead.delete(id));
}

/** Takes everything away that was meant for a log that is no longer there. */
export function forgetAllAhead(db: LamplightDb): void {
  change(db, (ahead) => ahead.clear());
}
