/** The house, against counting by hand. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TIERS } from '#bank/tier.ts';
import { brightestFloors, floorsOf } from '#progress/house.ts';
import { standingsOf, tallyOf } from '#progress/standing.ts';
import { itemId, learnedCard, scheduler } from '../support/builders.ts';
import { arbitraryCards, arbitraryQuestions, TODAY, TOPICS } from './arbitrary-known.ts';

const known = fc.tuple(arbitraryQuestions, arbitraryCards);
const standingsFor = (cards: Parameters<typeof standingsOf>[0]) => standingsOf(cards, TODAY, scheduler());

describe('for any bank and any memory', () => {
  test('each window counts the questions of its topic and tier, and is missing where there are none', () => {
    fc.assert(
      fc.property(known, ([questions, cards]) => {
        const standings = standingsFor(cards);
        const floors = floorsOf(TOPICS, questions, standings);
        for (const topic of [...TOPICS, 'lost/found']) {
          const floor = floors.find((each) => each.topic === topic);
          const here = questions.filter((question) => question.topic === topic);
          expect(floor !== undefined).toBe(here.length > 0);
          TIERS.forEach((tier, column) => {
            const ids = here.filter((question) => question.tier === tier).map(({ id }) => id);
            expect(floor?.cells[column] ?? null).toEqual(ids.length === 0 ? null : tallyOf(ids, standings));
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  test('no question is lost: the windows add up to the bank', () => {
    fc.assert(
      fc.property(known, ([questions, cards]) => {
        const floors = floorsOf(TOPICS, questions, standingsFor(cards));
        const windows = floors.flatMap(({ cells }) => cells.filter((cell) => cell !== null));
        const whole = tallyOf(
          questions.map(({ id }) => id),
          standingsFor(cards),
        );
        for (const key of ['total', 'seen', 'dims', 'fading'] as const) {
          expect(windows.reduce((sum, cell) => sum + cell[key], 0)).toBe(whole[key]);
          expect(floors.reduce((sum, floor) => sum + floor.whole[key], 0)).toBe(whole[key]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('declared topics come first, in their order; the brightest floors are lit and none left out is brighter', () => {
    fc.assert(
      fc.property(known, fc.nat(4), ([questions, cards], limit) => {
        const floors = floorsOf(TOPICS, questions, standingsFor(cards));
        const declared = floors.map(({ topic }) => topic).filter((topic) => TOPICS.includes(topic));
        expect(declared).toEqual(TOPICS.filter((topic) => declared.includes(topic)));
        expect(floors.slice(0, declared.length).map(({ topic }) => topic)).toEqual(declared);
        const brightest = brightestFloors(floors, limit);
        const lit = floors.filter(({ whole }) => whole.seen > 0);
        expect(brightest).toHaveLength(Math.min(limit, lit.length));
        const least = Math.min(...brightest.map(({ whole }) => whole.recalled));
        for (const floor of lit) {
          if (!brightest.includes(floor)) expect(floor.whole.recalled).toBeLessThanOrEqual(least);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test('a review lights no other window than its own', () => {
  const questions = ['a', 'b'].map((id) => ({ id: itemId(id), topic: `web/${id}`, tier: 'mid' as const }));
  const dark = floorsOf([], questions, standingsFor([]));
  const lit = floorsOf([], questions, standingsFor([learnedCard('a')]));
  expect(lit[0]?.whole.recalled).toBeGreaterThan(dark[0]?.whole.recalled ?? 1);
  expect(lit[1]).toEqual(dark[1]);
});
