/** The calendar that memory lives by: whole local days that begin at the rollover hour, not at midnight. */
declare const brand: unique symbol;

/** Whole days since 1970-01-01, counted in local time after rollover. Negative before 1970. */
export type StudyDay = number & { readonly [brand]: 'StudyDay' };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A day of 24 hours: local days in which the clocks change are an hour shorter or longer. */
export const DAY_MS = 24 * HOUR_MS;

/**
 * The study day in which an instant falls, for a person whose clock showed `utcOffsetMinutes` at that instant.
 * Every event carries its own offset, so travel and daylight saving need no time-zone table.
 *
 * @param atMs epoch milliseconds
 * @param utcOffsetMinutes minutes east of UTC: local = UTC + offset
 * @param rolloverHour local hour at which the day begins, 0 to 23; an instant before it belongs to the day before
 * @throws RangeError when an argument is not a finite number
 */
export function studyDayOf(atMs: number, utcOffsetMinutes: number, rolloverHour: number): StudyDay {
  const day = Math.floor((atMs + utcOffsetMinutes * MINUTE_MS - rolloverHour * HOUR_MS) / DAY_MS);
  if (!Number.isSafeInteger(day)) {
    throw new RangeError(`No study day for instant ${atMs}, offset ${utcOffsetMinutes}, rollover ${rolloverHour}`);
  }
  return day as StudyDay;
}

/** Epoch milliseconds of the first instant of a study day; the inverse of `studyDayOf` for the same offset and rollover. */
export function studyDayStartMs(day: StudyDay, utcOffsetMinutes: number, rolloverHour: number): number {
  return day * DAY_MS - utcOffsetMinutes * MINUTE_MS + rolloverHour * HOUR_MS;
}

/** 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The weekday of a study day; day 0, 1970-01-01, was a Thursday. */
export function weekdayOf(day: StudyDay): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Whole days from one study day to a later one. Never negative: a clock that jumped back counts as the same day. */
export function daysBetween(from: StudyDay, to: StudyDay): number {
  return Math.max(0, to - from);
}
