/** How a question stands in a person's memory today, in words, with the day that goes with it. */
import { DAY_MS, type StudyDay } from '#memory/study-day.ts';
import { standingKindOf, type StandingKind } from '#progress/standing.ts';
import type { CardState } from '#review/card-state.ts';
import { dayInWords } from './format.ts';

/** In the order in which a card passes through them. */
export const STANDINGS = ['new', 'learning', 'solid', 'fading', 'suspended'] as const satisfies readonly StandingKind[];

/** `Thursday` where `dayInWords` says `on Thursday`; `today` and `tomorrow` as they are. */
function bareDay(day: StudyDay, today: StudyDay): string {
  return dayInWords(day, today).replace(/^on /u, '');
}

/** `Solid until Thursday`, `Fading, due today`, `Learning, back tomorrow`, `New`, `Suspended`. */
export function standingInWords(card: CardState, today: StudyDay): string {
  const standing = standingKindOf(card, today);
  if (standing === 'suspended') return 'Suspended';
  if (card.learning.kind === 'new') return 'New';
  const { due } = card.learning;
  if (due.kind === 'unscheduled') return standing === 'solid' ? 'Solid' : 'Learning';
  if (standing === 'solid') return `Solid until ${bareDay(due.day, today)}`;
  if (standing === 'learning') {
    return due.kind === 'moment' ? 'Learning, again today' : `Learning, back ${dayInWords(due.day, today)}`;
  }
  return due.day === today
    ? 'Fading, due today'
    : `Fading since ${pastDayInWords(due.day, today).replace(/^on /u, '')}`;
}

function formatDay(day: StudyDay, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(new Date(day * DAY_MS));
}

/** A study day that lies behind: `today`, `yesterday`, `on Thursday`, `on 12 November`, `on 12 November 2025`. */
export function pastDayInWords(day: StudyDay, today: StudyDay): string {
  const ago = today - day;
  if (ago <= 0) return 'today';
  if (ago === 1) return 'yesterday';
  if (ago < 7) return `on ${formatDay(day, { weekday: 'long' })}`;
  const year = ago > 300 ? ({ year: 'numeric' } as const) : {};
  return `on ${formatDay(day, { day: 'numeric', month: 'long', ...year })}`;
}

/** A study day in full: `Thursday, 26 November 2026`. */
export function fullDay(day: StudyDay): string {
  return formatDay(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}
