/** The mock on screen: the core's machine, and the actions that store each step before anything can be lost. */
import { create } from 'zustand';
import type { Environment } from '#pages/parts/environment.ts';
import { reduceRun, type RunInput } from '#mock/reduce-run.ts';
import type { MockRun } from '#mock/run.ts';
import { getStorage } from '#storage/current.ts';
import { problemOf } from '#storage/database.ts';
import { finishMock } from '#storage/mock-finish.ts';
import { readMock } from '#storage/mock-history.ts';
import { discardMockRun, newMockId, readMockWriter, saveMockRun, takeMockRun } from '#storage/mock-run.ts';
import { deleteSound } from '#storage/recordings.ts';

/** none: there is no mock under way; taken: another tab goes on with it; gone: another tab has ended it; finished: this one has. */
export type RunStatus = 'reading' | 'none' | 'open' | 'taken' | 'gone' | 'finished';

export interface RunState {
  readonly status: RunStatus;
  readonly run: MockRun | null;
  /** Why the last step is not stored yet; null when it is. */
  readonly unstored: 'full' | 'broken' | null;
  /** The database's error when the run could not be read; for the route's error screen. */
  readonly failure: unknown;
}

const EMPTY: RunState = { status: 'reading', run: null, unstored: null, failure: null };

export const useRun = create<RunState>(() => EMPTY);
const { getState, setState } = useRun;

/** This page's name as a writer of the run. */
let writer = '';
/** Settled when every step so far is stored, or refused. */
let storing: Promise<unknown> = Promise.resolve();

/** Takes over the mock under way, if there is one. */
export async function openRun(): Promise<void> {
  writer = newMockId();
  setState(EMPTY);
  try {
    const run = await takeMockRun(getStorage().db, writer);
    if (!run) return setState({ status: 'none' });
    setState({ status: 'open', run });
    send({ type: 'returned' });
  } catch (failure) {
    setState({ failure });
  }
}

type Step = DistributedOmit<RunInput, 'nowMs'>;
type DistributedOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Makes a step now and stores it in the same task: a page that is left in the next moment has lost nothing. */
export function send(step: Step): void {
  const { run, status } = getState();
  if (!run || status !== 'open') return;
  const next = reduceRun(run, { ...step, nowMs: Date.now() });
  setState({ run: next });
  storing = Promise.all([storing, store(next)]);
}

async function store(run: MockRun): Promise<void> {
  try {
    await saveMockRun(getStorage().db, run, writer);
    setState({ unstored: null });
    await giveWayTo(await readMockWriter(getStorage().db));
  } catch (error) {
    tellRefused(error);
  }
}

function tellRefused(error: unknown): void {
  setState({ unstored: problemOf(error) === 'full' ? 'full' : 'broken' });
}

/** Tries again what could not be stored. */
export function storeAgain(): void {
  const { run } = getState();
  if (run) storing = Promise.all([storing, store(run)]);
}

/**
 * Leaves the run to the page that took it over, or has ended it, if one did: a page that slept finds that out with its first step
 * at the latest, and what it still holds overwrites nothing.
 */
export async function giveWayTo(told: string | null | undefined): Promise<void> {
  if (getState().status !== 'open' || ending || told === undefined || told === writer) return;
  // What is told may be older than this page's own taking over.
  const current = await readMockWriter(getStorage().db);
  if (getState().status !== 'open' || ending || current === writer) return;
  setState({ status: current === null ? 'gone' : 'taken' });
}

/** While this page ends the run itself. */
let ending = false;

/** Runs the end of a mock, one at a time; a refusal is told. */
async function end<T>(run: () => Promise<T>): Promise<T | null> {
  if (ending) return null;
  ending = true;
  try {
    await storing;
    return await run();
  } catch (error) {
    tellRefused(error);
    return null;
  } finally {
    ending = false;
  }
}

/** Stores the end of the mock and what it taught. Null while there is nothing to finish, or when it could not be stored. */
export async function finishRun(environment: Environment): Promise<string | null> {
  const { run, status } = getState();
  if (run?.stage !== null || status !== 'open') return null;
  const { db } = getStorage();
  const isStored = await end(async () => {
    const made = await finishMock(db, run, environment, Date.now(), writer);
    const stored = made !== null || (await readMock(db, run.id)) !== null;
    if (stored) setState({ status: 'finished' });
    return stored;
  });
  if (isStored === true) return run.id;
  if (isStored === false) await giveWayTo(null);
  return null;
}

/** Forgets a mock in which nothing was answered. False when it could not be forgotten, or goes on in another tab. */
export async function discardRun(): Promise<boolean> {
  const { run } = getState();
  if (!run) return true;
  const { db } = getStorage();
  const isGone = await end(async () => {
    if (!(await discardMockRun(db, writer))) return false;
    await deleteSound(db, run.id);
    setState({ status: 'none', run: null });
    return true;
  });
  if (isGone === true) return true;
  if (isGone === false) await giveWayTo(null);
  return false;
}
