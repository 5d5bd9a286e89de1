/** A run that is ended for good, without another question or another grade. */
import { reduceRun } from './reduce-run.ts';
import type { MockRun } from './run.ts';

/**
 * The end of a run that makes room for another one: what was graded or skipped stays as it is, what waits to be graded is left
 * out of the score, the rest was never asked. Null when nothing was answered, so that there is nothing to keep.
 */
export function closeRun(run: MockRun, nowMs: number): MockRun | null {
  const ended = reduceRun(run, { type: 'ended', nowMs });
  if (ended.drafts.length === 0) return null;
  const drafts = ended.drafts.map((draft) =>
    draft.outcome === 'open' ? { ...draft, outcome: 'unscored' as const } : draft,
  );
  return { ...ended, drafts, stage: null };
}
