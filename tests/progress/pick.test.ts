/** The question of the day. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TIERS } from '#bank/tier.ts';
import { pickOfDay } from '#progress/pick.ts';
import { standingsOf } from '#progress/standing.ts';
import { itemId, scheduler, studyDay } from '../support/builders.ts';
import { arbitraryCards, arbitraryQuestions, TODAY } from './arbitrary-known.ts';

const tier = fc.constantFrom(...TIERS);
const standingsFor = (cards: Parameters<typeof standingsOf>[0]) => standingsOf(cards, TODAY, scheduler());

describe('for any bank and memory', () => {
  test('it is of the tier and new or fading, and missing only when there is none', () => {
    fc.assert(
      fc.property(arbitraryQuestions, arbitraryCards, tier, (questions, cards, wanted) => {
        const standings = standingsFor(cards);
        const open = questions.filter(
          (each) => each.tier === wanted && ['new', 'fading'].includes(standings.get(each.id)?.kind ?? 'new'),
        );
        const picked = pickOfDay(questions, standings, wanted, TODAY);
        if (open.length === 0) expect(picked).toBeNull();
        else expect(open).toContain(picked);
      }),
      { numRuns: 300 },
    );
  });

  test('it stays when the bank is read in another order or other questions are learnt or leave', () => {
    const banks = arbitraryQuestions.chain((questions) =>
      fc.tuple(fc.constant(questions), fc.shuffledSubarray(questions)),
    );
    fc.assert(
      fc.property(banks, tier, ([questions, fewer], wanted) => {
        const picked = pickOfDay(questions, new Map(), wanted, TODAY);
        fc.pre(picked !== null && fewer.includes(picked));
        expect(pickOfDay(fewer, new Map(), wanted, TODAY)).toBe(picked);
      }),
      { numRuns: 300 },
    );
  });
});

test('a month of days picks most questions of a small tier, and none all the time', () => {
  const questions = Array.from({ length: 10 }, (_, n) => ({
    id: itemId(`q-${n}`),
    topic: 'web/http',
    tier: 'mid' as const,
  }));
  const counts = new Map<string, number>();
  for (let day = 20_700; day < 20_760; day += 1) {
    const id = pickOfDay(questions, new Map(), 'mid', studyDay(day))?.id ?? '';
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  expect(counts.size).toBeGreaterThanOrEqual(8);
  expect(Math.max(...counts.values())).toBeLessThanOrEqual(15);
});
