import type { StudyDay } from '#memory/study-day.ts';
import { getStorage } from '#storage/current.ts';
import { problemOf } from '#storage/database.ts';
import { readOverride, type Override } from '#storage/day-plan.ts';
import { refreshDayPlan } from '#storage/plan-refresh.ts';
import { writeOverride } from '#storage/plan-today.ts';
import { useLive } from '#storage/use-live.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { notStored } from './not-stored.ts';

export interface TodayOnlyInHand {
  readonly override: Override;
  readonly change: (limits: Override) => void;
}

/** What is different today alone, and what changes it; undefined until read. */
export function useTodayOnly(today: StudyDay): TodayOnlyInHand | undefined {
  const override = useLive(({ db }) => readOverride(db, today), [today]);
  const { toast } = useAnnounce();
  const store = async (limits: Override): Promise<void> => {
    const { db } = getStorage();
    try {
      await writeOverride(db, today, limits);
    } catch (error) {
      toast({ text: notStored(problemOf(error) === 'full') });
      return;
    }
    await refreshDayPlan(db, today);
  };
  return override && { override, change: (limits) => void store(limits) };
}
