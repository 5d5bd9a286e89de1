/** Gives a backup to the browser's downloads. */
import { isoDateOf } from '#pages/parts/dates.ts';
import { download } from '#pages/parts/download.ts';

/** `lamplight-backup-2026-11-22.json`, dated by the person's own calendar. */
export function backupName(nowMs: number): string {
  return `lamplight-backup-${isoDateOf(nowMs)}.json`;
}

/** Downloads a backup; returns the name of its file. */
export function handOver(blob: Blob, nowMs: number): string {
  const name = backupName(nowMs);
  download(blob, name);
  return name;
}
