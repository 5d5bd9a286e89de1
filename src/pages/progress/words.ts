/** Figures of progress in words. */
import { percentOf } from '#bank/percent.ts';
import { TIERS } from '#bank/tier.ts';
import { DAY_MS, type StudyDay } from '#memory/study-day.ts';
import { longDay } from '#pages/parts/dates.ts';
import { countOf, rungOf, grouped } from '#pages/parts/format.ts';
import { type Cell } from './export.ts';
import { levelOf, type Tally } from '#progress/standing.ts';

const shortDay = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });
const shortDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const shortMonth = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** The columns of a house. */
export const HOUSE_TIERS = TIERS.map((tier) => ({ rung: rungOf(tier), word: tier }));

/** `Thu`. */
export function weekdayOf(day: StudyDay): string {
  return shortDay.format(day * DAY_MS);
}

/** A day in a table; taken along as a date that programs read. */
export function dayCell(day: StudyDay, today: StudyDay): Cell {
  return { day, text: longDay(day, today) };
}

/** `12 Nov`. */
export function shortDateOf(day: StudyDay): string {
  return shortDate.format(day * DAY_MS);
}

/** `Nov`. */
export function monthOf(day: StudyDay): string {
  return shortMonth.format(day * DAY_MS);
}

/** `45 s`, `1 min 30 s`, `2 min`. */
export function secondsInWords(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = `${Math.floor(whole / 60)} min`;
  return whole % 60 === 0 ? minutes : `${minutes} ${whole % 60} s`;
}

/** `no time`, `12 minutes`, `3 hours 5 minutes`. */
export function timeInWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes === 0) return ms === 0 ? 'no time' : 'less than a minute';
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [hours > 0 && countOf(hours, 'hour'), rest > 0 && countOf(rest, 'minute')];
  return parts.filter(Boolean).join(' ');
}

/** `5 of 12 seen`. */
export function seenOf({ seen, total }: Pick<Tally, 'seen' | 'total'>): string {
  return `${grouped(seen)} of ${grouped(total)} seen`;
}

/** What a window shows: `3 of 5 seen, 52% recalled today, 2 going out this week`. */
export function windowInWords(tally: Tally): string {
  if (tally.seen === 0) return seenOf(tally);
  const fading = tally.dims > 0 ? `, ${tally.dims} going out this week` : '';
  return `${seenOf(tally)}, ${percentOf(levelOf(tally))} recalled today${fading}`;
}

/** `8 solid, 2 learning, 2 fading`, without what is not there. */
function kindsInWords({ solid, learning, fading, suspended }: Tally): string {
  const parts = [
    solid > 0 && `${solid} solid`,
    learning > 0 && `${learning} still being learnt`,
    fading > 0 && `${fading} fading`,
    suspended > 0 && `${suspended} suspended`,
  ];
  return parts.filter((part) => part !== false).join(', ');
}

/** `12 of 65 questions seen. You would recall about 11 of them today: 8 solid, 2 still being learnt, 2 fading.` */
export function overallInWords(tally: Tally): string {
  const { seen, total, recalled } = tally;
  const opening = `${grouped(seen)} of ${countOf(total, 'question')} seen.`;
  if (seen === 0) return opening;
  return `${opening} You would recall about ${Math.round(recalled)} of them today: ${kindsInWords(tally)}.`;
}
