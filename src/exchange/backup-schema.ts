/**
 * The backup file, version 1: one JSON document with everything that a person made. Its JSON Schema for other readers is
 * `public/schema/backup-v1.json`; a test holds the two against each other.
 */
import type { LogEvent } from '#review/event.ts';
import type { DeviceId } from '#review/ids.ts';
import type { CarriedRow } from './carried.ts';

export const BACKUP_FORMAT = 'lamplight-backup';
export const BACKUP_VERSION = 1;

/** How much is read at most. What is beyond can be no person's history, and would fill a device's memory. */
export interface BackupLimits {
  readonly bytes: number;
  readonly events: number;
  readonly cards: number;
  readonly settings: number;
}

/** A million events: a hundred reviews a day for 27 years. */
export const BACKUP_LIMITS: BackupLimits = {
  bytes: 512 * 1024 * 1024,
  events: 1_000_000,
  cards: 1_000_000,
  settings: 5000,
};

/** A card's derived state, for readers that do not replay; recomputed and compared when the file is restored. */
export interface BackupCard {
  readonly id: string;
  /** Days until the chance of recall has fallen to 90%; 0.001 to 36500. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  /** Study day of the last review: whole days since 1970-01-01 by the person's own day. */
  readonly lastDay: number;
  /** Study day on which the card is due; null when it is not scheduled. */
  readonly dueDay: number | null;
  /** Reviews so far, 1 or more. */
  readonly reps: number;
  readonly lapses: number;
}

export interface Backup {
  readonly format: typeof BACKUP_FORMAT;
  readonly version: typeof BACKUP_VERSION;
  readonly exportedAtMs: number;
  readonly device: DeviceId;
  /** One row a key: settings, interviews that are prepared for, stories, followed paths and questions of the person's own. */
  readonly settings: readonly CarriedRow[];
  /** In log order, each id once. */
  readonly events: readonly LogEvent[];
  readonly cards: readonly BackupCard[];
}

/** Why a file cannot be restored. `where` names a place in it: `events[12]`. */
export type BackupFault =
  | { readonly kind: 'tooLarge'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'tooMany'; readonly list: string; readonly limit: number }
  | { readonly kind: 'notJson'; readonly where: string; readonly why: string }
  | { readonly kind: 'truncated'; readonly where: string }
  | { readonly kind: 'notBackup' }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'invalid'; readonly where: string; readonly why: string };

export type BackupContent =
  { readonly ok: true; readonly backup: Backup } | { readonly ok: false; readonly fault: BackupFault };
