/** The mock under way, in one row of this device: whoever comes back finds it as it was at the last press or beat. */
import { v7 as uuidV7 } from 'uuid';
import type { MockRun } from '#mock/run.ts';
import type { LamplightDb } from './database.ts';

const KEY = 'mock-run';
/** Grows when an older run could be misread. */
const FORMAT = 1;

/** An id for a mock that begins, or for a page that goes on with one. */
export function newMockId(): string {
  return uuidV7();
}

interface Stored {
  readonly format: number;
  /** The page that writes it; another one takes over by name. */
  readonly writer: string;
  readonly run: MockRun;
}

async function readStored(db: LamplightDb): Promise<Stored | null> {
  const value = (await db.local.get(KEY))?.value as Partial<Stored> | undefined;
  return value?.format === FORMAT && value.run ? (value as Stored) : null;
}

/** The run under way; null when there is none, or it is of a version that this one cannot go on with. */
export async function readMockRun(db: LamplightDb): Promise<MockRun | null> {
  return (await readStored(db))?.run ?? null;
}

/** Takes the run over for a page, from whichever page had it. Null when there is none. */
export async function takeMockRun(db: LamplightDb, writer: string): Promise<MockRun | null> {
  return db.transaction('rw', db.local, async () => {
    const stored = await readStored(db);
    if (stored) await db.local.put({ key: KEY, value: { ...stored, writer } satisfies Stored });
    return stored?.run ?? null;
  });
}

/** Puts a new run in the place of whatever was under way. */
export async function beginMockRun(db: LamplightDb, run: MockRun): Promise<void> {
  await db.local.put({ key: KEY, value: { format: FORMAT, writer: '', run } satisfies Stored });
}

/** Stores a step. False when another page has taken the run over or it has ended: nothing was written. */
export async function saveMockRun(db: LamplightDb, run: MockRun, writer: string): Promise<boolean> {
  return db.transaction('rw', db.local, async () => {
    const stored = await readStored(db);
    if (stored?.writer !== writer || stored.run.id !== run.id) return false;
    await db.local.put({ key: KEY, value: { ...stored, run } satisfies Stored });
    return true;
  });
}

/** Forgets the run of this id, if it is the one under way. Belongs into the transaction that stores its end. */
export async function dropMockRun(db: LamplightDb, id: string): Promise<void> {
  const stored = await readStored(db);
  if (stored?.run.id === id) await db.local.delete(KEY);
}
