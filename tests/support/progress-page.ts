/** Somebody whose Progress is looked at on a fixed Sunday, and its cards by their headings. Needs the jsdom environment. */
import { screen } from '@testing-library/react';
import { DAY_MS, replayContext } from './builders.ts';
import { seededClock } from './clock.ts';
import { practise } from './practice.ts';
import { stopCalendar } from './render-app.tsx';
import { openTestDb } from './test-db.ts';

export const NOON = new Date(2026, 10, 22, 12).getTime();

/** A person whose clock stands two days before today, at this place. */
export async function someone(items?: Parameters<typeof openTestDb>[0]) {
  stopCalendar(NOON);
  const { db } = await openTestDb(items);
  const clock = seededClock(1, NOON - 2 * DAY_MS);
  clock.offsetMinutes = -new Date(NOON).getTimezoneOffset();
  return { db, clock, me: practise(db, clock, replayContext()) };
}

/** The card with this heading. */
export function sectionOf(title: string): HTMLElement {
  const section = screen.getByRole('heading', { level: 3, name: title }).closest('section');
  if (!section) throw new Error(`${title} is in no section`);
  return section;
}
