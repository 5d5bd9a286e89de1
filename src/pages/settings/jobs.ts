/** Long work that the page starts, one at a time. It lives here and not in the page: who leaves and comes back finds it. */
import type { Fit } from '#memory/fit.ts';
import { create } from 'zustand';
import { settingRow } from '#pages/parts/store-setting.ts';
import { getStorage } from '#storage/current.ts';
import type { FileFault } from '#storage/heavy-file.ts';
import type { Progress } from '#storage/heavy-progress.ts';
import type { Asked, Given, HeavyKind } from '#storage/heavy-work.ts';
import { failureOf, runHeavy, type HeavyOutcome } from '#storage/heavy.ts';
import { readSettings } from '#storage/settings-store.ts';
import type { Settings } from '#review/settings.ts';
import type { Inspection } from '#storage/restore-inspect.ts';
import type { Restored, RestoreMode } from '#storage/restore.ts';
import { keepWeights } from '#storage/weights-history.ts';
import { tellTabs } from '#storage/tabs.ts';
import { handOver } from './hand-over.ts';

export type Task = 'backup' | 'read' | 'restore' | 'undo' | 'rebuild' | 'dayStart' | 'fit' | 'weights';

export interface RunningJob {
  readonly task: Task;
  readonly progress: Progress | null;
  readonly cancel: () => void;
}

type Failed = Extract<HeavyOutcome<never>, { kind: 'failed' }>;

/** What became of the last job of each task; gone when the next begins. */
export type Ending =
  | {
      readonly kind: 'saved';
      readonly name: string;
      readonly events: number;
      readonly unreadable: number;
      /** Why this device could not note the backup, if it could not. */
      readonly unnoted: Failed | null;
    }
  | { readonly kind: 'rebuilt'; readonly cards: number; readonly unreadable: number }
  /** Weights are in force; `unkept` says why those of before could not be remembered, if they could not. */
  | { readonly kind: 'weighted'; readonly unkept: Failed | null }
  | { readonly kind: 'fitted'; readonly fit: Fit }
  | { readonly kind: 'restored'; readonly mode: RestoreMode; readonly restored: Restored }
  | { readonly kind: 'undone'; readonly restored: Restored }
  | { readonly kind: 'refused'; readonly name: string; readonly fault: FileFault }
  | { readonly kind: 'cancelled' }
  | Failed;

/** A file that was read and waits for a decision. */
export interface Candidate {
  readonly file: File;
  readonly inspection: Inspection;
}

export interface JobsState {
  readonly running: RunningJob | null;
  readonly endings: Readonly<Partial<Record<Task, Ending>>>;
  readonly candidate: Candidate | null;
}

const START: JobsState = { running: null, endings: {}, candidate: null };

export const useJobs = create<JobsState>(() => START);
const { getState, setState } = useJobs;

/** Forgets everything; for tests and for a fresh start of the page. */
export function forgetJobs(): void {
  getState().running?.cancel();
  setState(START);
}

export function cancelJob(): void {
  getState().running?.cancel();
}

type Endings = JobsState['endings'];

function without(endings: Endings, ...tasks: readonly Task[]): Endings {
  return Object.fromEntries(Object.entries(endings).filter(([task]) => !tasks.includes(task as Task)));
}

function end(task: Task, ending: Ending | null): void {
  setState(({ endings }) => ({
    running: null,
    endings: { ...without(endings, task), ...(ending && { [task]: ending }) },
  }));
}

/** Runs one job; its value, or null when it was cancelled, failed, or another is under way. */
async function run<K extends HeavyKind>(task: Task, kind: K, asks: Asked<K>): Promise<Given<K> | null> {
  if (getState().running) return null;
  const { db } = getStorage();
  const job = runHeavy(db, kind, asks, (progress) => {
    setState(({ running }) => (running?.task === task ? { running: { ...running, progress } } : {}));
  });
  setState(({ endings }) => ({
    running: { task, progress: null, cancel: job.cancel },
    endings: without(endings, task),
  }));
  const outcome = await job.outcome;
  if (outcome.kind === 'done') return outcome.value;
  end(task, outcome);
  return null;
}

/** What a job needs to know before it begins; null when that cannot be read, which ends the job as failed, or another is under way. */
async function readBefore<T>(task: Task, read: () => Promise<T>): Promise<T | null> {
  if (getState().running) return null;
  try {
    return await read();
  } catch (error) {
    setState(({ endings }) => ({ endings: { ...without(endings, task), [task]: failureOf(error) } }));
    return null;
  }
}

/** Stores what belongs to a job that is done already: why it could not be stored, or null. The job is done all the same. */
async function noteBeside(store: () => Promise<unknown>): Promise<Failed | null> {
  try {
    await store();
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

/** Everything on this device into one file, handed to the browser's downloads. */
export async function downloadBackup(): Promise<void> {
  const { db, device } = getStorage();
  const nowMs = Date.now();
  const file = await run('backup', 'backup', { device, nowMs });
  if (!file) return;
  const { events, unreadable } = file;
  const name = handOver(file.blob, nowMs);
  const value: LastBackup = { atMs: nowMs, events };
  const unnoted = await noteBeside(async () => db.local.put({ key: LAST_BACKUP, value }));
  end('backup', { kind: 'saved', name, events, unreadable, unnoted });
}

/** Where this device remembers its last backup. */
export const LAST_BACKUP = 'lastBackup';

export interface LastBackup {
  readonly atMs: number;
  readonly events: number;
}

/** Reads a file and compares it with this device; changes nothing. */
export async function readBackup(file: File): Promise<void> {
  setState(({ endings }) => ({ candidate: null, endings: without(endings, 'restore', 'undo') }));
  const read = await run('read', 'inspect', { file });
  if (!read) return;
  if (read.ok) {
    end('read', null);
    setState({ candidate: { file, inspection: read.inspection } });
  } else end('read', { kind: 'refused', name: file.name, fault: read.fault });
}

/** Lets the file be. */
export function dropCandidate(): void {
  setState({ candidate: null });
}

/** Brings the file in that waits. */
export async function restore(mode: RestoreMode): Promise<void> {
  const { candidate } = getState();
  if (!candidate) return;
  const { file } = candidate;
  const given = await run('restore', 'restore', { file, mode, nowMs: Date.now() });
  if (!given) return;
  if (given.ok) {
    tellTabs({ type: 'replaced' });
    setState({ candidate: null });
    end('restore', { kind: 'restored', mode, restored: given.restored });
  } else end('restore', { kind: 'refused', name: file.name, fault: given.fault });
}

/** Brings back what a snapshot holds. */
export async function undoReplacement(snapshot: string): Promise<void> {
  const restored = await run('undo', 'undoReplace', { snapshot, nowMs: Date.now() });
  if (!restored) return;
  tellTabs({ type: 'replaced' });
  end('restore', null);
  end('undo', { kind: 'undone', restored });
}

/** Works out again what the person knows. */
export async function rebuild(): Promise<void> {
  const rebuilt = await run('rebuild', 'rebuild', { setting: null });
  if (!rebuilt) return;
  tellTabs({ type: 'replaced' });
  end('rebuild', { kind: 'rebuilt', cards: rebuilt.cards, unreadable: rebuilt.unreadable.length });
}

/** Sets the hour at which the day begins, and works out again what the person knows, both or neither. */
export async function changeDayStart(hour: number): Promise<void> {
  const setting = await readBefore('dayStart', () => settingRow('rolloverHour', hour));
  const rebuilt = setting && (await run('dayStart', 'rebuild', { setting }));
  if (!rebuilt) return;
  tellTabs({ type: 'replaced' });
  end('dayStart', { kind: 'rebuilt', cards: rebuilt.cards, unreadable: rebuilt.unreadable.length });
}

/** Fits the scheduler's weights to the history; changes nothing. */
export async function fit(): Promise<void> {
  setState(({ endings }) => ({ endings: without(endings, 'weights') }));
  const fitted = await run('fit', 'fit', {});
  if (fitted) end('fit', { kind: 'fitted', fit: fitted });
}

/** Puts weights in force (null: the published ones), works out again what the person knows, and remembers those of before. */
export async function takeWeights(weights: Settings['weights'], note: string): Promise<void> {
  const { db, device } = getStorage();
  const read = await readBefore('weights', () => Promise.all([readSettings(db), settingRow('weights', weights)]));
  if (!read) return;
  const [before, setting] = read;
  const rebuilt = await run('weights', 'rebuild', { setting });
  if (!rebuilt) return;
  tellTabs({ type: 'replaced' });
  const past = { atMs: setting.atMs, weights: before.weights, note };
  const unkept = await noteBeside(() => keepWeights(db, past, device));
  end('fit', null);
  end('weights', { kind: 'weighted', unkept });
}
