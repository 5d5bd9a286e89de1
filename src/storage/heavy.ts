/**
 * Long work away from the screen: in a worker where there is one, else on the page. It tells how far it is and can be
 * cancelled at any moment; a cancelled run has changed nothing, or has come to its end, and says which.
 */
import { Dexie } from 'dexie';
import { v7 as uuidV7 } from 'uuid';
import { problemOf, type LamplightDb, type OpenProblem } from './database.ts';
import type { Progress, Report } from './heavy-progress.ts';
import type { Asked, Given, HeavyKind } from './heavy-work.ts';

export type HeavyOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'cancelled' }
  /** Nothing was changed. */
  | { readonly kind: 'failed'; readonly problem: OpenProblem; readonly detail: string };

export interface HeavyRun<T> {
  /** Never rejects. */
  readonly outcome: Promise<HeavyOutcome<T>>;
  readonly cancel: () => void;
}

/** What goes into the worker. */
export interface HeavyRequest<K extends HeavyKind = HeavyKind> {
  readonly dbName: string;
  readonly kind: K;
  readonly asks: Asked<K>;
  readonly run: string;
}

/** What comes out of it. */
export type HeavyReply<T = unknown> =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'done'; readonly value: T }
  | { readonly type: 'failed'; readonly problem: OpenProblem; readonly detail: string };

let createWorker: (() => Worker) | null = null;

/** Says how to make the worker; the app knows where its script lies. Null: work on the page. */
export function setHeavyWorker(create: (() => Worker) | null): void {
  createWorker = create;
}

/** What the error of a job means for the person. */
export function failureOf(error: unknown): Extract<HeavyOutcome<never>, { kind: 'failed' }> {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { kind: 'failed', problem: problemOf(error), detail };
}

/** Begins a job. */
export function runHeavy<K extends HeavyKind>(
  db: LamplightDb,
  kind: K,
  asks: Asked<K>,
  report: Report,
): HeavyRun<Given<K>> {
  const request: HeavyRequest<K> = { dbName: db.name, kind, asks, run: uuidV7() };
  const worker = startWorker();
  return worker ? runInWorker(worker, db, request, report) : runHere(db, request, report);
}

function startWorker(): Worker | null {
  if (!createWorker || typeof Worker === 'undefined') return null;
  try {
    return createWorker();
  } catch {
    // Locked-down browsers refuse workers; the work is done on the page then.
    return null;
  }
}

function runInWorker<K extends HeavyKind>(
  worker: Worker,
  db: LamplightDb,
  request: HeavyRequest<K>,
  report: Report,
): HeavyRun<Given<K>> {
  let cancel = (): void => worker.terminate();
  const outcome = new Promise<HeavyOutcome<Given<K>>>((resolve) => {
    let heard = false;
    let inline: HeavyRun<Given<K>> | null = null;
    const end = (how: HeavyOutcome<Given<K>>): void => {
      worker.terminate();
      resolve(how);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<HeavyReply<Given<K>>>) => {
      heard = true;
      if (data.type === 'progress') report(data.progress);
      else if (data.type === 'done') end({ kind: 'done', value: data.value });
      else end({ kind: 'failed', problem: data.problem, detail: data.detail });
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (heard) return end({ kind: 'failed', problem: 'broken', detail: event.message });
      // Its script did not arrive, so nothing was begun.
      worker.terminate();
      inline = runHere(db, request, report);
      void inline.outcome.then(resolve);
    });
    cancel = () => {
      if (inline) return inline.cancel();
      worker.terminate();
      void settle<K>(db, request.run).then(resolve);
    };
    worker.postMessage(request, { transfer: [] });
  });
  return { outcome, cancel: () => cancel() };
}

/** After a cancel: whether the run had come to its end. The read waits for a transaction that is still under way. */
async function settle<K extends HeavyKind>(db: LamplightDb, run: string): Promise<HeavyOutcome<Given<K>>> {
  try {
    const { resultOnRecord } = await import('./heavy-work.ts');
    const value = await resultOnRecord<Given<K>>(db, run);
    return value === undefined ? { kind: 'cancelled' } : { kind: 'done', value };
  } catch (error) {
    return failureOf(error);
  }
}

class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

function runHere<K extends HeavyKind>(
  db: LamplightDb,
  { kind, asks, run }: HeavyRequest<K>,
  report: Report,
): HeavyRun<Given<K>> {
  let cancelled = false;
  const tell: Report = (progress) => {
    if (cancelled) throw new Cancelled();
    // Whoever hears of it and reads is not to read in the transaction of the work, which may not come to its end.
    Dexie.ignoreTransaction(() => report(progress));
  };
  const work = async (): Promise<HeavyOutcome<Given<K>>> => {
    try {
      const { doHeavy } = await import('./heavy-work.ts');
      return { kind: 'done', value: await doHeavy(db, kind, asks, { report: tell, run }) };
    } catch (error) {
      return cancelled ? settle<K>(db, run) : failureOf(error);
    }
  };
  return {
    outcome: work(),
    cancel: () => {
      cancelled = true;
    },
  };
}
