/** Laws that hold for every plan of a day. */
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { planDay, type ScopeCard } from '#plan/day-plan.ts';
import { createAppraiser } from '#plan/gain.ts';
import { learn } from '#review/reduce.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { freshCard, studyDay } from '../support/builders.ts';
import { everyDay, PLAN_SCHEDULER, scopeCard, seenCard, TODAY } from './campaigns.ts';

vi.setConfig({ testTimeout: 30_000 });

const claim = fc.record({
  date: fc.integer({ min: -3, max: 60 }).map((ahead) => studyDay(TODAY + ahead)),
  weight: fc.double({ min: 0.001, max: 1, noNaN: true }),
});
const facts = fc.record({
  fresh: fc.boolean(),
  point: fc.constantFrom(null, null, 'c1', 'c2'),
  daysAgo: fc.integer({ min: 0, max: 400 }),
  stability: fc.double({ min: 0.001, max: 5000, noNaN: true }),
  topic: fc.constantFrom('a/a', 'a/b', 'b/c'),
  seconds: fc.double({ min: 5, max: 600, noNaN: true }),
  claims: fc.array(claim, { minLength: 1, maxLength: 2 }),
});

function toScope(all: readonly (typeof facts extends fc.Arbitrary<infer T> ? T : never)[]): ScopeCard[] {
  return all.map(({ fresh, point, daysAgo, stability, ...rest }, index) => {
    // Every third card belongs to the question of the one before it.
    const id = `q-${point === null ? index : Math.max(0, index - 1)}`;
    const own = point === null ? null : `${point}-${index}`;
    return scopeCard(fresh ? freshCard(id, own) : seenCard(id, daysAgo, stability, own), rest);
  });
}

const scope = fc.array(facts, { maxLength: 40 }).map(toScope);
const minutes = fc.integer({ min: 0, max: 120 });

const planOf = (cards: readonly ScopeCard[], seconds: number, today: StudyDay = TODAY) =>
  planDay({ cards, today, seconds, daysBefore: everyDay(today), scheduler: PLAN_SCHEDULER });

test('a plan never exceeds the minutes by more than one card', () => {
  fc.assert(
    fc.property(scope, minutes, (cards, each) => {
      const plan = planOf(cards, each * 60);
      const longest = Math.max(0, ...plan.cards.map(({ seconds }) => seconds));
      expect(plan.seconds).toBeLessThanOrEqual(each * 60 + longest + 1e-6);
      const sum = plan.cards.reduce((total, { seconds }) => total + seconds, 0);
      expect(plan.seconds).toBeCloseTo(sum, 6);
    }),
  );
});

test('no card is asked twice, and no point beside its whole question', () => {
  fc.assert(
    fc.property(scope, minutes, (cards, each) => {
      const ids = planOf(cards, each * 60).cards.map(({ card }) => card);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) {
        const [item = ''] = id.split('#');
        expect(id === item || !(ids as readonly string[]).includes(item)).toBe(true);
      }
    }),
  );
});

test('the same input gives the same plan, and planning changes nothing that it was given', () => {
  fc.assert(
    fc.property(scope, minutes, (cards, each) => {
      const before = structuredClone(cards);
      const plan = planOf(cards, each * 60);
      expect(planOf(cards, each * 60)).toEqual(plan);
      expect(cards).toEqual(before);
    }),
  );
});

/** Whether a plan may hold this card at all. */
function couldGain({ state, claims }: ScopeCard): boolean {
  const { appraise } = createAppraiser(PLAN_SCHEDULER, TODAY);
  const done = state.learning.kind === 'learned' && state.learning.lastDay >= TODAY;
  return !done && appraise(state.learning, claims).gain > 0;
}

test('a plan leaves time unused only when all that could gain is in it', () => {
  fc.assert(
    fc.property(scope, minutes, (cards, each) => {
      const plan = planOf(cards, each * 60);
      if (plan.seconds >= each * 60) return;
      const asked = new Set<string>(plan.cards.map(({ card }) => card));
      const left = cards.filter((card) => couldGain(card) && !asked.has(card.state.id));
      expect(left.filter(({ state }) => state.point === null || !asked.has(state.item))).toEqual([]);
    }),
  );
});

test('with no day left, on the day and after it, the best cards are still picked', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 2, maxLength: 20 }),
      fc.nat(5),
      (ages, late) => {
        const date = studyDay(TODAY - late);
        const cards = ages.map((daysAgo, index) => {
          return scopeCard(seenCard(`q-${index}`, daysAgo, 5), { claims: [{ date, weight: 0.1 }] });
        });
        const [only] = planOf(cards, 1).cards;
        const oldest = cards.find(({ state }) => state.id === only?.card);
        const { appraise } = createAppraiser(PLAN_SCHEDULER, TODAY);
        const rate = ({ state, claims, seconds }: ScopeCard) => {
          const { gain, again } = appraise(state.learning, claims);
          return gain / (seconds * (1 + 0.6 * again));
        };
        expect(oldest && rate(oldest)).toBeCloseTo(Math.max(...cards.map(rate)), 12);
      },
    ),
  );
});

interface Weeks {
  readonly days: number;
  readonly count: number;
  readonly answerSeconds: number;
  readonly grades: readonly (1 | 2 | 3 | 4)[];
}

/** Plays the days through; returns on which day each card was first asked. */
function firstDays({ days, count, answerSeconds, grades }: Weeks): (number | null)[] {
  const date = studyDay(TODAY + days);
  const load = count * answerSeconds * (1 + 0.6 * 0.24);
  const free = days <= 1 ? days : days - Math.max(1, Math.round(days * 0.1));
  const seconds = load / (0.85 * Math.max(1, free));
  let cards = Array.from({ length: count }, (_, index) =>
    scopeCard(freshCard(`q-${index}`), { seconds: answerSeconds, claims: [{ date, weight: 1 / count }] }),
  );
  const first: (number | null)[] = cards.map(() => null);
  for (let ahead = 0; ahead < days; ahead += 1) {
    const today = studyDay(TODAY + ahead);
    const asked = new Set(planOf(cards, seconds, today).cards.map(({ card }) => card));
    cards = cards.map((card, index) => {
      if (!asked.has(card.state.id)) return card;
      first[index] ??= ahead;
      const grade = grades[(index + ahead) % grades.length] ?? 3;
      const review = { grade, day: today, atMs: 0, due: null };
      return { ...card, state: { ...card.state, learning: learn(card.state.learning, review, PLAN_SCHEDULER) } };
    });
  }
  return first;
}

test('with enough minutes, no card in scope is starved: each is seen before the date, with a margin', () => {
  const weeks = fc.record({
    days: fc.integer({ min: 1, max: 40 }),
    count: fc.integer({ min: 1, max: 80 }),
    answerSeconds: fc.constantFrom(20, 60, 200),
    grades: fc.array(fc.constantFrom(1, 2, 3, 4), { minLength: 1, maxLength: 7 }),
  });
  fc.assert(
    fc.property(weeks, (each) => {
      const first = firstDays(each);
      expect(first).not.toContain(null);
      const margin = each.days <= 1 ? 0 : 1;
      expect(Math.max(...first.map((day) => day ?? 0))).toBeLessThan(each.days - margin);
    }),
    { numRuns: 60 },
  );
});
