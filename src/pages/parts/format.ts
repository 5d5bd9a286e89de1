/** Numbers, days and words, through Intl. */
import { DAY_MS, type StudyDay } from '#memory/study-day.ts';
import type { Due } from '#review/event.ts';
import { tierRank, type Tier } from '#bank/tier.ts';

const whole = new Intl.NumberFormat('en');
const oneDigit = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** `1,231`. */
export function grouped(count: number): string {
  return whole.format(count);
}

/** `1 card`, `12 cards`. */
export function countOf(count: number, one: string, many: string = `${one}s`): string {
  return `${whole.format(count)} ${count === 1 ? one : many}`;
}

/** `10 min`, `5 d`, `2.1 mo`, `1.2 y`. */
export function shortDue(due: Due): string {
  if (due.kind === 'minutes') return `${due.minutes} min`;
  if (due.days < 60) return `${due.days} d`;
  if (due.days < 365) return `${oneDigit.format(due.days / 30.44)} mo`;
  return `${oneDigit.format(due.days / 365.25)} y`;
}

/** `about 9 minutes`, at least one. */
export function aboutMinutes(seconds: number): string {
  return `about ${countOf(Math.max(1, Math.round(seconds / 60)), 'minute')}`;
}

/** `tomorrow`, `in 3 days`. */
export function inDays(days: number): string {
  return days === 1 ? 'tomorrow' : `in ${countOf(days, 'day')}`;
}

/** A study day in words, seen from today: `today`, `tomorrow`, `on Thursday`, `on 12 December`, `on 12 December 2028`. */
export function dayInWords(day: StudyDay, today: StudyDay): string {
  const ahead = day - today;
  if (ahead <= 0) return 'today';
  if (ahead === 1) return 'tomorrow';
  const date = new Date(day * DAY_MS);
  const year = ahead > 300 ? ({ year: 'numeric' } as const) : {};
  const options: Intl.DateTimeFormatOptions =
    ahead < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long', ...year };
  return `on ${new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(date)}`;
}

/** `Sunday, 22 November`. */
export function longDate(atMs: number): string {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }).format(atMs);
}

/** The rung that draws a tier's lamp. */
export function rungOf(tier: Tier): 1 | 2 | 3 | 4 {
  return (tierRank(tier) + 1) as 1 | 2 | 3 | 4;
}
