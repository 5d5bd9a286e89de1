/** What an interview is called, and how far it is. */
import type { StudyDay } from '#memory/study-day.ts';
import { countOf, inDays } from '#pages/parts/format.ts';
import type { Campaign } from '#plan/campaign.ts';

/** `Backend engineer at Harbour`, as far as it was told. */
export function nameOf({ company, role }: Pick<Campaign, 'company' | 'role'>): string {
  if (role !== '' && company !== '') return `${role} at ${company}`;
  return role || company || 'Interview';
}

/** `in 12 days`, `tomorrow`, `today`, `3 days ago`. */
export function daysAwayInWords(date: StudyDay, today: StudyDay): string {
  const days = date - today;
  if (days === 0) return 'today';
  return days > 0 ? inDays(days) : `${countOf(-days, 'day')} ago`;
}
