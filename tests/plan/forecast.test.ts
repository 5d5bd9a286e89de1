import { describe, expect, test, vi } from 'vitest';
import { PLANNED_DAYS } from '#plan/campaign.ts';
import { forecast, plannedLoad, type ForecastInput } from '#plan/forecast.ts';
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

describe('what a plan asks for on each day', () => {
  const load = (over: Partial<ForecastInput> = {}, days = 30) =>
    plannedLoad(
      { cards: CARDS, today: TODAY, date, secondsOn: () => 600, scheduler: PLAN_SCHEDULER, seed: 'one', ...over },
      days,
    );
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

  test('fits the minutes of each day, and brings each new card once with its second tries', () => {
    const days = load();
    expect(days.map(({ day }) => day)).toEqual(Array.from({ length: 10 }, (_, index) => TODAY + index));
    const each = CARDS[0]?.seconds ?? 60;
    for (const { back, fresh } of days) expect((back + fresh) * each * 0.6).toBeLessThan(600 + each);
    const met = sum(days.map(({ fresh }) => fresh));
    expect(met).toBeGreaterThanOrEqual(60);
    expect(met).toBeLessThan(60 * 1.6);
    expect(days[0]?.back).toBe(0);
    const minutes = 10 * 10;
    expect(sum(days.map(({ back, fresh }) => back + fresh))).toBeGreaterThan(minutes * 0.9);
  });

  test('brings what is new early and leaves the last day before the interview free of it', () => {
    const fresh = load().map((day) => day.fresh);
    expect(fresh[0]).toBeGreaterThan(fresh[6] ?? 0);
    expect(fresh.at(-1)).toBe(0);
  });

  test('has nothing on a day without minutes, and ends where it is told to', () => {
    const days = load({ secondsOn: (day) => (day === TODAY + 1 ? 0 : 600) }, 3);
    expect(days).toHaveLength(3);
    expect(days[1]).toMatchObject({ back: 0, fresh: 0 });
    expect(days[2]?.fresh).toBeGreaterThan(0);
  });

  test('paces by the whole way to the interview, not by the days that are told', () => {
    expect(load({}, 3)).toEqual(load().slice(0, 3));
  });

  test('of many cards some stand for all', () => {
    const cards = freshScope(600).map((card) => ({ ...card, claims: [{ date, weight: 1 / 600 }] }));
    const met = sum(load({ cards, secondsOn: () => 6000 }).map(({ fresh }) => fresh));
    expect(met).toBeGreaterThan(560);
    expect(met).toBeLessThan(960);
  });
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

describe('an interview farther ahead than days are planned', () => {
  const far = studyDay(TODAY + PLANNED_DAYS + 1);
  const claimed = (day: typeof far) => CARDS.map((card) => ({ ...card, claims: [{ date: day, weight: 1 / 60 }] }));

  test('is called far at once, and one of a year ahead is played through', () => {
    const at = (day: typeof far) =>
      judge(campaign({ date: day, restWeekdays: [1, 2, 3, 4, 5, 6] }), {
        cards: claimed(day).slice(0, 5),
        today: TODAY,
        scheduler: PLAN_SCHEDULER,
        seed: 'one',
      }).kind;
    expect([at(far), at(studyDay(200_000))]).toEqual(['far', 'far']);
    expect(at(studyDay(TODAY + PLANNED_DAYS))).toMatch(/enough|tight/u);
  });

  test('is not played through: each of the days would cost as much as a plan', () => {
    expect(() => reach(20, { date: far, cards: claimed(far) })).toThrow(RangeError);
  });

  test('has its load told for the days that are asked for, with as much new as if it were in a year', () => {
    const load = (day: typeof far) =>
      plannedLoad(
        {
          cards: claimed(studyDay(TODAY + PLANNED_DAYS)),
          today: TODAY,
          date: day,
          secondsOn: () => 600,
          scheduler: PLAN_SCHEDULER,
          seed: 'one',
        },
        7,
      );
    expect(load(studyDay(200_000))).toEqual(load(studyDay(TODAY + PLANNED_DAYS)));
  });
});
