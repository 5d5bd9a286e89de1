/** Restoring a backup: merge (a union, never a loss) or replace (after a snapshot). One transaction each. */
import type { ItemId } from '#bank/item.ts';
import { isCarriable } from '#exchange/backup-rows.ts';
import type { Backup } from '#exchange/backup-schema.ts';
import { newItemState, type ItemState } from '#review/card-state.ts';
import { contextOf } from '#review/context.ts';
import { compareEvents, type LogEvent } from '#review/event.ts';
import { parseCarried, type CarriedRow } from '#exchange/carried.ts';
import { sameJson } from '#exchange/same-json.ts';
import { laterSetting, withRoomForLater } from '#review/setting-row.ts';
import { settingsFrom } from '#review/settings.ts';
import type { LamplightDb } from './database.ts';
import { batches, unreported, type Report } from './heavy-progress.ts';
import { rowOfEvent } from './item-states.ts';
import { readLog, REBUILD_TABLES, rebuildStates, storeStates } from './rebuild.ts';
import { readSnapshot, takeSnapshot } from './restore-snapshots.ts';
import type { EventRow } from './rows.ts';

export type RestoreMode = 'merge' | 'replace';

export interface Restored {
  /** Events that were not here before. */
  readonly added: number;
  /** Events in the file that were here already; what is here stays, even if the file says otherwise. */
  readonly known: number;
  /** Damaged rows of this device that the file could put right. */
  readonly healed: number;
  /** Events that were here and are set aside in the snapshot (replace only). */
  readonly replaced: number;
  /** Settings, plans and texts that came in, changed, or were removed. */
  readonly rows: number;
}

/** The tables that a restore reads or writes: what a transaction around it must hold. */
export const RESTORE_TABLES = [...REBUILD_TABLES, 'settings', 'snapshots'] as const;

/** The later of both for each key; rows of ours that are damaged give way. */
export function mergedSettings(ours: readonly unknown[], theirs: readonly CarriedRow[]): CarriedRow[] {
  const sound = ours.flatMap((row) => {
    const parsed = parseCarried(row);
    return parsed.ok ? [withRoomForLater(parsed.row)] : [];
  });
  const byKey = new Map<string, CarriedRow>(sound.map((row) => [row.key, row]));
  for (const row of theirs) {
    const own = byKey.get(row.key);
    byKey.set(row.key, own ? laterSetting(own, row) : row);
  }
  return [...byKey.values()];
}

/** Rows that say something else than before; one that says no more than that a thing was removed, and was not there, is none. */
export function changedRows(before: readonly CarriedRow[], after: readonly CarriedRow[]): CarriedRow[] {
  const values = new Map<string, unknown>(mergedSettings(before, []).map((row) => [row.key, row.value]));
  return after.filter((row) => !sameJson(values.get(row.key) ?? null, row.value));
}

/** What a tab that has not heard of the merge believes to be the state of each item: its last event and how many there are. */
function basesOf(events: readonly LogEvent[]): Map<ItemId, Pick<ItemState, 'last' | 'events'>> {
  const bases = new Map<ItemId, { last: LogEvent; events: number }>();
  for (const event of events) {
    const base = bases.get(event.item);
    const later = base && compareEvents(base.last, event) > 0 ? base.last : event;
    bases.set(event.item, { last: later, events: (base?.events ?? 0) + 1 });
  }
  return bases;
}

/**
 * Rows for events that come in. The first of each item takes the guard of what would be stored next on the state of before,
 * so that a tab that still has that state meets a conflict instead of storing rows that know nothing of the merge.
 */
async function incomingRows(
  db: LamplightDb,
  own: readonly LogEvent[],
  incoming: readonly LogEvent[],
): Promise<EventRow[]> {
  const bases = basesOf(own);
  const firsts = new Map(incoming.toReversed().map((event) => [event.item, event]));
  const guarded = [...firsts.values()].map((event) =>
    rowOfEvent(event, bases.get(event.item) ?? newItemState(event.item)),
  );
  const taken = new Set(
    await db.events
      .where('guard')
      .anyOf(guarded.flatMap((row) => row.guard ?? []))
      .keys(),
  );
  const rows = new Map(guarded.filter((row) => !taken.has(row.guard ?? '')).map((row) => [row.id, row]));
  return incoming.map((event) => rows.get(event.id) ?? event);
}

/** Stores what is not here, or is here but damaged. What is here and sound stays as it is: an event never changes. */
async function mergeIn(db: LamplightDb, backup: Pick<Backup, 'events' | 'settings'>, report: Report) {
  const own = await readLog(db, report);
  const sound = new Set<string>(own.events.filter(isCarriable).map((event) => event.id));
  const theirs = [...new Map(backup.events.map((event) => [event.id, event])).values()];
  const incoming = theirs.filter((event) => !sound.has(event.id));
  const coming = new Set<string>(incoming.map((event) => event.id));
  const staying = own.events.filter((event) => !coming.has(event.id));
  let done = 0;
  report({ stage: 'events', done, total: incoming.length });
  for (const batch of batches(await incomingRows(db, staying, incoming))) {
    await db.events.bulkPut(batch);
    done += batch.length;
    report({ stage: 'events', done, total: incoming.length });
  }
  const before = await db.settings.toArray();
  const settings = mergedSettings(before, backup.settings);
  await db.settings.bulkPut(settings);
  await storeStates(db, [...staying, ...incoming], contextOf(settingsFrom(settings)), report);
  const unreadable = new Set(own.unreadable);
  const healed = own.events.length - staying.length + incoming.filter(({ id }) => unreadable.has(id)).length;
  const rows = changedRows(before, settings).length;
  return { added: incoming.length - healed, known: theirs.length - incoming.length, healed, rows };
}

/**
 * Brings a checked backup in. Merging is a union of events by id and the later of each setting: twice changes nothing, and
 * the order of files does not matter. Replacing first keeps all that was here as a snapshot, which `undoReplace` brings back.
 * A merge deletes nothing, damaged rows neither.
 *
 * @throws what the database or `report` throws; nothing has changed then
 */
export async function restoreBackup(
  db: LamplightDb,
  backup: Pick<Backup, 'events' | 'settings'>,
  mode: RestoreMode,
  nowMs: number,
  report: Report = unreported,
): Promise<Restored> {
  return db.transaction('rw', [...RESTORE_TABLES], async () => {
    if (mode === 'merge') return { ...(await mergeIn(db, backup, report)), replaced: 0 };
    const replaced = await takeSnapshot(db, 'replace', nowMs, report);
    await db.events.clear();
    await db.settings.clear();
    return { ...(await mergeIn(db, backup, report)), replaced };
  });
}

/**
 * Takes a replacing restore back: every row is as the snapshot holds it, and what was here until now becomes a snapshot
 * itself, so that this, too, can be taken back.
 *
 * @throws RangeError when there is no such snapshot; what the database or `report` throws. Nothing has changed then
 */
export async function undoReplace(
  db: LamplightDb,
  id: string,
  nowMs: number,
  report: Report = unreported,
): Promise<Restored> {
  return db.transaction('rw', [...RESTORE_TABLES], async () => {
    const { events, settings } = await readSnapshot(db, id);
    const replaced = await takeSnapshot(db, 'undo', nowMs, report);
    await db.events.clear();
    await db.settings.clear();
    let added = 0;
    for (const batch of batches(events)) {
      await db.events.bulkAdd(batch);
      added += batch.length;
      report({ stage: 'events', done: added, total: events.length });
    }
    await db.settings.bulkPut(settings);
    await rebuildStates(db, contextOf(settingsFrom(settings)), report);
    return { added, known: 0, healed: 0, replaced, rows: settings.length };
  });
}
