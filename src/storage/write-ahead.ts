/**
 * Events that were pressed, written down before their transaction. An engine drops a transaction that still waits in line behind
 * others when its page goes, even one that is committed: nothing else reads or writes this table for longer than a moment, so what is
 * written here never waits. What still stands here when somebody looks is stored late (`catch-up`).
 */
import type { EventId } from '#review/ids.ts';
import type { LamplightDb } from './database.ts';
import type { EventRow } from './rows.ts';

/** Asks the engine itself: no more than a put and a commit, in the caller's own task. */
function change(db: LamplightDb, work: (ahead: IDBObjectStore) => unknown): void {
  const { name } = db.ahead;
  const tx = db.backendDB().transaction(name, 'readwrite', { durability: 'relaxed' });
  work(tx.objectStore(name));
  tx.commit();
}

/** Writes an event down. Where there is no room for it, its own transaction has none either, and says so. */
export function writeAhead(db: LamplightDb, row: EventRow): void {
  change(db, (ahead) => ahead.put(row));
}

/** Takes an event away that is stored, or was refused: then it counts as not pressed. */
export function forgetAhead(db: LamplightDb, id: EventId): void {
  try {
    change(db, (ahead) => ahead.delete(id));
  } catch {
    // The connection was closed meanwhile. The next look finds the event in the log, or stores it.
  }
}
