/** Today's plan for all interviews that are ahead. */
import type { Scheduler } from '#memory/scheduler.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { plannedDate, secondsOn, studyDaysBefore } from './campaign.ts';
import { planDay, type DayPlan } from './day-plan.ts';
import { scopeOf, type ScopeInput } from './scope.ts';

export interface TodayInput extends ScopeInput {
  readonly scheduler: Scheduler;
  /** Seconds that were spent on answers today. */
  readonly spentSeconds: number;
  /** Minutes for today alone, whatever the campaigns say; null for what they say. */
  readonly minutesToday: number | null;
}

/**
 * What is left of today for the campaigns: empty on a rest day, on the day of the only interview, and when the minutes are
 * spent. On the day of an interview `planWarmUp` has something for it.
 */
export function planToday(input: TodayInput): DayPlan {
  const { campaigns, today, scheduler, spentSeconds, minutesToday } = input;
  const whole = minutesToday === null ? secondsOn(campaigns, today) : minutesToday * 60;
  const known = new Map<StudyDay, number>();
  const daysBefore = (date: StudyDay): number => {
    const planned = plannedDate(date, today);
    const days = known.get(planned) ?? studyDaysBefore(campaigns, today, planned).length;
    known.set(planned, days);
    return days;
  };
  return planDay({
    cards: scopeOf(input),
    today,
    seconds: Math.max(0, whole - spentSeconds),
    daysBefore,
    scheduler,
  });
}
