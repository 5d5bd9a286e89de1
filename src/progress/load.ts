/** How much comes back on each of the next days if every day is done, and what new questions add. */
import type { ItemId } from '#bank/item.ts';
import { daysBetween, type StudyDay } from '#memory/study-day.ts';
import type { Memory, Scheduler } from '#memory/scheduler.ts';
import type { CardState } from '#review/card-state.ts';
import { cardIdOf, type CardId } from '#review/ids.ts';
import { remembered } from './remembered.ts';

export interface LoadDay {
  readonly day: StudyDay;
  /** Cards that are scheduled already. */
  readonly scheduled: number;
  /** Expected answers more: cards that come back again within the days, and tries after a failure. */
  readonly again: number;
  /** Expected answers to questions never seen, and what follows from them. */
  readonly fresh: number;
}

export interface LoadInput {
  /** Every card that was ever answered. */
  readonly cards: Iterable<CardState>;
  readonly today: StudyDay;
  /** At most `MOST_DAYS`. */
  readonly days: number;
  /** New questions on a day while there are any. */
  readonly newPerDay: number;
  readonly unseen: number;
  readonly scheduler: Scheduler;
  /** The scheduler of an item's cards, where some are to be known better than others. */
  readonly schedulerOf?: ((item: ItemId) => Scheduler) | undefined;
}

/** Farther ahead nothing is expected. */
const MOST_DAYS = 60;
/** How often a first answer fails, of all first answers. */
const FIRST_FAILS = 0.3;

interface Sums {
  readonly scheduled: number[];
  readonly again: number[];
  readonly fresh: number[];
}

function addTo(sums: number[], day: number, amount: number): void {
  if (day < sums.length) sums[day] = (sums[day] ?? 0) + amount;
}

/** The first study day, today or later, on which a card will be asked; null when it will not be asked by itself. */
function askedOn({ learning, suspended, buriedUntil }: CardState, today: StudyDay): number | null {
  if (suspended || learning.kind === 'new' || learning.due.kind === 'unscheduled') return null;
  return Math.max(today, learning.due.day, buriedUntil ?? today);
}

/** So many days from one day on, answers are expected. */
type Added = readonly (readonly [day: number, answers: number])[];

/** What a card adds after it was answered on a day: each time it is recalled it comes back after its interval. */
function comeBack(memory: Memory, day: number, scheduler: Scheduler): Added {
  const added: [number, number][] = [];
  let now = memory;
  for (let at = day; ;) {
    const wait = scheduler.intervalDays(now);
    at += wait;
    if (at >= MOST_DAYS) return added;
    added.push([at, 2 - scheduler.retrievability(now, wait)]);
    now = scheduler.nextMemory(now, wait, 3);
  }
}

/** What a card that is asked when its time is come adds beside that, in days from today. */
function addedBy(card: CardState, today: StudyDay, scheduler: Scheduler): Added {
  const on = askedOn(card, today);
  if (on === null || on - today >= MOST_DAYS || card.learning.kind === 'new') return [];
  const { memory, lastDay } = card.learning;
  const elapsed = daysBetween(lastDay, on as StudyDay);
  const failed = 1 - scheduler.retrievability(memory, elapsed);
  return [[on - today, failed], ...comeBack(scheduler.nextMemory(memory, elapsed, 3), on - today, scheduler)];
}

const rememberedAdded = remembered(addedBy);

function addAll(sums: number[], added: Added, times: number, later: number): void {
  for (const [day, answers] of added) addTo(sums, day + later, times * answers);
}

function addFresh(sums: Sums, { newPerDay, unseen, days, scheduler }: LoadInput): void {
  const perOne: Added = [[0, 1 + FIRST_FAILS], ...comeBack(scheduler.nextMemory(null, 0, 3), 0, scheduler)];
  let left = unseen;
  for (let day = 0; day < days && left > 0; day += 1) {
    const count = Math.min(newPerDay, left);
    left -= count;
    addAll(sums.fresh, perOne, count, day);
  }
}

/**
 * The next days, today first and with all that is overdue. As in the queue a point is not asked beside its question. Expected values: each
 * answer is taken as Good, and a failure, by its chance, as one answer more.
 */
export function loadAhead(input: LoadInput): LoadDay[] {
  const { cards, today, days } = input;
  const empty = (): number[] => Array.from({ length: days }, () => 0);
  const sums: Sums = { scheduled: empty(), again: empty(), fresh: empty() };
  const asked = new Map<CardId, { readonly card: CardState; readonly day: number }>();
  for (const card of cards) {
    const on = askedOn(card, today);
    if (on !== null && on - today < days) asked.set(card.id, { card, day: on - today });
  }
  for (const { card, day } of asked.values()) {
    const covered = card.point !== null && asked.get(cardIdOf(card.item, null))?.day === day;
    if (covered) continue;
    addTo(sums.scheduled, day, 1);
    addAll(sums.again, rememberedAdded(card, today, input.schedulerOf?.(card.item) ?? input.scheduler), 1, 0);
  }
  addFresh(sums, input);
  return sums.scheduled.map((scheduled, index) => ({
    day: (today + index) as StudyDay,
    scheduled,
    again: sums.again[index] ?? 0,
    fresh: sums.fresh[index] ?? 0,
  }));
}
