/** Runs of mocks on a database of the tests. */
import type { Question } from '#bank/item.ts';
import { pointsHeard } from '#mock/answer.ts';
import { reduceRun, type RunInput } from '#mock/reduce-run.ts';
import { currentDraft, startRun, type MockRun } from '#mock/run.ts';
import { DEFAULT_MOCK } from '#mock/settings.ts';
import type { MockRecord } from '#review/mock-record.ts';
import { DEFAULT_SETTINGS } from '#review/settings.ts';
import type { LamplightDb } from '#storage/database.ts';
import { finishMock } from '#storage/mock-finish.ts';
import { beginMockRun, takeMockRun } from '#storage/mock-run.ts';
import { readItem } from '#storage/read-item.ts';
import { candidate } from '../mock/candidates.ts';
import { DAY_MS, deviceId, replayContext, schedulePolicy, studyDay } from '../support/builders.ts';
import { mockPoint } from '../support/mock-records.ts';

export const context = replayContext();
export const MOCK = { device: deviceId(1), settings: DEFAULT_SETTINGS, context, policy: schedulePolicy() };
export const START = Date.UTC(2026, 10, 22, 9);
export const ID = '00000000-0000-7000-8000-000000000001';
export const TODAY = studyDay(Math.floor(START / DAY_MS));

export function begin(...ids: string[]): MockRun {
  const run = startRun(ID, DEFAULT_MOCK, { questions: ids.map((id) => candidate(id)), notes: [] }, START);
  if (!run) throw new Error('Nothing was drawn.');
  return run;
}

/** Ends a run as the page does that goes on with it. */
export async function finishHere(db: LamplightDb, run: MockRun, nowMs: number): Promise<MockRecord | null> {
  await beginMockRun(db, run);
  await takeMockRun(db, 'here');
  return finishMock(db, run, MOCK, nowMs, 'here');
}

/** Finds, or does not find, the fault in a listing of the current question, a minute a stage. */
export function choose(run: MockRun, right: boolean): MockRun {
  const minute = (now: MockRun, input: DistributedOmit<RunInput, 'nowMs'>): MockRun =>
    reduceRun(now, { ...input, nowMs: (now.sinceMs ?? START) + 60_000 });
  const spoken = minute(minute(run, { type: 'spoke' }), { type: 'spoke' });
  return minute(minute(spoken, { type: 'chose', choice: { picked: 'x', right } }), { type: 'graded', points: [] });
}

/** Answers the current question with these points ticked, a minute a stage. */
export async function answer(db: LamplightDb, run: MockRun, ticked: readonly string[]): Promise<MockRun> {
  const item = (await readItem(db, currentDraft(run).asked.item)) as Question | null;
  const minute = (now: MockRun, input: DistributedOmit<RunInput, 'nowMs'>): MockRun =>
    reduceRun(now, { ...input, nowMs: (now.sinceMs ?? START) + 60_000 });
  let now = minute(minute(minute(run, { type: 'spoke' }), { type: 'spoke' }), { type: 'guessed', percent: 75 });
  now = reduceRun(now, { type: 'touched', points: [], followUps: [], nowMs: now.sinceMs ?? START });
  for (const point of ticked) now = minute(now, { type: 'ticked', point: point as never, atMs: null });
  const draft = currentDraft(now);
  return minute(now, { type: 'graded', points: item ? pointsHeard(item, draft) : [mockPoint('c1')] });
}

type DistributedOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
