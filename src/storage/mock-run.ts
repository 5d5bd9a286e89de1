/** The mock under way, in one row of this device: whoever comes back finds it as it was at the last press or beat. */
import { v7 as uuidV7 } from 'uuid';
import type { MockRun } from '#mock/run.ts';
import type { LamplightDb } from './database.ts';

/** Names the page that goes on with the run. */
const KEY = 'mock-run';
/** Each page writes a row of its own, so that a step is one put without a read: it is stored even if the page dies next. */
const PREFIX = 'mock-run ';
/** Grows when an older run could be misread. */
const FORMAT = 1;

interface Pointer {
  readonly format: number;
  readonly writer: string;
}

/** An id for a mock that begins, or for a page that goes on with one. */
export function newMockId(): string {
  return uuidV7();
}

/** The page that goes on with the run; null when there is none, or it is of a version that this one cannot go on with. */
export async function readMockWriter(db: LamplightDb): Promise<string | null> {
  const value = (await db.runs.get(KEY))?.value as Partial<Pointer> | undefined;
  return value?.format === FORMAT ? (value.writer ?? null) : null;
}

/** The run under way; null when there is none. */
export async function readMockRun(db: LamplightDb): Promise<MockRun | null> {
  const writer = await readMockWriter(db);
  const row = writer === null ? undefined : await db.runs.get(`${PREFIX}${writer}`);
  return (row?.value as MockRun | undefined) ?? null;
}

async function handOver(db: LamplightDb, run: MockRun, writer: string): Promise<void> {
  await db.runs.where('key').startsWith(PREFIX).delete();
  await db.runs.put({ key: `${PREFIX}${writer}`, value: run });
  await db.runs.put({ key: KEY, value: { format: FORMAT, writer } satisfies Pointer });
}

/** Takes the run over for a page, from whichever page had it: what that one still writes is seen by nobody. Null when there is none. */
export async function takeMockRun(db: LamplightDb, writer: string): Promise<MockRun | null> {
  return db.transaction('rw', db.runs, async () => {
    const run = await readMockRun(db);
    if (run) await handOver(db, run, writer);
    return run;
  });
}

/** Puts a new run in the place of whatever was under way. */
export async function beginMockRun(db: LamplightDb, run: MockRun): Promise<void> {
  await db.transaction('rw', db.runs, () => handOver(db, run, newMockId()));
}

/**
 * Stores a step, in the caller's own task and committed at once. A page that another one took over from writes in vain.
 *
 * @throws what the database throws; the step before is still stored then
 */
export async function saveMockRun(db: LamplightDb, run: MockRun, writer: string): Promise<void> {
  await db.transaction('rw', db.runs, (tx) => {
    const stored = db.runs.put({ key: `${PREFIX}${writer}`, value: run });
    tx.idbtrans.commit();
    return stored;
  });
}

async function forget(db: LamplightDb): Promise<void> {
  await db.runs.where('key').startsWith(PREFIX).delete();
  await db.runs.delete(KEY);
}

/** Forgets the run of this id, if it is the one under way. Belongs into the transaction that stores its end. */
export async function dropMockRun(db: LamplightDb, id: string): Promise<void> {
  if ((await readMockRun(db))?.id === id) await forget(db);
}

/** Forgets the run that this page goes on with. False when another page took it over, or has ended it: then nothing is forgotten. */
export async function discardMockRun(db: LamplightDb, writer: string): Promise<boolean> {
  return db.transaction('rw', db.runs, async () => {
    if ((await readMockWriter(db)) !== writer) return false;
    await forget(db);
    return true;
  });
}
