/** What was here before a restore replaced it: raw rows as they were stored, damaged ones among them, in parts. */
import type { CarriedRow } from '#exchange/carried.ts';
import type { LamplightDb } from './database.ts';
import { unreported, type Report } from './heavy-progress.ts';
import { eachEventBatch } from './rebuild.ts';
import type { EventRow, SnapshotRow } from './rows.ts';

/** `replace`: taken before a file replaced all; `undo`: taken before such a replacement was taken back. */
export type SnapshotReason = 'replace' | 'undo';

export interface SnapshotHead {
  readonly id: string;
  readonly atMs: number;
  readonly reason: SnapshotReason;
}

export interface SnapshotContent {
  readonly events: readonly EventRow[];
  readonly settings: readonly CarriedRow[];
}

/** How many snapshots are kept; older ones make room. */
const KEPT = 3;

/** Rows of a snapshot share their beginning: its id. */
const partId = (id: string, part: number): string => `${id}/${String(part).padStart(6, '0')}`;
const idOfPart = (key: string): string => key.split('/')[0] ?? key;

/** Ids of all snapshots, oldest first. */
async function snapshotIds(db: LamplightDb): Promise<string[]> {
  const keys = await db.snapshots.orderBy('id').primaryKeys();
  return [...new Set(keys.map(idOfPart))];
}

/** Later than every snapshot there is, whatever the clock says. */
async function nextId(db: LamplightDb, nowMs: number): Promise<string> {
  const newest = (await snapshotIds(db)).at(-1);
  const floor = newest === undefined ? 0 : Number.parseInt(newest, 10) + 1;
  return String(Math.max(nowMs, floor)).padStart(16, '0');
}

/** Sets all events and settings aside. Belongs into the transaction that then changes them. Returns how many events. */
export async function takeSnapshot(
  db: LamplightDb,
  reason: SnapshotReason,
  nowMs: number,
  report: Report = unreported,
): Promise<number> {
  const id = await nextId(db, nowMs);
  const settings = await db.settings.toArray();
  await db.snapshots.add({ id: partId(id, 0), atMs: nowMs, reason, events: [], settings });
  let part = 0;
  let done = 0;
  await eachEventBatch(db, async (events, total) => {
    part += 1;
    done += events.length;
    await db.snapshots.add({ id: partId(id, part), atMs: nowMs, reason, events, settings: [] });
    report({ stage: 'snapshot', done, total });
  });
  for (const old of (await snapshotIds(db)).slice(0, -KEPT)) await rowsOf(db, old).delete();
  return done;
}

function rowsOf(db: LamplightDb, id: string) {
  return db.snapshots.where('id').between(`${id}/`, `${id}0`, true, false);
}

/** The newest snapshot without its content; null when there is none. */
export async function latestSnapshot(db: LamplightDb): Promise<SnapshotHead | null> {
  const row = await db.snapshots.orderBy('id').last();
  return row ? { id: idOfPart(row.id), atMs: row.atMs, reason: reasonOf(row) } : null;
}

function reasonOf({ reason }: SnapshotRow): SnapshotReason {
  return reason === 'undo' ? 'undo' : 'replace';
}

/** What a snapshot holds. @throws RangeError when there is no such snapshot */
export async function readSnapshot(db: LamplightDb, id: string): Promise<SnapshotContent> {
  const rows = await rowsOf(db, id).sortBy('id');
  if (rows.length === 0) throw new RangeError(`There is no snapshot ${id}`);
  return { events: rows.flatMap((row) => row.events), settings: rows.flatMap((row) => row.settings) };
}
