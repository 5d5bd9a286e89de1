/** Due days moved a little, so that easy weekdays are easy and a holiday leaves no wall behind it. */
import { fuzzRange, seededFraction } from '#memory/fuzz.ts';
import { daysBetween, type StudyDay } from '#memory/study-day.ts';
import type { CardId } from '#review/ids.ts';

export interface DueCard {
  readonly id: CardId;
  readonly lastDay: StudyDay;
  readonly dueDay: StudyDay;
  /** Expected seconds. */
  readonly seconds: number;
  /** The last day on which it may be due, as an interview asks for it; null when none does. */
  readonly notAfter: StudyDay | null;
}

export interface BalanceInput {
  /** In any order; cards that are due before `from` stay where they are. */
  readonly cards: readonly DueCard[];
  readonly from: StudyDay;
  /** How much of a usual day a day should hold: 1 all, 0.5 an easy day, 0 a holiday. */
  readonly capacityOn: (day: StudyDay) => number;
}

/** How far out of its range a card may be moved to find a day that is no holiday. */
const FARTHEST = 60;

/**
 * The due days of the cards that move; all others keep theirs. A card moves only inside the range that fuzz would have allowed,
 * to the day with most room; when all of that is holiday, to the nearest day beside it. Never before `from`, never past
 * `notAfter`. The same input in any order gives the same days.
 */
export function balanceDays({ cards, from, capacityOn }: BalanceInput): Map<CardId, StudyDay> {
  const loads = new Map<StudyDay, number>();
  const moved = new Map<CardId, StudyDay>();
  const movable = cards.filter(({ dueDay }) => dueDay >= from);
  const ordered = movable.toSorted((a, b) => a.dueDay - b.dueDay || (a.id < b.id ? -1 : 1));
  for (const card of ordered) {
    const days = openDays(card, from, capacityOn);
    const fullness = (day: StudyDay): number => ((loads.get(day) ?? 0) + card.seconds) / capacityOn(day);
    const distance = (day: StudyDay): number => Math.abs(day - card.dueDay);
    const lot = (day: StudyDay): number => seededFraction(`${card.id}:${day}`);
    const [best = card.dueDay] = days.sort(
      (a, b) => fullness(a) - fullness(b) || distance(a) - distance(b) || lot(a) - lot(b),
    );
    loads.set(best, (loads.get(best) ?? 0) + card.seconds);
    if (best !== card.dueDay) moved.set(card.id, best);
  }
  return moved;
}

/** The days of the card's range that have room at all, else the nearest ones before and after. */
function openDays(card: DueCard, from: StudyDay, capacityOn: (day: StudyDay) => number): StudyDay[] {
  const latest = card.notAfter ?? (Number.MAX_SAFE_INTEGER as StudyDay);
  const isOpen = (day: number): day is StudyDay => day >= from && day <= latest && capacityOn(day as StudyDay) > 0;
  const interval = Math.max(1, daysBetween(card.lastDay, card.dueDay));
  const { lowest, highest } = fuzzRange(interval, 1, interval + FARTHEST);
  const range = Array.from({ length: highest - lowest + 1 }, (_, index) => card.lastDay + lowest + index).filter(
    isOpen,
  );
  if (range.length > 0) return range;
  const steps = Array.from({ length: FARTHEST }, (_, index) => index + 1);
  const before = steps.map((step) => card.dueDay - step).find(isOpen);
  const after = steps.map((step) => card.dueDay + step).find(isOpen);
  return [before, after].filter((day) => day !== undefined);
}
