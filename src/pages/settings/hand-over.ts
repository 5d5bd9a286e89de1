/** Gives a file to the browser's downloads. */

/** Long enough for a slow phone to have begun writing. */
const KEPT_MS = 60_000;

const pad = (value: number): string => String(value).padStart(2, '0');

/** `lamplight-backup-2026-11-22.json`, dated by the person's own calendar. */
export function backupName(nowMs: number): string {
  const date = new Date(nowMs);
  return `lamplight-backup-${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}.json`;
}

/** Downloads a backup; returns the name of its file. */
export function handOver(blob: Blob, nowMs: number): string {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = backupName(nowMs);
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
  return link.download;
}
