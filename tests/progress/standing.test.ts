/** How questions stand, against computations that are slow and know nothing of the code under test. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PARAMETERS } from '#memory/scheduler.ts';
import { standingInWords } from '#pages/parts/standing.ts';
import { HORIZON_DAYS, levelOf, standingKindOf, standingOf, standingsOf, tallyOf } from '#progress/standing.ts';
import type { CardState } from '#review/card-state.ts';
import { freshCard, itemId, learnedCard, scheduler, studyDay } from '../support/builders.ts';
import { arbitraryCards, IDS, TODAY } from './arbitrary-known.ts';

const decay = -(DEFAULT_PARAMETERS.weights[20] ?? Number.NaN);

/** FSRS-6's forgetting curve as published: 90% after as many days as the stability, then a power law. */
function recallAfter(days: number, stability: number): number {
  const factor = 0.9 ** (1 / decay) - 1;
  return (1 + (factor * days) / stability) ** decay;
}

function slowRecall({ learning }: CardState, ahead: number): number | null {
  if (learning.kind === 'new') return null;
  return recallAfter(Math.max(0, TODAY - learning.lastDay) + ahead, learning.memory.stability);
}

const standing = (card: CardState) => standingOf(card, TODAY, scheduler());
const learnt = (over: Parameters<typeof learnedCard>[1]) => standing(learnedCard('q', over)).kind;

describe('the standing of a card', () => {
  test('is new before the first answer, and suspended once it is taken out, answered or not', () => {
    expect(standing(freshCard('q'))).toMatchObject({ kind: 'new', recall: null, dims: false });
    expect(standing({ ...freshCard('q'), suspended: true })).toMatchObject({ kind: 'suspended', recall: null });
    const suspended = standing({ ...learnedCard('q'), suspended: true });
    expect(suspended.kind).toBe('suspended');
    expect(suspended.recall).toBeGreaterThan(0.8);
  });

  test('is fading from its due day on', () => {
    const strong = { memory: { stability: 30, difficulty: 5 } };
    expect(learnt({ ...strong, due: { kind: 'day', day: studyDay(101) } })).toBe('fading');
    expect(learnt({ ...strong, due: { kind: 'day', day: studyDay(102) } })).toBe('solid');
  });

  test('is learning while its memory lasts less than a week, and solid from a week on', () => {
    const due = { kind: 'day', day: studyDay(105) } as const;
    expect(learnt({ due, memory: { stability: 6.99, difficulty: 5 } })).toBe('learning');
    expect(learnt({ due, memory: { stability: 7, difficulty: 5 } })).toBe('solid');
  });

  test('is learning after a failure, however strong the memory was, until the step of a past day fades', () => {
    const strong = { memory: { stability: 30, difficulty: 5 }, lastGrade: 1 } as const;
    expect(learnt({ ...strong, due: { kind: 'moment', atMs: 0, day: TODAY } })).toBe('learning');
    expect(learnt({ ...strong, due: { kind: 'day', day: studyDay(102) } })).toBe('learning');
    expect(learnt({ ...strong, due: { kind: 'moment', atMs: 0, day: studyDay(100) } })).toBe('fading');
  });

  test('dims when it is below the desired retention within the week, not when it is exactly there', () => {
    const dims = (stability: number, desiredRetention = 0.9) => {
      const card = learnedCard('q', { lastDay: TODAY, memory: { stability, difficulty: 5 } });
      return standingOf(card, TODAY, scheduler({ desiredRetention })).dims;
    };
    expect(dims(HORIZON_DAYS)).toBe(false);
    expect(dims(HORIZON_DAYS - 0.1)).toBe(true);
    expect(dims(HORIZON_DAYS - 0.1, 0.8)).toBe(false);
  });
});

describe('for any cards', () => {
  test('the words on pages name the kind of standing', () => {
    fc.assert(
      fc.property(arbitraryCards, (cards) => {
        for (const card of cards) expect(standingInWords(card, TODAY).toLowerCase()).toContain(standing(card).kind);
      }),
      { numRuns: 300 },
    );
  });

  test('recall and dimming follow the published forgetting curve', () => {
    fc.assert(
      fc.property(arbitraryCards, (cards) => {
        for (const card of cards) {
          const { recall, dims } = standing(card);
          const slow = slowRecall(card, 0);
          const inAWeek = slowRecall(card, 7);
          if (slow === null || inAWeek === null) {
            expect(recall).toBeNull();
            continue;
          }
          expect(recall).toBeCloseTo(slow, 6);
          if (Math.abs(inAWeek - 0.9) > 1e-6) expect(dims).toBe(inAWeek < 0.9);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a tally counts each question once, and only whole questions', () => {
    fc.assert(
      fc.property(arbitraryCards, fc.subarray(IDS), (cards, ids) => {
        const tally = tallyOf(ids.map(itemId), standingsOf(cards, TODAY, scheduler()));
        const own = ids.map((id) => cards.find((card) => card.item === id && card.point === null));
        const recalls = own.flatMap((card) => (card ? (slowRecall(card, 0) ?? []) : []));
        const words = own.map((card) => (card ? standingKindOf(card, TODAY) : 'new'));
        expect(tally.total).toBe(ids.length);
        expect(tally.seen).toBe(recalls.length);
        expect(tally.recalled).toBeCloseTo(
          recalls.reduce((sum, recall) => sum + recall, 0),
          5,
        );
        for (const kind of ['new', 'learning', 'fading', 'solid', 'suspended'] as const) {
          expect(tally[kind]).toBe(words.filter((word) => word === kind).length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the level is coverage times the mean recall of what is covered', () => {
    fc.assert(
      fc.property(arbitraryCards, (cards) => {
        const tally = tallyOf(IDS.map(itemId), standingsOf(cards, TODAY, scheduler()));
        fc.pre(tally.seen > 0);
        expect(levelOf(tally)).toBeCloseTo((tally.seen / tally.total) * (tally.recalled / tally.seen), 10);
      }),
    );
    expect(levelOf({ recalled: 0, total: 0 })).toBe(0);
  });
});
