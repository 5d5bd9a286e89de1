/** Start-up: open the database, know the device, bring the bank. The first lesson is usable before the rest has arrived. */
import { create } from 'zustand';
import { setBankArrival } from '#pages/parts/bank-arrival.ts';
import { getStorage, setStorage } from '#storage/current.ts';
import {
  createDatabase,
  openDatabase,
  problemOf,
  type ClosedBy,
  type LamplightDb,
  type OpenProblem,
} from '#storage/database.ts';
import type { Given } from '#storage/heavy-work.ts';
import type { HeavyOutcome } from '#storage/heavy.ts';
import type { BankProblem } from '#storage/bank-files.ts';
import { deviceId } from '#storage/stamp.ts';
import { catchUpIfNeeded } from './catch-up.ts';

export type Boot =
  | { readonly phase: 'opening' }
  /** First visit: nothing to ask yet. */
  | { readonly phase: 'firstBank' }
  | { readonly phase: 'ready' }
  | { readonly phase: 'noStorage'; readonly problem: OpenProblem; readonly detail: string }
  | { readonly phase: 'noBank'; readonly problem: BankProblem }
  /** The database was closed under this tab: it must reload. */
  | { readonly phase: 'closed'; readonly by: ClosedBy };

/** The first question comes before the look at whether there is a newer bank. */
const REST_MS = 1500;

export interface BootState {
  readonly boot: Boot;
  /** The bank's update that failed while an older bank is in use. */
  readonly bankProblem: BankProblem | null;
}

export const useBoot = create<BootState>(() => ({ boot: { phase: 'opening' }, bankProblem: null }));

function isClosed({ boot }: BootState = useBoot.getState()): boolean {
  return boot.phase === 'closed';
}

/** What was closed under this tab stays closed, whatever was under way and comes to its end. */
function to(boot: Boot, bankProblem = useBoot.getState().bankProblem): void {
  if (!isClosed()) useBoot.setState({ boot, bankProblem });
}

function toNoStorage(error: unknown): void {
  to({ phase: 'noStorage', problem: problemOf(error), detail: wordsOf(error) });
}

/** Starts, or starts again after a problem was dealt with. Never rejects: what is in the way is shown. */
export async function start(): Promise<void> {
  useBoot.setState({ boot: { phase: 'opening' } });
  const db = createDatabase();
  let here: BankHere;
  try {
    await openDatabase(db, (by) => to({ phase: 'closed', by }));
    // In one round: a slow phone waits for each.
    const [device, late, bank] = await Promise.all([deviceId(db), catchUpIfNeeded(db), readBankHere(db)]);
    // What came late may have the last id, which the ids of this page go on from.
    setStorage({ db, device: late ? await deviceId(db) : device });
    here = bank;
  } catch (error) {
    return toNoStorage(error);
  }
  await bringBank(db, here, REST_MS);
}

/** Another page may have gone while this one was out of sight. A database that cannot be read says so to whoever reads next. */
export function lookAgain(): void {
  if (document.visibilityState === 'visible' && useBoot.getState().boot.phase === 'ready')
    catchUpIfNeeded(getStorage().db).catch(() => undefined);
}

/** Tries again to bring the bank up to date, while an older one is in use. Never rejects. */
export async function retryBank(): Promise<void> {
  if (isClosed()) return;
  useBoot.setState({ bankProblem: null });
  const { db } = getStorage();
  try {
    await bringBank(db, await readBankHere(db), 0);
  } catch (error) {
    toNoStorage(error);
  }
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

const BANK = new URL(`${import.meta.env.BASE_URL}bank/`, window.location.href).href;

function hasQuestions(db: LamplightDb): Promise<boolean> {
  return db.cards.limit(1).count((count) => count > 0);
}

interface BankHere {
  /** There is something to ask. */
  readonly some: boolean;
  /** All of it was brought once. */
  readonly whole: boolean;
}

async function readBankHere(db: LamplightDb): Promise<BankHere> {
  const [some, banks] = await Promise.all([hasQuestions(db), db.banks.where('id').notEqual('own').count()]);
  return { some, whole: banks > 0 };
}

/** Fetches what differs, in the worker. With a bank in place this happens behind an app that is already usable. */
async function bringBank(db: LamplightDb, { some, whole }: BankHere, restMs: number): Promise<void> {
  setBankArrival(whole ? null : { done: 0, total: 0 });
  to({ phase: some ? 'ready' : 'firstBank' });
  if (whole) await new Promise((resolve) => setTimeout(resolve, restMs));
  const problem = await fetchBank(db, whole);
  setBankArrival(null);
  if (!isClosed()) await goOn(db, problem);
}

async function fetchBank(db: LamplightDb, whole: boolean): Promise<BankProblem | null> {
  const workers = await import('./workers.ts').catch(wordsOf);
  // It is a file like those of the bank, and without a network comes as little as they do.
  if (typeof workers === 'string') return { kind: 'download', file: 'workers.js', why: workers };
  // The worker opens by name: after a deletion it would bring an empty database back.
  if (isClosed()) return null;
  const { outcome, cancel } = workers.runHeavy(db, 'bank', { base: BANK }, ({ stage, done, total }) => {
    if (!whole) setBankArrival({ done, total: total ?? 0 });
    if (stage === 'bankRest' && useBoot.getState().boot.phase === 'firstBank') to({ phase: 'ready' });
  });
  const stopWatching = useBoot.subscribe((state) => {
    if (isClosed(state)) cancel();
  });
  const problem = problemIn(await outcome);
  stopWatching();
  return problem;
}

/** After the bank came, or did not: what is here is enough to go on with, unless it is nothing. */
async function goOn(db: LamplightDb, problem: BankProblem | null): Promise<void> {
  if (!problem) return to({ phase: 'ready' });
  try {
    if (await hasQuestions(db)) to({ phase: 'ready' }, problem);
    else to({ phase: 'noBank', problem });
  } catch (error) {
    toNoStorage(error);
  }
}

function problemIn(outcome: HeavyOutcome<Given<'bank'>>): BankProblem | null {
  if (outcome.kind === 'cancelled') return null;
  if (outcome.kind === 'done') return outcome.value.ok ? null : outcome.value.problem;
  return { kind: 'device', problem: outcome.problem, why: outcome.detail };
}
