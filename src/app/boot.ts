/** Start-up: open the database, know the device, bring the bank. The first lesson is usable before the rest has arrived. */
import { create } from 'zustand';
import { getStorage, setStorage } from '#storage/current.ts';
import { createDatabase, openDatabase, problemOf, type OpenProblem } from '#storage/database.ts';
import type { BankProblem, LoadProgress } from '#storage/load-bank.ts';
import { deviceId } from '#storage/stamp.ts';
import { bankSource } from './bank-source.ts';

export type Boot =
  | { readonly phase: 'opening' }
  /** First visit: nothing to ask yet. */
  | { readonly phase: 'firstBank'; readonly progress: LoadProgress | null }
  | { readonly phase: 'ready' }
  | { readonly phase: 'noStorage'; readonly problem: OpenProblem; readonly detail: string }
  | { readonly phase: 'noBank'; readonly problem: BankProblem }
  /** Another tab upgraded the database: this one must reload. */
  | { readonly phase: 'outdated' };

/** The first question comes before the look at whether there is a newer bank. */
const REST_MS = 1500;

export interface BootState {
  readonly boot: Boot;
  /** The bank's update that failed while an older bank is in use. */
  readonly bankProblem: BankProblem | null;
}

export const useBoot = create<BootState>(() => ({ boot: { phase: 'opening' }, bankProblem: null }));

function to(boot: Boot): void {
  useBoot.setState({ boot });
}

/** Starts, or starts again after a problem was dealt with. */
export async function start(): Promise<void> {
  to({ phase: 'opening' });
  const db = createDatabase();
  try {
    await openDatabase(db, () => to({ phase: 'outdated' }));
    setStorage({ db, device: await deviceId(db) });
  } catch (error) {
    to({ phase: 'noStorage', problem: problemOf(error), detail: wordsOf(error) });
    return;
  }
  await bringBank(db, REST_MS);
}

/** Tries again to bring the bank up to date, while an older one is in use. */
export async function retryBank(): Promise<void> {
  useBoot.setState({ bankProblem: null });
  await bringBank(getStorage().db, 0);
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

/** Fetches what differs. With a bank in place this happens behind an app that is already usable. */
async function bringBank(db: ReturnType<typeof createDatabase>, restMs: number): Promise<void> {
  const some = (await db.items.limit(1).count()) > 0;
  to(some ? { phase: 'ready' } : { phase: 'firstBank', progress: null });
  if (some) await new Promise((resolve) => setTimeout(resolve, restMs));
  const { BankError, loadBank } = await import('#storage/load-bank.ts');
  try {
    await loadBank(db, bankSource, (progress) => {
      const { boot } = useBoot.getState();
      if (boot.phase === 'firstBank')
        to(progress.itemsDone > 0 ? { phase: 'ready' } : { phase: 'firstBank', progress });
    });
    to({ phase: 'ready' });
  } catch (error) {
    const problem = error instanceof BankError ? error.problem : bankProblemOf(error);
    if (useBoot.getState().boot.phase === 'ready') useBoot.setState({ bankProblem: problem });
    else to({ phase: 'noBank', problem });
  }
}

function bankProblemOf(error: unknown): BankProblem {
  const why = problemOf(error) === 'full' ? 'this device is full' : wordsOf(error);
  return { kind: 'damaged', file: 'the bank', why };
}
