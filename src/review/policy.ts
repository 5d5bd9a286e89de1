/** How the settings want cards scheduled. */
import { withRetention, type Scheduler } from '#memory/scheduler.ts';
import { weekdayOf, type StudyDay } from '#memory/study-day.ts';
import type { AimedQuestion, SchedulePolicy } from './schedule.ts';
import type { Settings } from './settings.ts';

/** What an easy weekday holds of a usual day. */
const EASY = 0.4;

/** The policy for one question: with its own desired retention, where it has one. */
export function policyFor<P extends Pick<SchedulePolicy, 'scheduler' | 'aimOf'>>(
  policy: P,
  question: AimedQuestion,
  today: StudyDay,
): P {
  const aim = policy.aimOf?.(question, today);
  return aim === undefined ? policy : { ...policy, scheduler: withRetention(policy.scheduler, aim) };
}

/** Steps, and room on days: none on a holiday, less on an easy weekday. */
export function policyFrom(settings: Settings, scheduler: Scheduler): SchedulePolicy {
  const { againMinutes, learningSteps, relearningSteps, easyWeekdays, holidays } = settings;
  const plain = easyWeekdays.length + holidays.length === 0;
  return {
    scheduler,
    againMinutes,
    steps: { learning: learningSteps, relearning: relearningSteps },
    roomNow: plain
      ? undefined
      : () => (day) => (holidays.includes(day) ? 0 : easyWeekdays.includes(weekdayOf(day)) ? EASY : 1),
  };
}

/**
 * The policy with due days drawn, inside the range that fuzz allows, to those on which less is due already. Easy weekdays and
 * holidays stay what they are.
 *
 * @param loads how many cards are due on each of the next days; read anew for each answer, so that it may grow
 */
export function balanced(policy: SchedulePolicy, loads: ReadonlyMap<StudyDay, number>): SchedulePolicy {
  return {
    ...policy,
    roomNow: () => {
      const roomOn = policy.roomNow?.();
      let total = 0;
      for (const load of loads.values()) total += load;
      const usual = Math.max(1, total / Math.max(1, loads.size));
      return (day) => (roomOn?.(day) ?? 1) * (usual / (usual + (loads.get(day) ?? 0))) ** 2;
    },
  };
}
