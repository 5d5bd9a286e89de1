import type { StudyDay } from '#memory/study-day.ts';
import { getStorage } from '#storage/current.ts';
import { readOverride, type Override } from '#storage/day-plan.ts';
import { refreshDayPlan } from '#storage/plan-refresh.ts';
import { writeOverride } from '#storage/plan-today.ts';
import { useLive } from '#storage/use-live.ts';
import { useAttempt } from './use-attempt.ts';

export interface TodayOnlyInHand {
  readonly override: Override;
  readonly change: (limits: Override) => void;
}

/** What is different today alone, and what changes it; undefined until read. */
export function useTodayOnly(today: StudyDay): TodayOnlyInHand | undefined {
  const override = useLive(({ db }) => readOverride(db, today), [today]);
  const attempt = useAttempt();
  const store = async (limits: Override): Promise<void> => {
    const { db } = getStorage();
    if (await attempt(() => writeOverride(db, today, limits))) await refreshDayPlan(db, today);
  };
  return override && { override, change: (limits) => void store(limits) };
}
