/** How the settings want cards scheduled. */
import type { Scheduler } from '#memory/scheduler.ts';
import { weekdayOf } from '#memory/study-day.ts';
import type { SchedulePolicy } from './schedule.ts';
import type { Settings } from './settings.ts';

/** What an easy weekday holds of a usual day. */
const EASY = 0.4;

/** Steps, and room on days: none on a holiday, less on an easy weekday. */
export function policyFrom(settings: Settings, scheduler: Scheduler): SchedulePolicy {
  const { againMinutes, learningSteps, relearningSteps, easyWeekdays, holidays } = settings;
  const plain = easyWeekdays.length + holidays.length === 0;
  return {
    scheduler,
    againMinutes,
    steps: { learning: learningSteps, relearning: relearningSteps },
    roomOn: plain
      ? undefined
      : (day) => (holidays.includes(day) ? 0 : easyWeekdays.includes(weekdayOf(day)) ? EASY : 1),
  };
}
