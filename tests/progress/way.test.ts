/** Walking a path. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PathStage } from '#bank/item.ts';
import { standingsOf } from '#progress/standing.ts';
import { questionIdsOf, wayOf } from '#progress/way.ts';
import { freshCard, itemId, learnedCard, scheduler } from '../support/builders.ts';
import { pathStage } from '../support/item-builders.ts';
import { arbitraryCards, arbitraryQuestions, IDS, TODAY } from './arbitrary-known.ts';

const STAGE = pathStage([]);
const stages: fc.Arbitrary<PathStage[]> = fc.array(
  fc.subarray([...IDS, 'q-gone'].map(itemId)).map((items) => ({ ...STAGE, items })),
  { maxLength: 4 },
);

const standingsFor = (cards: Parameters<typeof standingsOf>[0]) => standingsOf(cards, TODAY, scheduler());

describe('for any path, bank and memory', () => {
  test('a stage holds the questions that it names and the bank has, in its order', () => {
    fc.assert(
      fc.property(stages, arbitraryQuestions, (some, questions) => {
        const way = wayOf(some, questions, new Map());
        way.stages.forEach(({ steps, stage, tally }) => {
          const there = stage.items.filter((id) => questions.some((question) => question.id === id));
          expect(steps.map((step) => step.question.id)).toEqual(there);
          expect(tally.total).toBe(there.length);
        });
        const steps = way.stages.flatMap((stage) => stage.steps);
        expect(way.tally.total).toBe(new Set(steps.map(({ question }) => question.id)).size);
        for (const { question } of steps) expect(questionIdsOf(some).has(question.id)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('the next step is the first new one, and all before it were answered or taken out', () => {
    fc.assert(
      fc.property(stages, arbitraryQuestions, arbitraryCards, (some, questions, cards) => {
        const way = wayOf(some, questions, standingsFor(cards));
        const steps = way.stages.flatMap((stage) => stage.steps);
        const before = way.next ? steps.slice(0, steps.indexOf(way.next.step)) : steps;
        expect(before.filter(({ standing }) => standing.kind === 'new')).toEqual([]);
        if (way.next) {
          const own = cards.find((card) => card.item === way.next?.step.question.id && card.point === null);
          expect(own?.learning.kind ?? 'new').toBe('new');
          expect(own?.suspended ?? false).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const [one, two] = ['q-0', 'q-1'].map(itemId);
const QUESTIONS = ['q-0', 'q-1'].map((id) => ({
  id: itemId(id),
  topic: 'web/http',
  tier: 'mid' as const,
  title: id,
  seconds: 60,
}));

test('a question in two stages counts once on the whole way, and in each of its stages', () => {
  const twice = [
    { ...STAGE, items: QUESTIONS.map(({ id }) => id) },
    { ...STAGE, items: QUESTIONS.slice(0, 1).map(({ id }) => id) },
  ];
  const way = wayOf(twice, QUESTIONS, standingsFor([learnedCard('q-0')]));
  expect(way.tally).toMatchObject({ seen: 1, total: 2 });
  expect(way.stages.map(({ tally }) => tally.seen)).toEqual([1, 1]);
  expect(way.next?.step.question.id).toBe(two);
});

test('a suspended question is not what to do next', () => {
  const stage = { ...STAGE, items: QUESTIONS.map(({ id }) => id) };
  const suspended = standingsFor([{ ...freshCard('q-0'), suspended: true }]);
  expect(wayOf([stage], QUESTIONS, new Map()).next?.step.question.id).toBe(one);
  expect(wayOf([stage], QUESTIONS, suspended).next?.step.question.id).toBe(two);
});
