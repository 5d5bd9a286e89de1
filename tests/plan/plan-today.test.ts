import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tallyAnswers } from '#plan/answer-times.ts';
import { weekdayOf, type Campaign } from '#plan/campaign.ts';
import { planToday, type TodayInput } from '#plan/plan-today.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { LogEvent } from '#review/event.ts';
import { replayLog } from '#review/reduce.ts';
import { LOG_ITEMS, realisticLog } from '../support/arbitrary-logs.ts';
import { replayContext, studyDay } from '../support/builders.ts';
import { campaign, planQuestion, PLAN_SCHEDULER, seenCard, TODAY } from './campaigns.ts';

const QUESTIONS = Array.from({ length: 40 }, (_, index) => planQuestion(`q-${index}`));

function plan(campaigns: readonly Campaign[], over: Partial<TodayInput> = {}) {
  return planToday({
    campaigns,
    questions: QUESTIONS,
    states: [],
    tallies: new Map(),
    today: TODAY,
    scheduler: PLAN_SCHEDULER,
    spentSeconds: 0,
    minutesToday: null,
    ...over,
  });
}

test('the minutes of the campaigns are filled, less what was spent today', () => {
  const whole = plan([campaign()]);
  expect(whole.seconds).toBeGreaterThanOrEqual(1200);
  expect(whole.cards.length).toBeGreaterThan(plan([campaign()], { spentSeconds: 600 }).cards.length);
  expect(plan([campaign()], { spentSeconds: 1300 }).cards).toEqual([]);
});

test('a rest day, the day of the interview and the days after it have no plan', () => {
  expect(plan([campaign({ restWeekdays: [weekdayOf(TODAY)] })]).cards).toEqual([]);
  expect(plan([campaign({ restDates: [TODAY] })]).cards).toEqual([]);
  expect(plan([campaign({ date: TODAY })]).cards).toEqual([]);
  expect(plan([campaign({ date: studyDay(TODAY - 1) })]).cards).toEqual([]);
});

test('minutes for today alone count whatever the campaign says', () => {
  expect(plan([campaign()], { minutesToday: 0 }).cards).toEqual([]);
  expect(plan([campaign({ restDates: [TODAY] })], { minutesToday: 10 }).seconds).toBeGreaterThanOrEqual(600);
});

test('rest days leave fewer days for what is new, so that today takes more of it', () => {
  const states = QUESTIONS.slice(0, 30).map(({ id }) => seenCard(id, 6, 3));
  const restDates = Array.from({ length: 8 }, (_, index) => studyDay(TODAY + 2 + index));
  const freshOf = (over: Partial<Campaign>) => plan([campaign({ minutesPerDay: 30, ...over })], { states }).freshCount;
  expect(freshOf({ restDates })).toBeGreaterThan(freshOf({}));
});

/** A plan for some campaigns out of a log. */
function planOf(log: readonly LogEvent[], campaigns: readonly Campaign[], today: StudyDay) {
  const states = [...replayLog(log, replayContext()).values()].flatMap(({ cards }) => [...cards.values()]);
  const questions = LOG_ITEMS.map((id) => planQuestion(id));
  return plan(campaigns, { states, questions, tallies: tallyAnswers(log), today });
}

test('changing a plan never changes the log, nor what follows from it', () => {
  const campaigns = fc.array(
    fc
      .record({
        ahead: fc.integer({ min: -10, max: 90 }),
        minutesPerDay: fc.integer({ min: 0, max: 90 }),
        ended: fc.boolean(),
      })
      .map(({ ahead, ...rest }) => ({ ...rest, date: studyDay(20_800 + ahead) })),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(realisticLog, campaigns, campaigns, (log, before, after) => {
      const kept = structuredClone(log);
      const today = studyDay(20_800);
      const first = planOf(log, before.map(campaign), today);
      planOf(log, after.map(campaign), today);
      expect(log).toEqual(kept);
      expect(planOf(log, before.map(campaign), today)).toEqual(first);
    }),
    { numRuns: 60 },
  );
});
