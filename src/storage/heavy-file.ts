/** A backup out of a file and into one. The file is read in slices and never held as a whole. */
import { backupText, makeBackup } from '#exchange/backup.ts';
import { BackupReader } from '#exchange/backup-reader.ts';
import { isCarriable } from '#exchange/backup-rows.ts';
import { BACKUP_LIMITS, type Backup, type BackupFault } from '#exchange/backup-schema.ts';
import type { DeviceId } from '#review/ids.ts';
import { parseCarried } from '#exchange/carried.ts';
import type { LamplightDb } from './database.ts';
import { unreported, type Report } from './heavy-progress.ts';
import { readLog } from './rebuild.ts';

/** What can be wrong with a file beside its content: it is no text, or the browser could not read it. */
export type FileFault =
  BackupFault | { readonly kind: 'notText' } | { readonly kind: 'unreadable'; readonly why: string };

export type FileRead =
  { readonly ok: true; readonly backup: Backup } | { readonly ok: false; readonly fault: FileFault };

const SLICE_BYTES = 1024 * 1024;

type Slice = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: FileFault };

async function readSlice(file: Blob, from: number, decoder: TextDecoder): Promise<Slice> {
  let bytes: ArrayBuffer;
  try {
    bytes = await file.slice(from, from + SLICE_BYTES).arrayBuffer();
  } catch (error) {
    return { ok: false, fault: { kind: 'unreadable', why: error instanceof Error ? error.message : String(error) } };
  }
  try {
    return { ok: true, text: decoder.decode(bytes, { stream: true }) };
  } catch {
    return { ok: false, fault: { kind: 'notText' } };
  }
}

/** Reads and checks a backup file; the first fault ends the reading. @throws only what `report` throws */
export async function readBackupFile(file: Blob, report: Report = unreported): Promise<FileRead> {
  const { size } = file;
  if (size > BACKUP_LIMITS.bytes) {
    return { ok: false, fault: { kind: 'tooLarge', bytes: size, limit: BACKUP_LIMITS.bytes } };
  }
  const reader = new BackupReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  report({ stage: 'file', done: 0, total: size });
  for (let from = 0; from < size; from += SLICE_BYTES) {
    const slice = await readSlice(file, from, decoder);
    if (!slice.ok) return slice;
    const fault = reader.push(slice.text);
    if (fault) return { ok: false, fault };
    report({ stage: 'file', done: Math.min(from + SLICE_BYTES, size), total: size });
  }
  const content = reader.end();
  return content.ok && !isFlushed(decoder) ? { ok: false, fault: { kind: 'notText' } } : content;
}

/** Whether no half sign is left over at the end of the file. */
function isFlushed(decoder: TextDecoder): boolean {
  try {
    return decoder.decode() === '';
  } catch {
    return false;
  }
}

export interface BackupFile {
  readonly blob: Blob;
  readonly events: number;
  /** Events that are damaged and therefore not in the file. */
  readonly unreadable: number;
}

/** Everything on this device as a backup file. Reads one moment of the database; changes nothing. */
export async function writeBackupFile(
  db: LamplightDb,
  device: DeviceId,
  nowMs: number,
  report: Report = unreported,
): Promise<BackupFile> {
  const { log, rows } = await db.transaction('r', [db.events, db.settings], async () => ({
    log: await readLog(db, report),
    rows: await db.settings.toArray(),
  }));
  const settings = rows.flatMap((row) => {
    const parsed = parseCarried(row);
    return parsed.ok ? [parsed.row] : [];
  });
  const events = log.events.filter(isCarriable);
  report({ stage: 'pack', done: 0, total: events.length });
  const parts = backupText(makeBackup({ nowMs, device, settings, events }));
  const blob = new Blob([...parts], { type: 'application/json' });
  return { blob, events: events.length, unreadable: log.unreadable.length + log.events.length - events.length };
}
