/** The figures of Progress, kept up to date; the days are counted first where they never were. */
import { useEffect, useState } from 'react';
import type { StudyDay } from '#memory/study-day.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { getStorage } from '#storage/current.ts';
import type { Progress as HeavyProgress } from '#storage/heavy-progress.ts';
import { countDays } from '#storage/progress-count.ts';
import { settleDesk } from '#storage/progress-desk.ts';
import { readProgress, type Progress } from '#storage/progress-read.ts';
import { useLive } from '#storage/use-live.ts';

export type ProgressState =
  | { readonly kind: 'loading' }
  /** The history is counted, which happens once. */
  | { readonly kind: 'counting'; readonly progress: HeavyProgress | null }
  | { readonly kind: 'ready'; readonly progress: Progress };

/** Long enough after the first picture to be in nobody's way. */
const SETTLE_MS = 2000;

/** The figures of a study day. What it throws reaches the route's error screen. */
export function useProgress({ settings, context }: Environment, today: StudyDay): ProgressState {
  const read = useLive(({ db }) => readProgress(db, today, settings, context), [today, settings, context]);
  // While the figures are read anew for other settings or another day, those before them stay.
  const [last, setLast] = useState(read);
  if (read !== undefined && read !== last) setLast(read);
  const progress = read === undefined ? last : read;
  const counting = useCount(progress === null, context);
  useEffect(() => {
    const timer = setTimeout(() => void settleDesk(getStorage().db, context).catch(() => undefined), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [context]);
  if (progress) return { kind: 'ready', progress };
  return progress === null ? { kind: 'counting', progress: counting } : { kind: 'loading' };
}

/** Counts all days when they must be; the live query sees when it is done. */
function useCount(needed: boolean, context: Environment['context']): HeavyProgress | null {
  const [progress, setProgress] = useState<HeavyProgress | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    if (!needed) return undefined;
    const run = countDays(getStorage().db, context, setProgress);
    void run.outcome.then((outcome) => outcome.kind === 'failed' && setFailure(outcome.detail));
    return () => run.cancel();
  }, [needed, context]);
  if (failure !== null) throw new Error(failure);
  return progress;
}
