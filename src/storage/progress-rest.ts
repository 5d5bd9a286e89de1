/** Days that were meant to be free. */
import type { StudyDay } from '#memory/study-day.ts';
import { weekdayOf, type Campaign } from '#plan/campaign.ts';

/** So long before an interview its rest days count: when its plan was begun is not known. */
const PREPARING_DAYS = 60;

/** Whether a day is a holiday, or was kept free by an interview that lay ahead of it. */
export function isPlannedRest(campaigns: readonly Campaign[], holidays: readonly number[], day: StudyDay): boolean {
  if (holidays.includes(day)) return true;
  return campaigns.some(({ date, restWeekdays, restDates }) => {
    return (
      day <= date && date - day <= PREPARING_DAYS && (restDates.includes(day) || restWeekdays.includes(weekdayOf(day)))
    );
  });
}
