/** Restoring a backup: merge (a union, never a loss) or replace (after a snapshot). One transaction each. */
import type { Backup } from '#exchange/backup-schema.ts';
import { createScheduler } from '#memory/scheduler.ts';
import type { LogEvent } from '#review/event.ts';
import type { ReplayContext } from '#review/reduce.ts';
import { laterSetting, parametersFrom, parseSetting, settingsFrom, type SettingRow } from '#review/settings.ts';
import type { LamplightDb } from './database.ts';
import { readLog, rebuildStates } from './rebuild.ts';
import type { SnapshotRow } from './rows.ts';

export type RestoreMode = 'merge' | 'replace';

export interface Restored {
  /** Events that were not here before. */
  readonly added: number;
  /** Events in the file that were here already. */
  readonly known: number;
  /** Events that were here and are set aside in the snapshot (replace only). */
  readonly replaced: number;
}

/** How many snapshots are kept; older ones make room. */
const KEPT_SNAPSHOTS = 3;

function contextFrom(settings: readonly SettingRow[]): ReplayContext {
  const inForce = settingsFrom(settings);
  return { scheduler: createScheduler(parametersFrom(inForce)), rolloverHour: inForce.rolloverHour };
}

function soundSettings(rows: readonly unknown[]): SettingRow[] {
  return rows.flatMap((row) => {
    const parsed = parseSetting(row);
    return parsed.ok ? [parsed.row] : [];
  });
}

/** The later of both for each key. */
function mergedSettings(ours: readonly SettingRow[], theirs: readonly SettingRow[]): SettingRow[] {
  const byKey = new Map(ours.map((row) => [row.key, row]));
  for (const row of theirs) {
    const own = byKey.get(row.key);
    byKey.set(row.key, own ? laterSetting(own, row) : row);
  }
  return [...byKey.values()];
}

async function addMissing(db: LamplightDb, events: readonly LogEvent[]): Promise<{ added: number; known: number }> {
  const unique = [...new Map(events.map((event) => [event.id, event])).values()];
  const there = await db.events.bulkGet(unique.map((event) => event.id));
  const missing = unique.filter((_, index) => there[index] === undefined);
  await db.events.bulkAdd(missing);
  return { added: missing.length, known: unique.length - missing.length };
}

async function takeSnapshot(db: LamplightDb, reason: string, nowMs: number): Promise<SnapshotRow> {
  const { events } = await readLog(db);
  const settings = soundSettings(await db.settings.toArray());
  const row: SnapshotRow = { id: String(nowMs).padStart(16, '0'), atMs: nowMs, reason, events, settings };
  await db.snapshots.put(row);
  const ids = await db.snapshots.orderBy('id').primaryKeys();
  await db.snapshots.bulkDelete(ids.slice(0, -KEPT_SNAPSHOTS));
  return row;
}

const TABLES = ['events', 'settings', 'snapshots', 'items', 'cards', 'marks'] as const;

/**
 * Brings a checked backup in. Merging is a union of events by id and the later of each setting: twice changes nothing.
 * Replacing first keeps all that was here as a snapshot, which `undoReplace` brings back. Rows that cannot be read are never
 * deleted by a merge. If anything fails, nothing has changed.
 */
export async function restoreBackup(
  db: LamplightDb,
  backup: Pick<Backup, 'events' | 'settings'>,
  mode: RestoreMode,
  nowMs: number,
): Promise<Restored> {
  return db.transaction(
    'rw',
    TABLES.map((name) => db.table(name)),
    async () => {
      let replaced = 0;
      if (mode === 'replace') {
        replaced = (await takeSnapshot(db, 'restore', nowMs)).events.length;
        await db.events.clear();
        await db.settings.clear();
      }
      const ours = soundSettings(await db.settings.toArray());
      const settings = mergedSettings(ours, backup.settings);
      const counts = await addMissing(db, backup.events);
      await db.settings.bulkPut(settings);
      await rebuildStates(db, contextFrom(settings));
      return { ...counts, replaced };
    },
  );
}

/** The newest snapshot without its content; null when there is none. */
export async function latestSnapshot(db: LamplightDb): Promise<Pick<SnapshotRow, 'id' | 'atMs'> | null> {
  const row = await db.snapshots.orderBy('id').last();
  return row ? { id: row.id, atMs: row.atMs } : null;
}

/**
 * Takes a replacing restore back: all is as the snapshot holds it, and what was here until now becomes a snapshot itself, so
 * that this, too, can be taken back.
 */
export async function undoReplace(db: LamplightDb, id: string, nowMs: number): Promise<Restored> {
  const row = await db.snapshots.get(id);
  if (!row) throw new RangeError(`There is no snapshot ${id}`);
  return restoreBackup(db, row, 'replace', nowMs);
}
