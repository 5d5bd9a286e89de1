/** The month ahead, against queues and a walk through its days. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadAhead, type LoadDay } from '#progress/load.ts';
import type { CardState } from '#review/card-state.ts';
import { buildQueue } from '#review/queue.ts';
import { learnedCard, scheduler, studyDay } from '../support/builders.ts';
import { arbitraryCards, TODAY } from './arbitrary-known.ts';

const engine = scheduler();
const ahead = (cards: readonly CardState[], days: number, newPerDay = 0, unseen = 0): LoadDay[] =>
  loadAhead({ cards, today: TODAY, days, newPerDay, unseen, scheduler: engine });

describe('what is scheduled', () => {
  test('today is as much as an unlimited queue asks, for any cards', () => {
    fc.assert(
      fc.property(arbitraryCards, (cards) => {
        const left = { fresh: 0, reviews: 1000 };
        const queue = buildQueue({ due: cards, fresh: [], today: TODAY, left, scheduler: engine });
        expect(ahead(cards, 7)[0]?.scheduled).toBe(queue.cards.length + queue.steps.length);
      }),
      { numRuns: 500 },
    );
  });

  test('of questions is spread as by walking through the days, for any cards', () => {
    fc.assert(
      fc.property(arbitraryCards, fc.integer({ min: 1, max: 14 }), (cards, days) => {
        const questions = cards.filter((card) => card.point === null && !card.suspended);
        const waiting = new Set(questions);
        const walked = Array.from({ length: days }, (_, later) => {
          let count = 0;
          for (const card of waiting) {
            const { learning, buriedUntil } = card;
            if (learning.kind === 'new' || learning.due.kind === 'unscheduled') continue;
            if (learning.due.day > TODAY + later || (buriedUntil ?? 0) > TODAY + later) continue;
            waiting.delete(card);
            count += 1;
          }
          return count;
        });
        expect(ahead(questions, days).map(({ scheduled }) => scheduled)).toEqual(walked);
      }),
      { numRuns: 300 },
    );
  });

  test('counts a point only on a day on which its question is not asked', () => {
    const on = (day: number) => ({ due: { kind: 'day', day: studyDay(day) } }) as const;
    const counts = (questionDay: number, pointDay: number) =>
      ahead([learnedCard('q', on(questionDay)), learnedCard('q', on(pointDay), 'c1')], 3).map(
        ({ scheduled }) => scheduled,
      );
    expect(counts(102, 102)).toEqual([0, 1, 0]);
    expect(counts(90, 101)).toEqual([1, 0, 0]);
    expect(counts(103, 102)).toEqual([0, 1, 1]);
  });
});

/** One card played through day by day: asked when its time is come, always recalled; tries after failures by their chance. */
function slowAgain(card: CardState, days: number): number[] {
  const again = Array.from({ length: days }, () => 0);
  if (card.learning.kind === 'new' || card.suspended || card.learning.due.kind === 'unscheduled') return again;
  let { memory } = card.learning;
  let last: number = card.learning.lastDay;
  let due: number = Math.max(TODAY, card.learning.due.day, card.buriedUntil ?? 0);
  let first = true;
  for (let day: number = TODAY; day < TODAY + days; day += 1) {
    if (day !== due) continue;
    const elapsed = Math.max(0, day - last);
    again[day - TODAY] = (first ? 0 : 1) + 1 - engine.retrievability(memory, elapsed);
    memory = engine.nextMemory(memory, elapsed, 3);
    last = day;
    due = day + engine.intervalDays(memory);
    first = false;
  }
  return again;
}

test('what comes back again is what a walk through the days with each card finds', () => {
  fc.assert(
    fc.property(arbitraryCards, (cards) => {
      const questions = cards.filter((card) => card.point === null);
      const walked = questions.map((card) => slowAgain(card, 20));
      ahead(questions, 20).forEach(({ again }, index) => {
        expect(again).toBeCloseTo(
          walked.reduce((sum, each) => sum + (each[index] ?? 0), 0),
          8,
        );
      });
    }),
    { numRuns: 300 },
  );
});

describe('new questions', () => {
  test('come so many a day until there is none left, and bring what follows from them', () => {
    const days = ahead([], 30, 8, 20);
    const one = ahead([], 30, 1, 1).map(({ fresh }) => fresh);
    expect(one[0]).toBeCloseTo(1.3, 10);
    const dayOf = (index: number) => 8 * (one[index] ?? 0) + 8 * (one[index - 1] ?? 0) + 4 * (one[index - 2] ?? 0);
    days.forEach(({ fresh }, index) => expect(fresh).toBeCloseTo(dayOf(index), 8));
  });

  test('are what playing each of them through by itself gives, for any number a day', () => {
    const pace = fc.record({ newPerDay: fc.nat(12), unseen: fc.nat(60), days: fc.integer({ min: 1, max: 40 }) });
    fc.assert(
      fc.property(pace, ({ newPerDay, unseen, days }) => {
        const walked = Array.from({ length: days }, () => 0);
        const met = newPerDay > 0 ? unseen : 0;
        for (let number = 0; number < met; number += 1) {
          const first = Math.floor(number / newPerDay);
          // Three first answers in ten fail, and take one more.
          if (first < days) walked[first] = (walked[first] ?? 0) + 1.3;
          let memory = engine.nextMemory(null, 0, 3);
          let last = first;
          for (let day = first + 1; day < days; day += 1) {
            if (day !== last + engine.intervalDays(memory)) continue;
            const recall = engine.retrievability(memory, day - last);
            walked[day] = (walked[day] ?? 0) + 1 + (1 - recall);
            memory = engine.nextMemory(memory, day - last, 3);
            last = day;
          }
        }
        ahead([], days, newPerDay, unseen).forEach(({ fresh }, index) =>
          expect(fresh).toBeCloseTo(walked[index] ?? 0, 8),
        );
      }),
      { numRuns: 100 },
    );
  });

  test('add nothing where none are wanted', () => {
    expect(ahead([], 5, 0, 100).every(({ fresh }) => fresh === 0)).toBe(true);
  });
});
