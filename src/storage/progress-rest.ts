/** Days that were meant to be free. */
import { DAY_MS, type StudyDay } from '#memory/study-day.ts';
import { weekdayOf, type Campaign, type CampaignId } from '#plan/campaign.ts';

const TIMED_ID = /^([\da-f]{8})-([\da-f]{4})-7/u;

/** The day on which an interview was planned, as its id tells (a UUID of version 7 begins with the time); null where it does not. */
function plannedOn(id: CampaignId): number | null {
  const [, high, low] = TIMED_ID.exec(id) ?? [];
  if (high === undefined || low === undefined) return null;
  // It was a day earlier still to the west.
  return Math.floor(Number.parseInt(high + low, 16) / DAY_MS) - 1;
}

function isFree({ id, date, restDates, restWeekdays }: Campaign, day: StudyDay): boolean {
  if (day > date) return false;
  if (restDates.includes(day)) return true;
  return restWeekdays.includes(weekdayOf(day)) && day >= (plannedOn(id) ?? -Infinity);
}

/**
 * Whether a day is a holiday, or was kept free by an interview that lay ahead of it: a date by its name, a day of the week from the
 * day on which the interview was planned, so that a plan made today forgives no day of the past.
 */
export function isPlannedRest(campaigns: readonly Campaign[], holidays: readonly number[], day: StudyDay): boolean {
  return holidays.includes(day) || campaigns.some((campaign) => isFree(campaign, day));
}
