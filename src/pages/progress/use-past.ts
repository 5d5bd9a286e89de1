/** How ready one was, week by week, worked out behind the page once a day. */
import { useEffect } from 'react';
import type { StudyDay } from '#memory/study-day.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { getStorage } from '#storage/current.ts';
import { runHeavy } from '#storage/heavy.ts';
import { unreported } from '#storage/heavy-progress.ts';
import { readPast, readPastBasis, type Past } from '#storage/progress-past.ts';
import { offsetMinutesAt } from '#storage/stamp.ts';
import { useLive } from '#storage/use-live.ts';

/** The past of each interview ahead and of the whole bank; null while it is worked out for the first time. */
export function usePast({ context }: Environment, today: StudyDay): readonly Past[] | null {
  const basis = useLive(({ db }) => readPastBasis(db, today), [today]);
  const row = useLive(async ({ db }) => (await readPast(db)) ?? null, []);
  const isStale = basis !== undefined && row !== undefined && row?.basis !== basis;
  useEffect(() => {
    if (!isStale) return undefined;
    const { scheduler, rolloverHour } = context;
    const offsetMinutes = offsetMinutesAt(Date.now());
    const asks = { today, offsetMinutes, parameters: scheduler.parameters, rolloverHour };
    const run = runHeavy(getStorage().db, 'past', asks, unreported);
    return () => run.cancel();
  }, [isStale, context, today]);
  return row?.pasts ?? null;
}
