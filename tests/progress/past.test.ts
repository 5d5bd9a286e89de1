/** The past replayed once, against a replay of its own for each moment. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemId } from '#bank/item.ts';
import { memoryStepsOf, recallCurves, type CurvePoint, type MemoryStep } from '#progress/card-memory.ts';
import { knowledgeOn } from '#progress/knowledge.ts';
import { statesBefore } from '#progress/past-states.ts';
import { replayLog } from '#review/reduce.ts';
import { hostileLog, LOG_ITEMS, realisticLog } from '../support/arbitrary-logs.ts';
import { DAY_MS, itemId, replayContext, studyDay } from '../support/builders.ts';
import { slowAnswers } from './slow-answers.ts';

const context = replayContext();
const anyLog = fc.oneof(hostileLog, realisticLog);
const moments = fc
  .array(fc.integer({ min: 20_700, max: 21_400 }), { minLength: 1, maxLength: 6 })
  .map((days) => days.toSorted((a, b) => a - b).map((day) => day * DAY_MS));

/** The cards of the log as if nothing had come after a moment but what took something back. */
function slowCards(log: Parameters<typeof replayLog>[0], beforeMs: number) {
  const kept = log.filter(({ type, atMs }) => type === 'voided' || atMs < beforeMs);
  return new Map([...replayLog(kept, context).values()].flatMap((state) => [...state.cards]));
}

test('the cards before any moments are what a replay up to each of them gives', () => {
  fc.assert(
    fc.property(anyLog, moments, (log, limits) => {
      const past = [...statesBefore(log, limits, context)];
      expect(past).toHaveLength(limits.length);
      limits.forEach((limit, index) => expect(new Map(past[index])).toEqual(slowCards(log, limit)));
    }),
    { numRuns: 200 },
  );
});

test('knowledge is the weighted mean chance of recall, with nothing for what was never seen', () => {
  const weights = fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(anyLog, weights, fc.integer({ min: 20_700, max: 21_400 }), (log, values, number) => {
      const day = studyDay(number);
      const states = slowCards(log, Infinity);
      const all = new Map<ItemId, number>(LOG_ITEMS.map((item, index) => [item, values[index] ?? 0]));
      const total = values.reduce((sum, value) => sum + value, 0);
      fc.pre(total > 0.001);
      let recall = 0;
      let seen = 0;
      for (const [item, weight] of all) {
        const card = [...states.values()].find((each) => each.item === item && each.point === null);
        if (card?.learning.kind !== 'learned') continue;
        const { memory, lastDay } = card.learning;
        recall += (weight / total) * context.scheduler.retrievability(memory, Math.max(0, day - lastDay));
        seen += weight / total;
      }
      const known = knowledgeOn(states, all, day, context.scheduler);
      expect(known.recall).toBeCloseTo(recall, 8);
      expect(known.seen).toBeCloseTo(seen, 8);
    }),
    { numRuns: 200 },
  );
  expect(knowledgeOn(new Map(), new Map(), studyDay(1), context.scheduler)).toEqual({ recall: 0, seen: 0 });
});

/** Where a curve ends an answer met this chance. */
function expectMet(points: readonly CurvePoint[], steps: readonly MemoryStep[]): void {
  const end = points.at(-1);
  const next = steps.find(({ day, recall }) => day === end?.day && recall !== null && recall < 1);
  if (next) expect(end?.recall).toBeCloseTo(next.recall ?? 1, 8);
}

describe('the memory of one card', () => {
  const item = LOG_ITEMS[0] ?? itemId('q-one');

  test('has a step for each standing answer to the whole question, with the chance that it met', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const own = log.filter((event) => event.item === item);
        const slow = slowAnswers(own, context).filter(({ isPoint }) => !isPoint);
        const steps = memoryStepsOf(item, own, context);
        expect(steps.map(({ day, grade }) => [day, grade])).toEqual(slow.map(({ day, event }) => [day, event.grade]));
        steps.forEach(({ recall, memory }, index) => {
          const { before, after, day } = slow[index] ?? {};
          expect(after?.kind === 'learned' && after.memory).toEqual(memory);
          if (before?.kind !== 'learned' || day === undefined) expect(recall).toBeNull();
          else {
            const elapsed = Math.max(0, day - before.lastDay);
            expect(recall).toBeCloseTo(context.scheduler.retrievability(before.memory, elapsed), 10);
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  test('falls from each answer to the chance that the next one met', () => {
    fc.assert(
      fc.property(realisticLog, (log) => {
        const own = log.filter((event) => event.item === item);
        const steps = memoryStepsOf(item, own, context);
        const last = steps.at(-1)?.day ?? studyDay(20_779);
        const curves = recallCurves(steps, studyDay(last + 10), context.scheduler);
        for (const points of curves) {
          expect(points[0]?.recall).toBe(1);
          expectMet(points, steps);
          const falling = points.map(({ recall }) => recall);
          expect(falling).toEqual(falling.toSorted((a, b) => b - a));
        }
        expect(curves.at(-1)?.at(-1)?.day ?? last + 10).toBe(last + 10);
      }),
      { numRuns: 200 },
    );
  });
});
