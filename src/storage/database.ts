/** The one IndexedDB database: tables, migrations, and what can go wrong with opening it. */
import { Dexie, type EntityTable, type Table, type Transaction } from 'dexie';
import type { PackManifest } from '#bank/pack/pack.ts';
import type { ItemSummary } from '#bank/pack/summary.ts';
import type { CarriedRow } from '#exchange/carried.ts';
import type { TallyRow } from './progress-days.ts';
import type { JournalRow } from './progress-journal.ts';
import type { RecordingPartRow, RecordingRow } from './recordings.ts';
import type { CardRow, EventRow, LocalRow, MarkRow, PackRow, SnapshotRow } from './rows.ts';

/** A bank as it is installed: its manifest, kept for the comparison with a newer one. */
export interface BankRow {
  readonly id: string;
  readonly manifest: PackManifest;
}

/** An item's summary with the pack that holds the whole of it and its place in the order of learning. */
export interface ItemRow {
  readonly id: string;
  readonly bank: string;
  /** File of the pack row. */
  readonly pack: string;
  readonly hash: string;
  readonly position: number;
  readonly summary: ItemSummary;
}

export interface LamplightDb extends Dexie {
  readonly banks: EntityTable<BankRow, 'id'>;
  readonly packs: EntityTable<PackRow, 'file'>;
  readonly items: EntityTable<ItemRow, 'id'>;
  readonly cards: EntityTable<CardRow, 'id'>;
  readonly marks: EntityTable<MarkRow, 'item'>;
  readonly events: Table<EventRow, string>;
  readonly ahead: Table<EventRow, string>;
  readonly settings: EntityTable<CarriedRow, 'key'>;
  readonly local: EntityTable<LocalRow, 'key'>;
  readonly runs: EntityTable<LocalRow, 'key'>;
  readonly snapshots: EntityTable<SnapshotRow, 'id'>;
  readonly tallies: Table<TallyRow, number | 'basis' | 'cards'>;
  readonly journal: Table<JournalRow, number>;
  readonly recordings: EntityTable<RecordingRow, 'id'>;
  readonly recordingParts: Table<RecordingPartRow, [recording: string, index: number]>;
}

interface Migration {
  readonly version: number;
  readonly stores: Readonly<Record<string, string | null>>;
  /** What becomes of the rows of the version before. */
  readonly upgrade?: (tables: Transaction) => Promise<void>;
}

interface KeptWeights {
  readonly atMs: number;
  readonly weights: unknown;
  readonly note: unknown;
}

/** Weights of before lay in one row of the device alone; now each is a row that travels in backups. */
async function carryWeights(tables: Transaction): Promise<void> {
  const local = tables.table<LocalRow>('local');
  const [device, kept] = [await local.get('device'), await local.get('weightsHistory')];
  if (!device || !Array.isArray(kept?.value)) return;
  const rows = (kept.value as KeptWeights[]).map(({ atMs, weights, note }) => {
    return { key: `weights:${atMs}`, value: { weights, note }, atMs, device: device.value };
  });
  await tables.table('settings').bulkPut(rows);
  await local.delete('weightsHistory');
}

/** A mock under way lay among the things of the device, where each of its steps waited for whoever read one of those. */
async function moveRuns(tables: Transaction): Promise<void> {
  const rows = () => tables.table<LocalRow>('local').where('key').startsWith('mock-run');
  await tables.table('runs').bulkAdd(await rows().toArray());
  await rows().delete();
}

/** Append-only: a shipped entry is never edited. Each has a test with data of the version before it. */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    stores: {
      banks: 'id',
      packs: 'file, bank',
      items: 'id, bank, pack, position',
      cards: 'id, item, lastDay, [queue+dueDay], [queue+position]',
      marks: 'item, flagged',
      events: 'id, item, atMs, &guard',
      settings: 'key',
      local: 'key',
      snapshots: 'id',
    },
  },
  { version: 2, stores: { tallies: 'key', journal: '++seq' } },
  { version: 3, stores: { recordings: 'id, mock, [mock+answer]', recordingParts: '[recording+index]' } },
  { version: 4, stores: {}, upgrade: carryWeights },
  { version: 5, stores: { ahead: 'id', runs: 'key' }, upgrade: moveRuns },
];

const DB_NAME = 'lamplight';

/** A database that is declared but not yet open. Tests pass a name of their own. */
export function createDatabase(name: string = DB_NAME, migrations: readonly Migration[] = MIGRATIONS): LamplightDb {
  const db = new Dexie(name, { chromeTransactionDurability: 'relaxed' }) as LamplightDb;
  for (const { version, stores, upgrade } of migrations) {
    const made = db.version(version).stores(stores);
    if (upgrade) made.upgrade(upgrade);
  }
  return db;
}

export type OpenProblem = 'unsupported' | 'blocked' | 'newer' | 'full' | 'broken';

/** Why the database could not be opened, for the screen that says so. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly problem: OpenProblem;

  constructor(problem: OpenProblem, options?: ErrorOptions) {
    super(`storage: ${problem}`, options);
    this.problem = problem;
  }
}

const PROBLEMS: Readonly<Record<string, OpenProblem>> = {
  MissingAPIError: 'unsupported',
  SecurityError: 'unsupported',
  VersionError: 'newer',
  QuotaExceededError: 'full',
};

/** What an error of Dexie or a plain one wraps: the error inside it, the first of many, or its cause. */
function wrappedBy(error: Error): unknown {
  const { inner, failures } = error as { inner?: unknown; failures?: unknown };
  const first: unknown = typeof failures === 'object' && failures !== null ? Object.values(failures)[0] : undefined;
  return inner ?? first ?? error.cause;
}

/** The problem behind an error of Dexie or IndexedDB, looking through the errors that wrap it. */
export function problemOf(error: unknown): OpenProblem {
  let current: unknown = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    const known = current instanceof StorageError ? current.problem : PROBLEMS[current.name];
    if (known) return known;
    current = wrappedBy(current);
  }
  return 'broken';
}

/** Asked before opening: Dexie would add its own tables to a newer database. */
async function assertNotNewer(db: LamplightDb): Promise<void> {
  const stored = await indexedDB.databases();
  const version = stored.find(({ name }) => name === db.name)?.version ?? 0;
  if (Math.floor(version / 10) > db.verno) throw new StorageError('newer');
}

/** Whether this browser lets this page have a database; where storage is forbidden, even asking may throw. */
function hasIndexedDb(): boolean {
  try {
    return Boolean(globalThis.indexedDB);
  } catch {
    return false;
  }
}

/** Opens, or rejects with `blocked` when another tab holds an older version: then the database is not kept open later. */
async function openUnlessBlocked(db: LamplightDb): Promise<void> {
  const opening = db.open();
  const blocked = new Promise<never>((_, reject) => {
    db.on('blocked', () => reject(new StorageError('blocked')));
  });
  try {
    await Promise.race([opening, blocked]);
  } catch (error) {
    opening.then(
      () => db.close(),
      () => undefined,
    );
    throw error;
  }
}

/** What ended an open connection from outside: an upgrade in another tab, the deletion of all data, or the browser. */
export type ClosedBy = 'upgrade' | 'deletion' | 'browser';

/** The browser closes a database for trouble of its own, and also when a person clears the site's data: then it is gone. */
async function browserClosed(db: LamplightDb): Promise<ClosedBy> {
  const stored = await indexedDB.databases().catch(() => null);
  return stored === null || stored.some(({ name }) => name === db.name) ? 'browser' : 'deletion';
}

/**
 * Opens the database. When another tab upgrades or deletes it, this tab closes its connection, so that the other is not
 * blocked, and calls `onClosed`; so it does when the browser closes the database by itself.
 *
 * @throws StorageError; the database is closed then
 */
export async function openDatabase(db: LamplightDb, onClosed: (by: ClosedBy) => void): Promise<LamplightDb> {
  if (!hasIndexedDb()) throw new StorageError('unsupported');
  db.on('versionchange', ({ newVersion }) => {
    db.close();
    onClosed(newVersion === null ? 'deletion' : 'upgrade');
    return false;
  });
  try {
    await assertNotNewer(db);
    await openUnlessBlocked(db);
    db.backendDB().addEventListener('close', () => void browserClosed(db).then(onClosed));
    return db;
  } catch (error) {
    throw new StorageError(problemOf(error), { cause: error });
  }
}
