/** Runs of mocks that are played step by step. */
import { reduceRun, type RunInput } from '#mock/reduce-run.ts';
import { startRun, type MockRun } from '#mock/run.ts';
import { DEFAULT_MOCK, type MockSettings } from '#mock/settings.ts';
import { pointId } from '../support/builders.ts';
import { mockPoint } from '../support/mock-records.ts';
import { candidate } from './candidates.ts';

export const START = Date.UTC(2026, 10, 22, 9);
const QUESTIONS = ['a', 'b', 'c'].map((id) => candidate(id));

export function begin(over: Partial<MockSettings> = {}, questions = QUESTIONS): MockRun {
  const run = startRun('m1', { ...DEFAULT_MOCK, ...over }, { questions, notes: [] }, START);
  if (!run) throw new Error('Nothing was drawn.');
  return run;
}

export type Step = DistributedOmit<RunInput, 'nowMs'>;
type DistributedOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Each input some seconds after the one before. */
export function play(run: MockRun, steps: readonly (readonly [afterSeconds: number, step: Step])[]): MockRun {
  let nowMs = run.sinceMs ?? START;
  return steps.reduce((now, [after, step]) => {
    nowMs += after * 1000;
    return reduceRun(now, { ...step, nowMs });
  }, run);
}

export const spoke = { type: 'spoke' } as const;
export const guessed = { type: 'guessed', percent: 50 } as const;
export const graded = { type: 'graded', points: [mockPoint('c1')] } as const;
export const spokenTo = [
  [10, spoke],
  [60, spoke],
  [5, guessed],
] as const;
/** Nothing is asked after it. */
export const answer = [...spokenTo, [0, { type: 'touched', points: [], followUps: [] }]] as const;
const FOLLOW_UPS = ['Why?', 'And then?'].map((ask) => ({ ask, points: [pointId('c1')], held: null, tookMs: 0 }));
export const touched = { type: 'touched', points: [pointId('c2')], followUps: FOLLOW_UPS } as const;
