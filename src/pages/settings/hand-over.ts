/** Gives a backup to the browser's downloads. */
import { download } from '#pages/parts/download.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

/** `lamplight-backup-2026-11-22.json`, dated by the person's own calendar. */
export function backupName(nowMs: number): string {
  const date = new Date(nowMs);
  return `lamplight-backup-${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}.json`;
}

/** Downloads a backup; returns the name of its file. */
export function handOver(blob: Blob, nowMs: number): string {
  const name = backupName(nowMs);
  download(blob, name);
  return name;
}
