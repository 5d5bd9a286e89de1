/** Reading backups. Nothing in a file is trusted: every piece is checked as it arrives, and nothing of it is ever run. */
import type { LogEvent } from '#review/event.ts';
import { isUuid, type DeviceId } from '#review/ids.ts';
import type { CarriedRow } from './carried.ts';
import { BackupList } from './backup-list.ts';
import { checkCard, checkEvent, checkSetting, isMoment } from './backup-rows.ts';
import {
  BACKUP_FORMAT,
  BACKUP_LIMITS,
  BACKUP_VERSION,
  type BackupCard,
  type BackupContent,
  type BackupFault,
  type BackupLimits,
} from './backup-schema.ts';
import { differingCards } from './derived-cards.ts';
import { JsonScanner, type ScanFault } from './json-scanner.ts';
import { MOCK_FILE_BYTES } from './mock-file.ts';

/** What an event adds to a record that came as a text of its own: who, when and where, and the ids of sixty reviews. */
const EVENT_LENGTH = 16 * 1024;

/**
 * The longest thing that a device takes in is another one's result of a mock. Written again it may be longer, but no sign of it
 * becomes more than an escape of six. All else that a person makes is shorter.
 */
const PIECE_LIMITS = { pieceLength: 6 * MOCK_FILE_BYTES + EVENT_LENGTH, depth: 8 };

interface Head {
  format?: unknown;
  version?: unknown;
  exportedAtMs?: unknown;
  device?: unknown;
}

const HEAD_NAMES: ReadonlySet<string> = new Set<keyof Head>(['format', 'version', 'exportedAtMs', 'device']);

interface Lists {
  readonly settings: BackupList<CarriedRow>;
  readonly events: BackupList<LogEvent>;
  readonly cards: BackupList<BackupCard>;
}

function emptyLists(limits: BackupLimits): Lists {
  const { settings, events, cards } = limits;
  return {
    settings: new BackupList({ name: 'settings', check: checkSetting, keyOf: (row) => row.key, limit: settings }),
    events: new BackupList({ name: 'events', check: checkEvent, keyOf: (event) => event.id, limit: events }),
    cards: new BackupList({ name: 'cards', check: checkCard, keyOf: (card) => card.id, limit: cards }),
  };
}

/** Takes the text of a file part by part. */
export class BackupReader {
  readonly #limits: BackupLimits;
  readonly #lists: Lists;
  readonly #head: Head = {};
  readonly #seen = new Set<string>();
  readonly #scanner: JsonScanner<BackupFault>;
  /** A fault that was met before the file had said what it is; whether it is the one to tell depends on that. */
  #early: BackupFault | null = null;
  #length = 0;

  constructor(limits: BackupLimits = BACKUP_LIMITS) {
    this.#limits = limits;
    this.#lists = emptyLists(limits);
    const sink = {
      lists: new Set(Object.keys(this.#lists)),
      onList: (name: string) => this.#enter(name),
      onMember: (name: string, value: unknown) => this.#member(name, value),
      onElement: (name: string, index: number, value: unknown) => this.#element(name, index, value),
    };
    this.#scanner = new JsonScanner<BackupFault>(sink, PIECE_LIMITS);
  }

  /** Takes the next part. Returns the first fault, after which nothing more needs to be read. Never throws. */
  push(text: string): BackupFault | null {
    this.#length += text.length;
    const { bytes: limit } = this.#limits;
    if (this.#length > limit) return { kind: 'tooLarge', bytes: this.#length, limit };
    return this.#told(this.#scanner.push(text));
  }

  /** The whole backup, checked, or the first fault with its place. */
  end(): BackupContent {
    const fault = this.#told(this.#scanner.end()) ?? this.#incomplete();
    if (fault) return { ok: false, fault };
    const { settings, events, cards } = this.#lists;
    const { exportedAtMs, device } = this.#head as { exportedAtMs: number; device: DeviceId };
    return {
      ok: true,
      backup: {
        format: BACKUP_FORMAT,
        version: BACKUP_VERSION,
        exportedAtMs,
        device,
        settings: settings.toArray(),
        events: events.toArray(),
        cards: cards.toArray(),
      },
    };
  }

  #isKnown(): boolean {
    return this.#head.format === BACKUP_FORMAT && this.#head.version === BACKUP_VERSION;
  }

  #told(fault: ScanFault | BackupFault | null): BackupFault | null {
    switch (fault?.kind) {
      case undefined:
        return null;
      case 'notObject':
        return { kind: 'notBackup' };
      case 'syntax':
        return { kind: 'notJson', where: fault.where, why: fault.why };
      case 'tooBig':
        // A big piece in a file that has not called itself a backup: some other JSON.
        return this.#head.format === BACKUP_FORMAT ? { ...fault, kind: 'invalid' } : { kind: 'notBackup' };
      default:
        return fault;
    }
  }

  #incomplete(): BackupFault | null {
    if (!this.#seen.has('format')) return { kind: 'notBackup' };
    if (this.#early) return this.#early;
    const name = [...HEAD_NAMES, ...Object.keys(this.#lists)].find((each) => !this.#seen.has(each));
    return name === undefined ? null : { kind: 'invalid', where: name, why: 'it is missing' };
  }

  /** Tells a fault at once when the file is known to be of this version, else keeps the first for the end. */
  #judge(fault: BackupFault | null): BackupFault | null {
    if (!fault || this.#isKnown()) return fault;
    this.#early ??= fault;
    return null;
  }

  #element(name: string, index: number, value: unknown): BackupFault | null {
    if (this.#early) return null;
    return this.#judge(this.#lists[name as 'events'].take(index, value));
  }

  #member(name: string, value: unknown): BackupFault | null {
    const twice = this.#enter(name);
    if (twice) return twice;
    if (HEAD_NAMES.has(name)) return this.#headMember(name as keyof Head, value);
    const why = Object.hasOwn(this.#lists, name) ? 'it must be a list' : 'this field is not known';
    return this.#judge({ kind: 'invalid', where: name, why });
  }

  #enter(name: string): BackupFault | null {
    if (this.#seen.has(name)) return { kind: 'invalid', where: name, why: 'it is there twice' };
    this.#seen.add(name);
    return null;
  }

  #headMember(name: keyof Head, value: unknown): BackupFault | null {
    this.#head[name] = value;
    if (name === 'format' || name === 'version') return this.#identity() ?? (this.#isKnown() ? this.#early : null);
    const sound = name === 'device' ? isUuid(value) : isMoment(value);
    const why = name === 'device' ? 'it must be an id' : 'it must be epoch milliseconds';
    return sound ? null : this.#judge({ kind: 'invalid', where: name, why });
  }

  /** Whether what the file says of itself so far can be right. */
  #identity(): BackupFault | null {
    const { format, version } = this.#head;
    if (this.#seen.has('format') && format !== BACKUP_FORMAT) return { kind: 'notBackup' };
    if (!this.#seen.has('format') || !this.#seen.has('version') || version === BACKUP_VERSION) return null;
    if (typeof version === 'number' && version > BACKUP_VERSION) return { kind: 'newer', version };
    return { kind: 'invalid', where: 'version', why: `it must be ${BACKUP_VERSION}` };
  }
}

export type BackupRead =
  | (Extract<BackupContent, { ok: true }> & {
      /** Cards whose derived state in the file is not what its events give; the events win. */
      readonly differing: readonly string[];
    })
  | Extract<BackupContent, { ok: false }>;

/**
 * Reads a backup's text: the whole of it, checked, with the cards whose derived state differs from what the events give; or
 * the first fault with its place. Never throws for any text, and takes time and memory in proportion to its length.
 */
export function readBackup(text: string): BackupRead {
  const reader = new BackupReader();
  const fault = reader.push(text);
  if (fault) return { ok: false, fault };
  const content = reader.end();
  return content.ok ? { ...content, differing: differingCards(content.backup) } : content;
}
