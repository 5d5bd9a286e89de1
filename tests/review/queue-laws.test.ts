/** Laws of today's queue, for any cards. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween } from '#memory/study-day.ts';
import type { CardState, DueAt } from '#review/card-state.ts';
import { splitCardId } from '#review/ids.ts';
import { buildQueue, isAskable, spread, type QueueInput } from '#review/queue.ts';
import { cardId, freshCard, learnedCard, scheduler, studyDay } from '../support/builders.ts';

const today = studyDay(101);
const tomorrow = studyDay(102);

function input(
  due: readonly CardState[],
  fresh: readonly CardState[] = [],
  over: Partial<QueueInput> = {},
): QueueInput {
  return { due, fresh, today, left: { fresh: 100, reviews: 100 }, scheduler: scheduler(), ...over };
}

describe('spreading', () => {
  const lists = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => ({
    many: Array.from({ length: a }, (_, n) => `m${n}`),
    few: Array.from({ length: b }, (_, n) => `f${n}`),
  }));

  test('keeps all of both, each in its order, and begins with one of the many where there is one', () => {
    fc.assert(
      fc.property(lists, ({ many, few }) => {
        const out = spread(many, few);
        expect(out.filter((one) => one.startsWith('m'))).toEqual(many);
        expect(out.filter((one) => one.startsWith('f'))).toEqual(few);
        if (many.length > 0) expect(out[0]).toBe('m0');
      }),
      { numRuns: 500 },
    );
  });

  test('leaves gaps that differ by one at most between the few', () => {
    fc.assert(
      fc.property(lists, ({ many, few }) => {
        fc.pre(few.length > 1 && many.length >= few.length);
        const places = spread(many, few).flatMap((one, index) => (one.startsWith('f') ? [index] : []));
        const gaps = places.slice(1).map((place, index) => place - (places[index] ?? 0));
        expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });
});

const due: fc.Arbitrary<DueAt> = fc.oneof(
  fc.integer({ min: 95, max: 103 }).map((day) => ({ kind: 'day' as const, day: studyDay(day) })),
  fc.record({ atMs: fc.nat(3), day: fc.integer({ min: 99, max: 102 }).map(studyDay) }).map((at) => ({
    kind: 'moment' as const,
    ...at,
  })),
  fc.constant({ kind: 'unscheduled' as const }),
);
const cards = fc.uniqueArray(
  fc
    .record({
      item: fc.constantFrom('q', 'r', 's', 't'),
      point: fc.constantFrom(null, 'c1', 'c2'),
      stability: fc.constantFrom(0.5, 5, 50),
      lastDay: fc.integer({ min: 60, max: 110 }).map(studyDay),
      due,
      suspended: fc.boolean(),
      buriedUntil: fc.constantFrom(null, null, today, tomorrow),
    })
    .map(({ item, point, stability, lastDay, due: at, ...marks }) => ({
      ...learnedCard(item, { memory: { stability, difficulty: 5 }, lastDay, due: at }, point),
      ...marks,
    })),
  { selector: (card) => card.id },
);

/** What a card is today by itself, whatever else is due. */
function roleOf(card: CardState): 'none' | 'step' | 'review' {
  const { learning } = card;
  if (learning.kind === 'new' || learning.due.kind === 'unscheduled') return 'none';
  if (learning.due.day > today || !isAskable(card, today)) return 'none';
  return learning.due.kind === 'moment' && learning.due.day === today ? 'step' : 'review';
}

describe('for any cards, today', () => {
  const anyInput = fc.record({
    due: cards,
    fresh: fc
      .uniqueArray(fc.constantFrom('n1', 'n2', 'n3'), { maxLength: 3 })
      .map((ids) => ids.map((id) => freshCard(id))),
    left: fc.record({ fresh: fc.nat(3), reviews: fc.nat(8) }),
  });

  test('is the same in whatever order they come, asks none twice, counts what it asks and keeps its limits', () => {
    fc.assert(
      fc.property(anyInput, fc.gen(), ({ due: given, fresh, left }, gen) => {
        const queue = buildQueue(input(given, fresh, { left }));
        const other = gen(fc.shuffledSubarray, given, { minLength: given.length });
        expect(buildQueue(input(other, fresh, { left }))).toEqual(queue);
        const all = [...queue.cards, ...queue.steps.map((step) => step.card)];
        expect(new Set(all).size).toBe(all.length);
        const { fading, points, fresh: news, steps } = queue.counts;
        expect(fading + points + news).toBe(queue.cards.length);
        expect(steps).toBe(queue.steps.length);
        expect(fading + points).toBeLessThanOrEqual(left.reviews);
        expect(news).toBeLessThanOrEqual(left.fresh);
      }),
      { numRuns: 500 },
    );
  });

  test('leaves a due card out only for a reason', () => {
    fc.assert(
      fc.property(anyInput, ({ due: given, fresh, left }) => {
        const queue = buildQueue(input(given, fresh, { left }));
        const asked = new Set([...queue.cards, ...queue.steps.map((step) => step.card)]);
        const full = queue.counts.fading + queue.counts.points === left.reviews;
        for (const card of given) {
          const { item, point } = splitCardId(card.id);
          const covered = point !== null && asked.has(cardId(item));
          const role = roleOf(card);
          if (role === 'none' || covered) expect(asked.has(card.id)).toBe(false);
          else if (role === 'step' || !full) expect(asked.has(card.id)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('orders reviews by what is left of them', () => {
    fc.assert(
      fc.property(cards, (given) => {
        const byId = new Map(given.map((card) => [card.id, card]));
        const recalls = buildQueue(input(given)).cards.map((id) => {
          const learning = byId.get(id)?.learning;
          if (learning?.kind !== 'learned') throw new Error(`${id} is not learned`);
          return scheduler().retrievability(learning.memory, daysBetween(learning.lastDay, today));
        });
        expect(recalls).toEqual(recalls.toSorted((a, b) => a - b));
      }),
    );
  });
});
