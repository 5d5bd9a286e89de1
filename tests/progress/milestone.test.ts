/** Milestones of stages: shown in a mock, or held in memory. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { milestoneOf, mockItemsOf, type MockScores } from '#progress/milestone.ts';
import { standingsOf } from '#progress/standing.ts';
import { wayOf, type WayStage } from '#progress/way.ts';
import type { CardState } from '#review/card-state.ts';
import { itemId, learnedCard, scheduler, studyDay } from '../support/builders.ts';
import { pathStage } from '../support/item-builders.ts';

const TODAY = studyDay(20_000);
const NAMES = ['a', 'b', 'c', 'd', 'e'];

function stageOf(names: readonly string[] = NAMES, cards: readonly CardState[] = []): WayStage {
  const questions = names.map((name) => ({
    id: itemId(name),
    topic: 'web/http',
    tier: 'mid' as const,
    title: name,
    seconds: 60,
  }));
  const [walked] = wayOf([pathStage(names)], questions, standingsOf(cards, TODAY, scheduler())).stages;
  if (!walked) throw new Error('one stage is walked');
  return walked;
}

const mock = (atMs: number, scores: Readonly<Record<string, number>>): MockScores => ({
  id: `m-${atMs}`,
  atMs,
  answers: Object.entries(scores).map(([item, score]) => ({ item: itemId(item), score })),
});

describe('a milestone', () => {
  test('is not reached by a mock that asked too little of the stage, whatever it asked beside', () => {
    expect(milestoneOf(stageOf(), [mock(1, { a: 1, b: 1, x: 1, y: 1 })])).toMatchObject({
      reachedBy: null,
      shown: null,
    });
  });

  test('is reached by a mock with the score that its test asks, by the stage’s own answers alone', () => {
    const state = milestoneOf(stageOf(), [mock(1, { a: 1, b: 0.5, c: 0.3, x: 0 })]);
    expect(state).toMatchObject({ reachedBy: 'mock', shown: { passed: true, id: 'm-1' } });
    expect(state.shown?.score).toBeCloseTo(0.6);
    expect(milestoneOf(stageOf(), [mock(1, { a: 1, b: 0.5, c: 0.29 })]).reachedBy).toBeNull();
  });

  test('stays reached when a later mock goes badly, and tells the last one while none has passed', () => {
    const good = mock(1, { a: 1, b: 1, c: 1 });
    const bad = mock(2, { a: 0, b: 0, c: 0 });
    expect(milestoneOf(stageOf(), [bad, good]).shown?.id).toBe('m-1');
    expect(milestoneOf(stageOf(), [bad, mock(3, { a: 0.1, b: 0, c: 0 })]).shown?.id).toBe('m-3');
  });

  test('is held in memory when so much of all its questions would be recalled, and not one less', () => {
    const known = (names: readonly string[]) =>
      names.map((name) => learnedCard(name, { lastDay: TODAY, memory: { stability: 100, difficulty: 5 } }));
    expect(milestoneOf(stageOf(NAMES, known(NAMES.slice(0, 4))), [])).toMatchObject({ reachedBy: 'memory' });
    expect(milestoneOf(stageOf(NAMES, known(NAMES.slice(0, 3))), [])).toMatchObject({ reachedBy: null });
  });

  test('of a stage without questions is never reached', () => {
    expect(milestoneOf(stageOf([]), [mock(1, {})])).toEqual({ reachedBy: null, held: 0, shown: null });
    expect(mockItemsOf(stageOf([]), 3)).toEqual([]);
  });
});

test('the mock of a stage asks as many of its questions as its test wants, each once, on any day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), fc.nat(100_000), (size, turn) => {
      const names = Array.from({ length: size }, (_, n) => `q${n}`);
      const items = mockItemsOf(stageOf(names), turn);
      expect(items).toHaveLength(Math.min(3, size));
      expect(new Set(items).size).toBe(items.length);
      for (const item of items) expect(names).toContain(item);
    }),
  );
});
