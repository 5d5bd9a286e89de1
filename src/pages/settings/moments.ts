import { DAY_MS } from '#memory/study-day.ts';
import { countOf } from '#pages/parts/format.ts';

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

/** `22 November 2026 at 09:12`. */
export function momentInWords(atMs: number): string {
  return format.format(atMs);
}

/** `today`, `yesterday`, `12 days ago`, by the calendar of this place. */
export function daysAgoInWords(atMs: number, nowMs: number): string {
  const midnightOf = (ms: number): number => new Date(ms).setHours(0, 0, 0, 0);
  // The night in which the clocks change is an hour shorter or longer.
  const days = Math.round((midnightOf(nowMs) - midnightOf(atMs)) / DAY_MS);
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${countOf(days, 'day')} ago`;
}
