/** Counts by study day: what was reviewed, and what comes back. */
import { studyDayOf, type StudyDay } from '#memory/study-day.ts';
import type { CardState } from '#review/card-state.ts';
import type { LogEvent } from '#review/event.ts';
import { cardIdOf, type CardId, type EventId } from '#review/ids.ts';

export interface DayCount {
  readonly day: StudyDay;
  readonly count: number;
}

function countsFrom(first: number, counts: readonly number[]): DayCount[] {
  return counts.map((count, index) => ({ day: (first + index) as StudyDay, count }));
}

/**
 * Reviews on each of the last `days` study days up to today; after these each later day that has any, for a review belongs to
 * the day that its own clock showed: who flies west or sets the clock back has some that lie ahead. Reviews that were undone
 * do not count, and an event that occurs twice counts once.
 *
 * @param events in any order; must hold the events that void any of them
 * @param rolloverHour local hour, 0 to 23, at which a study day begins
 */
export function reviewsByDay(
  events: readonly LogEvent[],
  today: StudyDay,
  days: number,
  rolloverHour: number,
): DayCount[] {
  const dealtWith = new Set<EventId>();
  for (const event of events) if (event.type === 'voided') dealtWith.add(event.target);
  const first = today - days + 1;
  const counts = new Map(Array.from({ length: days }, (_, index) => [(first + index) as StudyDay, 0]));
  for (const event of events) {
    if (event.type !== 'reviewed' || dealtWith.has(event.id)) continue;
    dealtWith.add(event.id);
    const day = studyDayOf(event.atMs, event.offsetMinutes, rolloverHour);
    if (day >= first) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts].map(([day, count]) => ({ day, count })).toSorted((a, b) => a.day - b.day);
}

/** The first study day, today or later, on which a card will be asked; null when it will not be asked by itself. */
function askedOn({ learning, suspended, buriedUntil }: CardState, today: StudyDay): number | null {
  if (suspended || learning.kind === 'new' || learning.due.kind === 'unscheduled') return null;
  return Math.max(today, learning.due.day, buriedUntil ?? today);
}

/**
 * Cards that come back on each of the next `days` study days, today first and with all that is overdue. As in the queue, a
 * point that falls on the day of its whole question is not counted beside it. New questions and daily limits are left out.
 */
export function dueByDay(cards: Iterable<CardState>, today: StudyDay, days: number): DayCount[] {
  const asked = new Map<CardId, { readonly card: CardState; readonly index: number }>();
  for (const card of cards) {
    const day = askedOn(card, today);
    if (day !== null && day - today < days) asked.set(card.id, { card, index: day - today });
  }
  const counts = Array.from({ length: days }, () => 0);
  for (const { card, index } of asked.values()) {
    const covered = card.point !== null && asked.get(cardIdOf(card.item, null))?.index === index;
    if (!covered) counts[index] = (counts[index] ?? 0) + 1;
  }
  return countsFrom(today, counts);
}

/** The sum of all days. */
export function sumOf(days: readonly DayCount[]): number {
  return days.reduce((sum, { count }) => sum + count, 0);
}

/** The fullest day, the earliest of equals; null when all are empty. */
export function fullestOf(days: readonly DayCount[]): DayCount | null {
  const [first] = days.toSorted((a, b) => b.count - a.count || a.day - b.day);
  return first && first.count > 0 ? first : null;
}
