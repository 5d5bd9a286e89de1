/**
 * The backup file, version 1: one JSON document with everything that a person made. Its JSON Schema for other readers is
 * `public/schema/backup-v1.json`; a test holds the two against each other.
 */
import type { LogEvent } from '#review/event.ts';
import type { DeviceId } from '#review/ids.ts';
import type { SettingRow } from '#review/settings.ts';

export const BACKUP_FORMAT = 'lamplight-backup';
export const BACKUP_VERSION = 1;

/** Largest file that is read, in bytes: about two million reviews. */
export const MAX_BACKUP_BYTES = 512 * 1024 * 1024;

/** A card's derived state, for readers that do not replay; recomputed and compared when the file is restored. */
export interface BackupCard {
  readonly id: string;
  readonly stability: number;
  readonly difficulty: number;
  /** Study day of the last review: whole days since 1970-01-01 by the person's own day. */
  readonly lastDay: number;
  /** Study day on which the card is due; null when it is not scheduled. */
  readonly dueDay: number | null;
  readonly reps: number;
  readonly lapses: number;
}

export interface Backup {
  readonly format: typeof BACKUP_FORMAT;
  readonly version: typeof BACKUP_VERSION;
  readonly exportedAtMs: number;
  readonly device: DeviceId;
  readonly settings: readonly SettingRow[];
  readonly events: readonly LogEvent[];
  readonly cards: readonly BackupCard[];
}
