import { expect, test } from 'vitest';
import { planDay, type DayInput, type ScopeCard } from '#plan/day-plan.ts';
import { cardId, freshCard, studyDay } from '../support/builders.ts';
import { everyDay, freshScope, PLAN_SCHEDULER, scopeCard, seenCard, TODAY } from './campaigns.ts';

function plan(cards: readonly ScopeCard[], over: Partial<DayInput> = {}) {
  return planDay({
    cards,
    today: TODAY,
    seconds: 1200,
    daysBefore: everyDay(TODAY),
    scheduler: PLAN_SCHEDULER,
    ...over,
  });
}

const idsOf = (cards: readonly ScopeCard[], over: Partial<DayInput> = {}) =>
  plan(cards, over)
    .cards.map(({ card }) => card)
    .toSorted();

test('the minutes go to the cards that gain most a second', () => {
  const cards = [
    scopeCard(seenCard('q-solid', 5, 300)),
    scopeCard(seenCard('q-faint', 5, 1)),
    scopeCard(seenCard('q-dear', 5, 1), { seconds: 600 }),
    scopeCard(seenCard('q-rare', 5, 1), { claims: [{ date: studyDay(TODAY + 10), weight: 0.05 }] }),
  ];
  expect(idsOf(cards, { seconds: 30 })).toEqual([cardId('q-faint')]);
});

test('what was answered today, is suspended or buried is not asked; what was buried until today is', () => {
  const cards = [
    scopeCard(seenCard('q-done', 0, 3)),
    scopeCard({ ...freshCard('q-off'), suspended: true }),
    scopeCard({ ...freshCard('q-later'), buriedUntil: studyDay(TODAY + 1) }),
    scopeCard({ ...freshCard('q-now'), buriedUntil: TODAY }),
  ];
  expect(idsOf(cards)).toEqual([cardId('q-now')]);
});

test('a point is not asked beside its whole question, and its time goes to another card', () => {
  const point = seenCard('q-both', 6, 0.5, 'c1');
  const whole = scopeCard(seenCard('q-both', 6, 2), { seconds: 100 });
  const cards = [whole, scopeCard(point, { seconds: 20 }), scopeCard(seenCard('q-next', 6, 8))];
  expect(idsOf(cards, { seconds: 130 })).toEqual([cardId('q-both'), cardId('q-next')]);
});

test('with time enough, new cards come in the order in which they should be learnt', () => {
  const cards = freshScope(30).map((card, index) => ({ ...card, seconds: index === 0 ? 90 : 60 }));
  const { cards: planned, freshCount } = plan(cards);
  expect(freshCount).toBeGreaterThan(3);
  expect(planned.map(({ card }) => card)).toEqual(cards.slice(0, freshCount).map(({ state }) => state.id));
});

test('with too little time, the new cards that cost least come first', () => {
  const cards = freshScope(400).map((card, index) => ({ ...card, seconds: index < 390 ? 120 : 40 }));
  const { cards: planned } = plan(cards, { seconds: 300 });
  expect(planned.every(({ card }) => Number(card.slice(2)) >= 390)).toBe(true);
});

test('new cards for the nearer of two interviews come first', () => {
  const near = [{ date: studyDay(TODAY + 4), weight: 0.1 }];
  const far = [{ date: studyDay(TODAY + 40), weight: 0.1 }];
  const cards = [...freshScope(4, { claims: far }), scopeCard(freshCard('q-near'), { claims: near })];
  expect(plan(cards, { seconds: 30 }).cards.map(({ card }) => card)).toEqual([cardId('q-near')]);
});

test('each card says why it is there and how long it is expected to take, with a second try in it', () => {
  const [first] = plan([scopeCard(freshCard('q'))]).cards;
  expect(first?.why.kind).toBe('fresh');
  expect(first?.seconds).toBeCloseTo(60 * (1 + 0.6 * 0.24), 9);
  const [second] = plan([scopeCard(seenCard('q', 6, 3))]).cards;
  expect(second?.why.kind).toBe('lift');
  expect(second?.why.lift.answered).toBeGreaterThan(second?.why.lift.alone ?? 1);
});

test('neighbours differ in topic where they can', () => {
  const cards = ['a', 'a', 'a', 'b', 'b', 'b'].map((topic, index) =>
    scopeCard(seenCard(`q-${index}`, 6, 3), { topic }),
  );
  const { cards: planned } = plan(cards);
  const topics = planned.map(({ card }) => cards.find(({ state }) => state.id === card)?.topic);
  expect(topics.slice(1).some((topic, index) => topic === topics[index])).toBe(false);
});

test('without time the plan is empty', () => {
  expect(plan(freshScope(3), { seconds: 0 })).toEqual({ cards: [], seconds: 0, freshCount: 0 });
});
