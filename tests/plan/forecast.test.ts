import { expect, test, vi } from 'vitest';
import { forecast, type ForecastInput } from '#plan/forecast.ts';
import { judge } from '#plan/verdict.ts';
import { studyDay } from '../support/builders.ts';
import { campaign, freshScope, PLAN_SCHEDULER, scopeCard, seenCard, TODAY } from './campaigns.ts';

vi.setConfig({ testTimeout: 30_000 });

const date = studyDay(TODAY + 10);
const CARDS = freshScope(60).map((card) => ({ ...card, claims: [{ date, weight: 1 / 60 }] }));

function reach(minutes: number, over: Partial<ForecastInput> = {}) {
  const secondsOn = () => minutes * 60;
  return forecast({ cards: CARDS, today: TODAY, date, secondsOn, scheduler: PLAN_SCHEDULER, seed: 'one', ...over });
}

test('more minutes reach more, and the range holds the median', () => {
  const reaches = [2, 5, 10, 20, 60].map((minutes) => reach(minutes));
  const recalls = reaches.map(({ recall }) => recall);
  expect(recalls).toEqual(recalls.toSorted((a, b) => a - b));
  for (const { recall, low, high, seen } of reaches) {
    expect(low).toBeLessThanOrEqual(recall);
    expect(high).toBeGreaterThanOrEqual(recall);
    expect(recall).toBeLessThanOrEqual(seen + 1e-9);
  }
});

test('enough minutes see everything, few see the share that they hold', () => {
  expect(reach(30).seen).toBe(1);
  const held = (2 * 60 * 10) / (60 * (1 + 0.6 * 0.24)) / 60;
  expect(reach(2).seen).toBeGreaterThan(held * 0.9);
  expect(reach(2).seen).toBeLessThan(held * 1.6);
});

test('the same seed gives the same forecast, another seed another', () => {
  expect(reach(5)).toEqual(reach(5));
  expect(reach(5, { seed: 'two' })).not.toEqual(reach(5));
});

test('without a day for study it says what is recalled if nothing is done', () => {
  const states = [seenCard('q-a', 5, 10), seenCard('q-b', 5, 20)];
  const cards = states.map((state) => scopeCard(state, { claims: [{ date, weight: 0.5 }] }));
  const alone = [10, 20].map((stability) => PLAN_SCHEDULER.retrievability({ stability, difficulty: 5 }, 15));
  const expected = alone.reduce((sum, each) => sum + each, 0) / 2;
  expect(reach(0, { cards }).recall).toBeCloseTo(expected, 12);
});

test('a large scope is forecast from a sample of it, close to what a smaller one with the same minutes a card reaches', () => {
  const [small, large] = [240, 1500].map((count) => {
    const cards = freshScope(count).map((card) => ({ ...card, claims: [{ date, weight: 1 / count }] }));
    return reach(count / 12, { cards });
  });
  expect(Math.abs((large?.recall ?? 0) - (small?.recall ?? 1))).toBeLessThan(0.02);
});

test('nothing in scope reaches nothing', () => {
  expect(reach(20, { cards: [] })).toEqual({ recall: 0, low: 0, high: 0, seen: 0 });
});

const judged = (over: Parameters<typeof campaign>[0]) =>
  judge(campaign({ date, ...over }), { cards: CARDS, today: TODAY, scheduler: PLAN_SCHEDULER, seed: 'one' });

test('a plan that is too tight says what it reaches and what more minutes would', () => {
  const verdict = judged({ minutesPerDay: 5 });
  if (verdict.kind !== 'tight') throw new Error(verdict.kind);
  expect(verdict.reach).toEqual(reach(5));
  expect(verdict.offers.length).toBeGreaterThan(0);
  const steps = [verdict.reach, ...verdict.offers.map((offer) => offer.reach)].map(({ recall }) => recall);
  for (const [index, recall] of steps.slice(1).entries())
    expect(recall - (steps[index] ?? 0)).toBeGreaterThanOrEqual(0.03);
  expect(verdict.offers.every(({ minutesPerDay }) => minutesPerDay > 5 && minutesPerDay % 5 === 0)).toBe(true);
});

test('a plan with time enough is called enough', () => {
  expect(judged({ minutesPerDay: 60 }).kind).toBe('enough');
});

test('a plan without a day left, or with rest days alone, says so', () => {
  expect(judged({ date: TODAY }).kind).toBe('noTime');
  expect(judged({ restWeekdays: [1, 2, 3, 4, 5, 6, 7] }).kind).toBe('noTime');
});

test('whoever has no minutes yet is told what some would reach, and nobody is offered more than four hours', () => {
  const none = judged({ minutesPerDay: 0 });
  expect(none.kind === 'tight' && none.offers[0]?.minutesPerDay).toBe(15);
  const few = judge(campaign({ date: studyDay(TODAY + 1), minutesPerDay: 120 }), {
    cards: freshScope(1000, { claims: [{ date: studyDay(TODAY + 1), weight: 1 / 1000 }] }),
    today: TODAY,
    scheduler: PLAN_SCHEDULER,
    seed: 'one',
  });
  expect(few.kind === 'tight' && few.offers.map(({ minutesPerDay }) => minutesPerDay)).toEqual([180, 240]);
});
