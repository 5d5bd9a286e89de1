import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readinessOf, type ReadinessInput } from '#plan/readiness.ts';
import type { CardState } from '#review/card-state.ts';
import { cardIdOf } from '#review/ids.ts';
import { campaign, planQuestion, PLAN_SCHEDULER, seenCard, TODAY } from './campaigns.ts';

const QUESTIONS = Array.from({ length: 12 }, (_, index) => planQuestion(`q-${index}`));
const POINTS = ['c1', 'c2', 'd1', 'd2'];

const stateMap = (states: readonly CardState[]) => new Map(states.map((state) => [state.id, state]));

/** All points of all questions, answered so many days ago with this stability. */
function allSeen(stability: number, daysAgo = 1): CardState[] {
  return QUESTIONS.flatMap(({ id }) => POINTS.map((point) => seenCard(id, daysAgo, stability, point)));
}

function readiness(states: readonly CardState[], over: Partial<ReadinessInput> = {}) {
  const input = { campaign: campaign(), questions: QUESTIONS, states: stateMap(states), day: TODAY };
  const result = readinessOf({ ...input, scheduler: PLAN_SCHEDULER, seed: 'one', draws: 2000, ...over });
  if (!result) throw new Error('nothing in scope');
  return result;
}

test('what is remembered well makes ready, with a narrow range and full evidence', () => {
  const { median, low, high, evidence } = readiness(allSeen(3000));
  expect(median).toBeGreaterThan(0.98);
  expect(high - low).toBeLessThan(0.05);
  expect(evidence).toEqual({ known: 48, of: 48 });
});

test('the middle of the draws is near the expected share', () => {
  const recall = PLAN_SCHEDULER.retrievability({ stability: 3, difficulty: 5 }, 30);
  expect(readiness(allSeen(3, 30)).median).toBeCloseTo(recall, 1);
});

test('when nothing was answered the range is wide, and no point of evidence is claimed', () => {
  const { low, high, evidence } = readiness([]);
  expect(high - low).toBeGreaterThan(0.4);
  expect(evidence).toEqual({ known: 0, of: 48 });
});

test('a graded question without ticks is evidence for each of its points', () => {
  expect(readiness([seenCard('q-0', 1, 10)]).evidence).toEqual({ known: 4, of: 48 });
});

test('bonus points, and details that only a higher tier is expected to know, are not asked for', () => {
  const [first] = QUESTIONS;
  const points =
    first?.points.map((point) => (point.id === 'd2' ? { ...point, from: 'expert' as const } : point)) ?? [];
  const questions = [planQuestion('q-0', { points })];
  expect(readiness([], { questions }).evidence.of).toBe(3);
});

test('the three points that raise it most are core points that are forgotten, heaviest first', () => {
  const states = allSeen(3000).map((state) => {
    const faint = ['q-2#c1', 'q-5#d1', 'q-7#c2', 'q-9#c1'].indexOf(state.id);
    return faint < 0 ? state : seenCard(state.item, 60 + faint, 0.5, state.point);
  });
  const { raise } = readiness(states);
  expect(raise.map(({ item, point }) => `${item}#${point}`)).toEqual(['q-9#c1', 'q-7#c2', 'q-2#c1']);
  expect(raise.map(({ gain }) => gain)).toEqual(raise.map(({ gain }) => gain).toSorted((a, b) => b - a));
});

test('first answers that were hits raise what is believed of the rest', () => {
  const answered = (grade: 1 | 3) =>
    QUESTIONS.slice(0, 5).flatMap(({ id }) =>
      POINTS.map((point) => {
        const state = seenCard(id, 1, 3, point);
        if (state.learning.kind === 'new') throw new Error('seen');
        return { ...state, learning: { ...state.learning, lastGrade: grade } };
      }),
    );
  expect(readiness(answered(3)).median).toBeGreaterThan(readiness(answered(1)).median + 0.2);
});

test('without any question in scope there is no number', () => {
  const input = {
    questions: QUESTIONS,
    states: new Map(),
    day: TODAY,
    scheduler: PLAN_SCHEDULER,
    seed: 'one',
    draws: 10,
  };
  expect(readinessOf({ ...input, campaign: campaign({ topics: { rust: 1 } }) })).toBeNull();
});

test('the same seed gives the same numbers, and the range always holds the median inside 0 to 1', () => {
  const known = fc.subarray(allSeen(5, 20));
  fc.assert(
    fc.property(known, fc.string(), (states, seed) => {
      const one = readiness(states, { seed, draws: 60 });
      expect(readiness(states, { seed, draws: 60 })).toEqual(one);
      expect(one.low).toBeGreaterThanOrEqual(0);
      expect(one.low).toBeLessThanOrEqual(one.median);
      expect(one.median).toBeLessThanOrEqual(one.high);
      expect(one.high).toBeLessThanOrEqual(1 + 1e-9);
      expect(one.evidence.known).toBe(
        states.filter(({ item, point }) => states.some(({ id }) => id === cardIdOf(item, point))).length,
      );
    }),
    { numRuns: 40 },
  );
});
