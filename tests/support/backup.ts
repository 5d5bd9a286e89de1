/** Backups of what a test says that somebody has, and of what stands in a database. */
import { backupText, makeBackup } from '#exchange/backup.ts';
import { readBackup } from '#exchange/backup-reader.ts';
import type { Backup } from '#exchange/backup-schema.ts';
import type { CarriedRow } from '#exchange/carried.ts';
import type { LogEvent } from '#review/event.ts';
import type { LamplightDb } from '#storage/database.ts';
import { deviceId } from './builders.ts';

/** What a person made. */
export interface Own {
  readonly events: readonly LogEvent[];
  readonly settings: readonly CarriedRow[];
}

/** A backup made on 22 November 2026 on device 1. */
export function backupOf({ events = [], settings = [] }: Partial<Own>): Backup {
  return makeBackup({ nowMs: Date.UTC(2026, 10, 22, 9), device: deviceId(1), settings, events });
}

/** What a backup of a database's settings holds, by way of its text. */
export async function settingsBackup(db: LamplightDb): Promise<Backup> {
  const read = readBackup([...backupText(backupOf({ settings: await db.settings.toArray() }))].join(''));
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  return read.backup;
}
