/** Restoring a backup: merge (a union, never a loss) or replace (after a snapshot). One transaction each. */
import type { Backup } from '#exchange/backup-schema.ts';
import { createScheduler } from '#memory/scheduler.ts';
import type { LogEvent } from '#review/event.ts';
import type { ReplayContext } from '#review/reduce.ts';
import { laterSetting, parametersFrom, parseSetting, settingsFrom, type SettingRow } from '#review/settings.ts';
import type { LamplightDb } from './database.ts';
import { batches, unreported, type Report } from './heavy-progress.ts';
import { parseEventRow, REBUILD_TABLES, rebuildStates } from './rebuild.ts';
import { readSnapshot, takeSnapshot } from './restore-snapshots.ts';

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
}

/** The tables that a restore reads or writes: what a transaction around it must hold. */
export const RESTORE_TABLES = [...REBUILD_TABLES, 'settings', 'snapshots'] as const;

function contextFrom(settings: readonly unknown[]): ReplayContext {
  const inForce = settingsFrom(settings);
  return { scheduler: createScheduler(parametersFrom(inForce)), rolloverHour: inForce.rolloverHour };
}

/** The later of both for each key; rows of ours that are damaged give way. */
export function mergedSettings(ours: readonly unknown[], theirs: readonly SettingRow[]): SettingRow[] {
  const sound = ours.flatMap((row) => {
    const parsed = parseSetting(row);
    return parsed.ok ? [parsed.row] : [];
  });
  const byKey = new Map(sound.map((row) => [row.key, row]));
  for (const row of theirs) {
    const own = byKey.get(row.key);
    byKey.set(row.key, own ? laterSetting(own, row) : row);
  }
  return [...byKey.values()];
}

/** Stores what is not here, or is here but damaged. What is here and sound stays as it is: an event never changes. */
async function addMissing(
  db: LamplightDb,
  events: readonly LogEvent[],
  report: Report,
): Promise<Pick<Restored, 'added' | 'known' | 'healed'>> {
  let [added, known, healed] = [0, 0, 0];
  report({ stage: 'events', done: 0, total: events.length });
  for (const batch of batches([...new Map(events.map((event) => [event.id, event])).values()])) {
    const there = await db.events.bulkGet(batch.map((event) => event.id));
    const missing = batch.filter((_, index) => there[index] === undefined);
    const damaged = batch.filter((_, index) => {
      const row = there[index];
      return row !== undefined && !parseEventRow(row).ok;
    });
    await db.events.bulkAdd(missing);
    await db.events.bulkPut(damaged);
    added += missing.length;
    healed += damaged.length;
    known += batch.length - missing.length - damaged.length;
    report({ stage: 'events', done: added + known + healed, total: events.length });
  }
  return { added, known, healed };
}

async function mergeIn(db: LamplightDb, backup: Pick<Backup, 'events' | 'settings'>, report: Report) {
  const settings = mergedSettings(await db.settings.toArray(), backup.settings);
  const counts = await addMissing(db, backup.events, report);
  await db.settings.bulkPut(settings);
  await rebuildStates(db, contextFrom(settings), report);
  return counts;
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
    await rebuildStates(db, contextFrom(settings), report);
    return { added, known: 0, healed: 0, replaced };
  });
}
