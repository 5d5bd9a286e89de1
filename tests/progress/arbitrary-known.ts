/** Banks and memories for laws: a few questions in a few topics, with cards in every state that a card can be in. */
import * as fc from 'fast-check';
import { TIERS } from '#bank/tier.ts';
import { GRADES } from '#memory/grade.ts';
import type { WayQuestion } from '#progress/way.ts';
import type { CardState, DueAt } from '#review/card-state.ts';
import { freshCard, itemId, learnedCard, studyDay } from '../support/builders.ts';

export const TODAY = studyDay(101);
export const TOPICS = ['web/http', 'web/tls', 'data/sql'];
export const IDS = Array.from({ length: 9 }, (_, n) => `q-${n}`);

export const arbitraryQuestions: fc.Arbitrary<WayQuestion[]> = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(...IDS).map(itemId),
    // One topic that no pack declares.
    topic: fc.constantFrom(...TOPICS, 'lost/found'),
    tier: fc.constantFrom(...TIERS),
    title: fc.constant('What is it?'),
    seconds: fc.constant(60),
  }),
  { selector: ({ id }) => id },
);

const due: fc.Arbitrary<DueAt> = fc.oneof(
  fc.integer({ min: 90, max: 112 }).map((day) => ({ kind: 'day' as const, day: studyDay(day) })),
  fc
    .integer({ min: 99, max: 102 })
    .map((day) => ({ kind: 'moment' as const, atMs: day * 86_400_000, day: studyDay(day) })),
  fc.constant({ kind: 'unscheduled' as const }),
);

const arbitraryCard: fc.Arbitrary<CardState> = fc
  .record({
    item: fc.constantFrom(...IDS),
    point: fc.constantFrom(null, null, 'c1', 'c2'),
    fresh: fc.boolean(),
    stability: fc.oneof(fc.constantFrom(7, 0.001, 36_500), fc.double({ min: 0.1, max: 60, noNaN: true })),
    // Some were last reviewed by a clock that ran ahead.
    lastDay: fc.integer({ min: 20, max: 103 }).map(studyDay),
    lastGrade: fc.constantFrom(...GRADES),
    due,
    suspended: fc.boolean(),
    buriedUntil: fc.oneof(
      fc.constant(null),
      fc.integer({ min: 98, max: 110 }).map((day) => studyDay(day)),
    ),
  })
  .map(({ item, point, fresh, stability, lastDay, lastGrade, due: at, ...marks }) => ({
    ...(fresh
      ? freshCard(item, point)
      : learnedCard(item, { memory: { stability, difficulty: 5 }, lastDay, lastGrade, due: at }, point)),
    ...marks,
  }));

/** At most one state a card, as the database has it. */
export const arbitraryCards: fc.Arbitrary<CardState[]> = fc.uniqueArray(arbitraryCard, {
  selector: ({ id }) => id,
  maxLength: 20,
});
