/** Days as date fields and names of files have them, and in words. */
import { DAY_MS, type StudyDay } from '#memory/study-day.ts';

const long = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const distant = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const short = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });

/** `2026-12-03`. */
export function isoOf(day: StudyDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** `2026-12-03`: the day of a moment by the person's own calendar. */
export function isoDateOf(atMs: number): string {
  const date = new Date(atMs);
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** The day of a text as a date field gives it; null when it is none. */
export function dayOfIso(text: string): StudyDay | null {
  const ms = /^\d{4}-\d\d-\d\d$/u.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? null : ((ms / DAY_MS) as StudyDay);
}

/** `Thursday 3 December`, with the year where it would not be clear from today. */
export function longDay(day: StudyDay, today: StudyDay): string {
  const format = Math.abs(day - today) > 180 ? distant : long;
  return format.format(day * DAY_MS);
}

/** `Thu 3 Dec`. */
export function shortDay(day: StudyDay): string {
  return short.format(day * DAY_MS);
}
