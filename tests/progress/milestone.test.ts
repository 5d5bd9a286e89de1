/** Milestones of stages: shown in a mock, or held in memory. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PathStage } from '#bank/item.ts';
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

interface PlainMock {
  readonly atMs: number;
  readonly asked: readonly { readonly name: string; readonly points: number }[];
}

/** Often such that a share of them, times 100, falls a hair short. */
const percents = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.constantFrom(29, 57, 58));

const anyMock: fc.Arbitrary<PlainMock> = fc.record({
  atMs: fc.nat(1000),
  asked: fc.array(fc.record({ name: fc.constantFrom(...NAMES, 'x', 'y'), points: percents }), { maxLength: 8 }),
});

/** The chances of recall of a stage's cards, added up. */
function slowHeld(names: readonly string[], cards: readonly CardState[]): number {
  let held = 0;
  for (const card of cards) {
    if (!names.includes(card.item) || card.learning.kind !== 'learned') continue;
    held += scheduler().retrievability(card.learning.memory, TODAY - card.learning.lastDay);
  }
  return held;
}

/** Whether a mock passed, in whole points; null where it asked too few different questions. */
function slowPassed(names: readonly string[], { asked }: PlainMock, asks: PathStage['test']): boolean | null {
  const own = asked.filter(({ name }) => names.includes(name));
  const different = names.filter((name) => own.some((each) => each.name === name)).length;
  if (different === 0 || (different < asks.questions && different < names.length)) return null;
  let points = 0;
  for (const each of own) points += each.points;
  return points >= asks.score * own.length;
}

/** Going through the mocks in time: the last that passed, until one has the last that counts. */
function slowLast(names: readonly string[], mocks: readonly PlainMock[], asks: PathStage['test']) {
  let last: { atMs: number; passed: boolean } | null = null;
  for (const mock of mocks.toSorted((a, b) => a.atMs - b.atMs)) {
    const passed = slowPassed(names, mock, asks);
    if (passed !== null && (passed || last?.passed !== true)) last = { atMs: mock.atMs, passed };
  }
  return last;
}

test('for any stage, memory and mocks a milestone is what whole numbers on paper say', () => {
  const ways = new Set<string | null>();
  const stages = fc.record({
    names: fc.subarray(NAMES),
    stabilities: fc.array(fc.double({ min: 0.1, max: 200, noNaN: true }), { maxLength: 5 }),
    // Times differ, so that there is one last mock.
    mocks: fc.uniqueArray(anyMock, { selector: ({ atMs }) => atMs, maxLength: 4 }),
    test: fc.record({
      questions: fc.integer({ min: 1, max: 6 }),
      score: percents,
      recall: fc.integer({ min: 1, max: 100 }),
    }),
  });
  fc.assert(
    fc.property(stages, ({ names, stabilities, mocks, test: asks }) => {
      const cards = stabilities.map((stability, n) =>
        learnedCard(NAMES[n] ?? '', { lastDay: studyDay(TODAY - 3), memory: { stability, difficulty: 5 } }),
      );
      const walked = stageOf(names, cards);
      const milestone = milestoneOf(
        { ...walked, stage: { ...walked.stage, test: asks } },
        mocks.map(({ atMs, asked }) => ({
          id: `m-${atMs}`,
          atMs,
          answers: asked.map(({ name, points }) => ({ item: itemId(name), score: points / 100 })),
        })),
      );
      const held = slowHeld(names, cards);
      expect(milestone.held).toBeCloseTo(names.length === 0 ? 0 : held / names.length, 10);
      const last = slowLast(names, mocks, asks);
      expect(milestone.shown && { atMs: milestone.shown.atMs, passed: milestone.shown.passed }).toEqual(last);
      const inMemory = names.length > 0 && (held / names.length) * 100 >= asks.recall;
      expect(milestone.reachedBy).toBe(last?.passed ? 'mock' : inMemory ? 'memory' : null);
      ways.add(milestone.reachedBy);
    }),
    { numRuns: 1500 },
  );
  expect(ways).toEqual(new Set(['mock', 'memory', null]));
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
