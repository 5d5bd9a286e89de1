import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzzRange } from '#memory/fuzz.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { balanceDays, type DueCard } from '#plan/balance.ts';
import { cardId, studyDay } from '../support/builders.ts';
import { TODAY } from './campaigns.ts';

const due = (id: string, inDays: number, interval: number, over: Partial<DueCard> = {}): DueCard => {
  const dueDay = studyDay(TODAY + inDays);
  return { id: cardId(id), dueDay, lastDay: studyDay(dueDay - interval), seconds: 60, notAfter: null, ...over };
};
const crowd = (count: number, inDays: number, interval: number): DueCard[] =>
  Array.from({ length: count }, (_, index) => due(`q-${index}`, inDays, interval));

const balance = (cards: readonly DueCard[], capacityOn: (day: StudyDay) => number = () => 1) =>
  balanceDays({ cards, from: TODAY, capacityOn });

/** How many cards are due on a day after balancing. */
function countOn(cards: readonly DueCard[], moved: ReturnType<typeof balance>, inDays: number): number {
  return cards.filter(({ id, dueDay }) => (moved.get(id) ?? dueDay) === TODAY + inDays).length;
}

test('a crowded day is spread over the days that fuzz would have allowed', () => {
  const cards = crowd(30, 20, 20);
  const moved = balance(cards);
  const { lowest, highest } = fuzzRange(20, 1, 1000);
  const width = highest - lowest + 1;
  for (let day = lowest; day <= highest; day += 1) {
    expect(Math.abs(countOn(cards, moved, day) - 30 / width)).toBeLessThanOrEqual(1);
  }
});

test('an easy day gets its share of a usual day', () => {
  const cards = crowd(50, 20, 20);
  const moved = balance(cards, (day) => (day === TODAY + 20 ? 0.5 : 1));
  expect(countOn(cards, moved, 20)).toBeLessThan(countOn(cards, moved, 21) * 0.7);
  expect(countOn(cards, moved, 20)).toBeGreaterThan(0);
});

test('a holiday is spread to the days before it and after it', () => {
  const isHoliday = (day: StudyDay) => day >= TODAY + 10 && day < TODAY + 24;
  const cards = [...crowd(40, 16, 10)];
  const moved = balance(cards, (day) => (isHoliday(day) ? 0 : 1));
  expect(countOn(cards, moved, 9)).toBe(20);
  expect(countOn(cards, moved, 24)).toBe(20);
});

test('what an interview asks for is never moved past it', () => {
  const isHoliday = (day: StudyDay) => day >= TODAY + 10 && day < TODAY + 24;
  const cards = crowd(10, 16, 10).map((card) => ({ ...card, notAfter: studyDay(TODAY + 20) }));
  const moved = balance(cards, (day) => (isHoliday(day) ? 0 : 1));
  expect(countOn(cards, moved, 9)).toBe(10);
});

test('short intervals, overdue cards and cards without an open day stay where they are', () => {
  expect(balance([due('q', 1, 1), due('late', -3, 40)]).size).toBe(0);
  expect(balance(crowd(5, 20, 20), () => 0).size).toBe(0);
});

test('the order in which cards come changes nothing, and no card comes before today', () => {
  const card = fc.record({ inDays: fc.integer({ min: -5, max: 40 }), interval: fc.integer({ min: 1, max: 200 }) });
  fc.assert(
    fc.property(fc.array(card, { maxLength: 40 }), fc.integer({ min: 0, max: 30 }), (facts, rest) => {
      const cards = facts.map(({ inDays, interval }, index) => due(`q-${index}`, inDays, interval));
      const capacityOn = (day: StudyDay) => (day - TODAY === rest ? 0 : 1);
      const moved = balance(cards, capacityOn);
      expect(balance(cards.toReversed(), capacityOn)).toEqual(moved);
      for (const day of moved.values()) {
        expect(day).toBeGreaterThanOrEqual(TODAY);
        expect(day).not.toBe(TODAY + rest);
      }
    }),
  );
});
