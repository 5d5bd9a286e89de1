/** The long jobs, each as one call. Runs in a worker, or on the page where there is none. */
import type { DeviceId } from '#review/ids.ts';
import type { CampaignId, Wishes } from '#plan/campaign.ts';
import type { WarmUp } from '#plan/interview-day.ts';
import type { Workload } from '#plan/workload.ts';
import type { JobMatch } from '#plan/job-match.ts';
import type { Fit } from '#memory/fit.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { createScheduler, type SchedulerParameters } from '#memory/scheduler.ts';
import { contextOf } from '#review/context.ts';
import type { SettingRow } from '#review/settings.ts';
import { readOverdue, type Overdue } from './backlog-work.ts';
import { bankSource } from './bank-source.ts';
import { catchUp } from './catch-up.ts';
import type { LamplightDb } from './database.ts';
import { beginEpoch } from './epoch.ts';
import { readBackupFile, writeBackupFile, type BackupFile, type FileFault } from './heavy-file.ts';
import type { Report } from './heavy-progress.ts';
import { BankError, type BankProblem } from './bank-files.ts';
import { loadBank, type BankChange } from './load-bank.ts';
import { fitToLog } from './fit-work.ts';
import { settleOwn } from './own-questions.ts';
import { readJob } from './plan-job.ts';
import { readWarmUp } from './plan-warm-up.ts';
import { keepDayPlan, keepOutlooks } from './plan-work.ts';
import { keepPast } from './progress-past.ts';
import { recountAll } from './progress-recount.ts';
import { rebuildStates, type Rebuilt } from './rebuild.ts';
import { inspectBackup, type Inspection } from './restore-inspect.ts';
import { refreshNewOrder } from './path-started.ts';
import { RESTORE_TABLES, restoreBackup, undoReplace, type Restored, type RestoreMode } from './restore.ts';
import { readSettings } from './settings-store.ts';
import { readWorkloads } from './workload-work.ts';
import { moveBack, moveInLine, previewMoves, type Moves } from './reschedule-work.ts';
import { putSetting } from './settings-write.ts';
import { forgetAllAhead } from './write-ahead.ts';

type Refused = { readonly ok: false; readonly fault: FileFault };

/** Each job with what it needs and what it gives. */
export interface HeavyJobs {
  /** Everything in a file. */
  readonly backup: { readonly asks: { readonly device: DeviceId; readonly nowMs: number }; readonly gives: BackupFile };
  /** What a file would bring; changes nothing. */
  readonly inspect: {
    readonly asks: { readonly file: Blob };
    readonly gives: { readonly ok: true; readonly inspection: Inspection } | Refused;
  };
  readonly restore: {
    readonly asks: { readonly file: Blob; readonly mode: RestoreMode; readonly nowMs: number };
    readonly gives: { readonly ok: true; readonly restored: Restored } | Refused;
  };
  readonly undoReplace: {
    readonly asks: { readonly snapshot: string; readonly nowMs: number };
    readonly gives: Restored;
  };
  /** Cards and marks from the history; after a setting is written, when one is given. */
  readonly rebuild: { readonly asks: { readonly setting: SettingRow | null }; readonly gives: Rebuilt };
  /** The plan of a day, and how each interview stands; the latter only with a basis to name it by. */
  readonly plan: {
    readonly asks: { readonly today: StudyDay; readonly basis: string | null; readonly nowMs: number };
    readonly gives: null;
  };
  /** All days of the past, counted anew. */
  readonly count: {
    readonly asks: { readonly parameters: SchedulerParameters; readonly rolloverHour: number };
    readonly gives: { readonly unreadable: number };
  };
  /** Weights for this person, and whether they foretell better; changes nothing. */
  readonly fit: { readonly asks: Record<string, never>; readonly gives: Fit };
  /** What each desired retention costs and brings: for what is wished, or for the whole bank. */
  readonly workload: {
    readonly asks: { readonly today: StudyDay; readonly wishes: Wishes | null };
    readonly gives: readonly Workload[];
  };
  /** What is overdue, in seconds. */
  readonly overdue: { readonly asks: { readonly today: StudyDay }; readonly gives: Overdue };
  /** What bringing all dates in line would move; changes nothing. */
  readonly moves: { readonly asks: { readonly today: StudyDay }; readonly gives: Moves };
  /** Moves them; how many. */
  readonly move: { readonly asks: { readonly today: StudyDay; readonly device: DeviceId }; readonly gives: number };
  /** Takes the last move back. */
  readonly moveBack: { readonly asks: { readonly device: DeviceId }; readonly gives: number };
  /** What to go over on the day of an interview; null when it is over. */
  readonly warmUp: {
    readonly asks: { readonly campaign: CampaignId; readonly today: StudyDay };
    readonly gives: readonly WarmUp[] | null;
  };
  /** What a job description asks for. */
  readonly job: { readonly asks: { readonly text: string }; readonly gives: JobMatch };
  /** How ready one was, week by week; kept in the database. */
  readonly past: {
    readonly asks: { readonly today: StudyDay; readonly offsetMinutes: number } & HeavyJobs['count']['asks'];
    readonly gives: null;
  };
  /** The bank at an address, brought up to date by difference; what has arrived before a problem stays. */
  readonly bank: {
    readonly asks: { readonly base: string };
    readonly gives:
      { readonly ok: true; readonly change: BankChange } | { readonly ok: false; readonly problem: BankProblem };
  };
}

export type HeavyKind = keyof HeavyJobs;
export type Asked<K extends HeavyKind> = HeavyJobs[K]['asks'];
export type Given<K extends HeavyKind> = HeavyJobs[K]['gives'];

type Workers = { readonly [K in HeavyKind]: (db: LamplightDb, asks: Asked<K>, how: How) => Promise<Given<K>> };

interface How {
  readonly report: Report;
  /** Names this run, so that its end is on record in the same transaction as its work. */
  readonly run: string;
}

/** Where the last run that changed anything is on record. */
const LAST_RUN = 'lastHeavyRun';

/**
 * Does work that makes all cards anew and puts its end on record in one transaction, so that after a cancel it is known which
 * came first, and no tab goes on from the cards of before. What still stands ahead of the log belongs to what was there before;
 * what a page presses meanwhile, and could not store any more, is of no use to a log that was replaced.
 */
async function recorded<T>(db: LamplightDb, run: string, work: () => Promise<T>): Promise<T> {
  await catchUp(db);
  return db.transaction('rw', [...RESTORE_TABLES, 'local', 'banks', 'packs'], async () => {
    const result = await work();
    await beginEpoch(db);
    await db.local.put({ key: LAST_RUN, value: { run, result } });
    return result;
  });
}

/** Brings in line what is made of the rows: own questions, and the order that followed paths give. */
async function followRows(db: LamplightDb): Promise<void> {
  await settleOwn(db);
  await refreshNewOrder(db);
}

/** The result of a run that changed something, if it came to its end; undefined if it did not, and then changed nothing. */
export async function resultOnRecord<T>(db: LamplightDb, run: string): Promise<T | undefined> {
  const row = await db.local.get(LAST_RUN);
  const value = row?.value as { run?: unknown; result?: T } | undefined;
  return value?.run === run ? value.result : undefined;
}

const WORKERS: Workers = {
  async backup(db, { device, nowMs }, { report }) {
    await catchUp(db);
    return writeBackupFile(db, device, nowMs, report);
  },
  async inspect(db, { file }, { report }) {
    const read = await readBackupFile(file, report);
    return read.ok ? { ok: true, inspection: await inspectBackup(db, read.backup, report) } : read;
  },
  async restore(db, { file, mode, nowMs }, { report, run }) {
    const read = await readBackupFile(file, report);
    if (!read.ok) return read;
    const { backup } = read;
    const restored = await recorded(db, run, async () => {
      const done = await restoreBackup(db, backup, mode, nowMs, report);
      await followRows(db);
      return { ok: true as const, restored: done };
    });
    if (mode === 'replace') forgetAllAhead(db);
    return restored;
  },
  async undoReplace(db, { snapshot, nowMs }, { report, run }) {
    const undone = await recorded(db, run, async () => {
      const done = await undoReplace(db, snapshot, nowMs, report);
      await followRows(db);
      return done;
    });
    forgetAllAhead(db);
    return undone;
  },
  rebuild: (db, { setting }, { report, run }) =>
    recorded(db, run, async () => {
      if (setting) await putSetting(db, setting);
      return rebuildStates(db, contextOf(await readSettings(db)), report);
    }),
  async plan(db, { today, basis, nowMs: atMs }) {
    const facts = await keepDayPlan(db, today);
    if (basis !== null) await keepOutlooks(db, facts, { day: today, basis, atMs });
    return null;
  },
  async count(db, { parameters, rolloverHour }, { report }) {
    return { unreadable: await recountAll(db, { scheduler: createScheduler(parameters), rolloverHour }, report) };
  },
  fit: (db, _, { report }) => fitToLog(db, report),
  workload: (db, { today, wishes }) => readWorkloads(db, today, wishes),
  overdue: (db, { today }) => readOverdue(db, today),
  moves: (db, { today }) => previewMoves(db, today),
  move: (db, { today, device }) => moveInLine(db, today, device),
  moveBack: (db, { device }) => moveBack(db, device),
  warmUp: (db, { campaign, today }) => readWarmUp(db, campaign, today),
  job: (db, { text }) => readJob(db, text),
  async past(db, { today, offsetMinutes, parameters, rolloverHour }, { report }) {
    await keepPast(db, today, offsetMinutes, { scheduler: createScheduler(parameters), rolloverHour }, report);
    return null;
  },
  async bank(db, { base }, { report }) {
    try {
      const change = await loadBank(db, bankSource(base), ({ itemsDone, itemsTotal, usable }) =>
        report({ stage: usable ? 'bankRest' : 'bank', done: itemsDone, total: itemsTotal }),
      );
      if (change.changed) await refreshNewOrder(db);
      return { ok: true, change };
    } catch (error) {
      if (error instanceof BankError) return { ok: false, problem: error.problem };
      throw error;
    }
  },
};

/** Does one job. @throws what the database or `report` throws; nothing has changed then */
export function doHeavy<K extends HeavyKind>(db: LamplightDb, kind: K, asks: Asked<K>, how: How): Promise<Given<K>> {
  const work: Workers[K] = WORKERS[kind];
  return work(db, asks, how);
}
