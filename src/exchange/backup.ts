/** Writing backups: everything in one document. */
import { compareEvents, type LogEvent } from '#review/event.ts';
import type { DeviceId } from '#review/ids.ts';
import type { CarriedRow } from './carried.ts';
import { BACKUP_FORMAT, BACKUP_VERSION, type Backup } from './backup-schema.ts';
import { deriveCards } from './derived-cards.ts';

export interface BackupInput {
  /** Epoch milliseconds that the file is dated with. */
  readonly nowMs: number;
  readonly device: DeviceId;
  readonly settings: readonly CarriedRow[];
  /** Each id once, in any order. */
  readonly events: readonly LogEvent[];
}

/** The whole document: events in log order, settings, and each card's derived state beside them. */
export function makeBackup({ nowMs, device, settings, events }: BackupInput): Backup {
  return {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    exportedAtMs: nowMs,
    device,
    settings,
    events: events.toSorted(compareEvents),
    cards: deriveCards(events, settings),
  };
}

/** About how long a part of the text is, in UTF-16 units. */
const PART_LENGTH = 256 * 1024;

function* lines(backup: Backup): Generator<string> {
  const { settings, events, cards, ...head } = backup;
  yield `{\n${JSON.stringify(head).slice(1, -1)}`;
  for (const [name, list] of Object.entries({ settings, events, cards })) {
    yield `,\n"${name}":[`;
    let comma = '';
    for (const entry of list) {
      yield `${comma}\n${JSON.stringify(entry)}`;
      comma = ',';
    }
    yield '\n]';
  }
  yield '\n}\n';
}

/**
 * The text of a backup in parts of some 256 kB, so that a long one need not be in memory as one string. Who is what comes
 * first and each entry has a line of its own; readers must not rely on either.
 */
export function* backupText(backup: Backup): Generator<string> {
  let part = '';
  for (const line of lines(backup)) {
    part += line;
    if (part.length < PART_LENGTH) continue;
    yield part;
    part = '';
  }
  yield part;
}
