/** The whole of a Sunday's figures, against counting single answers on the days they are said to be of. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { TIERS } from '#bank/tier.ts';
import { recountDays } from '#progress/recount.ts';
import { standingOf } from '#progress/standing.ts';
import { sundayOf, type Sunday, type SundayInput } from '#progress/sunday.ts';
import type { LogEvent } from '#review/event.ts';
import { replayLog } from '#review/reduce.ts';
import { diligentLog, hostileLog, LOG_ITEMS, realisticLog } from '../support/arbitrary-logs.ts';
import { DAY_MS, itemId, pointId, replayContext, studyDay } from '../support/builders.ts';
import { slowAnswers, type SlowAnswer } from './slow-answers.ts';

const context = replayContext();
const { scheduler } = context;
const TOPICS = ['web/http', 'web/tls'];

/** Some of what was answered has left the bank, and some of the bank was never answered. */
const banks = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(...LOG_ITEMS, itemId('q-unseen'), itemId('q-later')),
    topic: fc.constantFrom(...TOPICS, 'lost/found'),
    tier: fc.constantFrom(...TIERS),
    // A log also knows points that the question no longer has.
    points: fc.subarray(['c1', 'c2'].map(pointId)),
  }),
  { selector: ({ id }) => id },
);

const anyLog = fc.oneof(hostileLog, realisticLog, diligentLog(20_779.5 * DAY_MS));
const situation = fc.record({
  log: anyLog,
  questions: banks,
  today: fc.integer({ min: 20_770, max: 20_900 }).map(studyDay),
  newPerDay: fc.nat(9),
  leechLapses: fc.nat(3),
});

type Situation = Pick<SundayInput, 'questions' | 'today' | 'newPerDay' | 'leechLapses'> & {
  readonly log: readonly LogEvent[];
};

function sundayIn({ log, ...rest }: Situation): Sunday {
  const cards = new Map(
    [...replayLog(log, context)].flatMap(([item, { cards: own }]) => {
      const answered = [...own.values()];
      return answered.length === 0 ? [] : [[item, answered] as const];
    }),
  );
  const tallies = recountDays(log, context);
  return sundayOf({ ...rest, topics: TOPICS, cards, tallies, isRest: () => false, scheduler });
}

/** Returns and chances of answers a day or more after the one before. */
function returned(answers: readonly SlowAnswer[]) {
  return answers.filter(({ before, day }) => before.kind === 'learned' && day > before.lastDay);
}

function sumOf(answers: readonly SlowAnswer[], inMocks: boolean): number {
  let ms = 0;
  for (const { event } of answers) {
    if (event.source !== 'import' && (event.source === 'mock') === inMocks) ms += event.tookMs;
  }
  return ms;
}

const spentOn = (answers: readonly SlowAnswer[]) => ({
  reviewMs: sumOf(answers, false),
  mockMs: sumOf(answers, true),
});

const timed = (answers: readonly SlowAnswer[]): number =>
  answers.filter(({ isPoint, event }) => !isPoint && event.tookMs > 0 && event.source !== 'import').length;

test('for any log and bank, what is behind is what lies within the days that are named, and nothing else', () => {
  fc.assert(
    fc.property(situation, (given) => {
      const { log, today } = given;
      const sunday = sundayIn(given);
      const answers = slowAnswers(log, context);
      const since = (days: number) => answers.filter(({ day }) => day > today - days);
      const back = returned(since(90));
      expect(sunday.retention.all).toMatchObject({
        of: back.length,
        hits: back.filter(({ event }) => event.grade !== 1).length,
      });
      expect(sunday.calibration.reduce((of, step) => of + step.of, 0)).toBe(back.length);
      for (const { guess, of } of sunday.guesses) {
        expect(of).toBe(since(90).filter(({ event }) => event.guess === guess).length);
      }
      expect(sunday.times.count).toBe(timed(since(90)));
      expect(sunday.timesBefore.count).toBe(timed(since(180).filter(({ day }) => day <= today - 90)));
      expect(sunday.spent).toEqual({ week: spentOn(since(7)), recent: spentOn(since(90)), all: spentOn(answers) });
      const days = sunday.year.flat();
      expect(days.reduce((sum, day) => sum + day.answers, 0)).toBe(
        answers.filter(({ day }) => day >= (days[0]?.day ?? 0) && day <= today).length,
      );
      const active = new Set(answers.map(({ day }) => day).filter((day) => day <= today));
      expect([...sunday.streak.days].filter(([, kind]) => kind === 'done').map(([day]) => day)).toEqual(
        [...active].toSorted((a, b) => a - b),
      );
    }),
    { numRuns: 250 },
  );
});

test('for any log and bank, what is known is counted of the bank’s questions alone, each by its own card', () => {
  fc.assert(
    fc.property(situation, (given) => {
      const { log, questions, today } = given;
      const sunday = sundayIn(given);
      const states = replayLog(log, context);
      const standings = questions.flatMap(({ id }) => {
        const card = [...(states.get(id)?.cards.values() ?? [])].find(({ point }) => point === null);
        return card ? [{ id, ...standingOf(card, today, scheduler) }] : [];
      });
      for (const kind of ['learning', 'fading', 'solid', 'suspended'] as const) {
        expect(sunday.tally[kind], kind).toBe(standings.filter((each) => each.kind === kind).length);
      }
      const touched = standings.filter(({ kind }) => kind !== 'new').length;
      const seen = standings.filter(({ recall }) => recall !== null);
      const dims = seen.filter((each) => each.dims);
      expect(sunday.tally).toMatchObject({
        total: questions.length,
        new: questions.length - touched,
        seen: seen.length,
        dims: dims.length,
      });
      let recalled = 0;
      for (const { recall } of seen) recalled += recall ?? 0;
      expect(sunday.tally.recalled).toBeCloseTo(recalled, 10);
      const dim = dims.filter(({ kind }) => kind !== 'suspended').map(({ id }): string => id);
      const inTopic: Record<string, number> = {};
      for (const { topic } of questions) inTopic[topic] = (inTopic[topic] ?? 0) + 1;
      expect(Object.fromEntries(sunday.floors.map(({ topic, whole: { total } }) => [topic, total]))).toEqual(inTopic);
      expect(sunday.week.fading.map(({ item }) => item as string).toSorted()).toEqual(dim.toSorted());
      const ids = new Set(questions.map(({ id }) => id));
      for (const { item } of [...sunday.week.solid, ...sunday.week.leeches]) expect(ids).toContain(item);
    }),
    { numRuns: 250 },
  );
});

test('for any log, questions that have left the bank are no load ahead, and yet something was begun', () => {
  fc.assert(
    fc.property(situation, (given) => {
      const ids = new Set(given.questions.map(({ id }) => id));
      const without = { ...given, log: given.log.filter(({ item }) => ids.has(item)) };
      const sunday = sundayIn(given);
      expect(sunday.load).toEqual(sundayIn(without).load);
      expect(sunday.load.map(({ day }) => day)).toEqual(Array.from({ length: 30 }, (_, n) => given.today + n));
      if (slowAnswers(given.log, context).length > 0) expect(sunday.begun).toBe(true);
    }),
    { numRuns: 200 },
  );
  const nothing = { log: [], questions: [], today: studyDay(20_779), newPerDay: 8, leechLapses: 8 };
  expect(sundayIn(nothing).begun).toBe(false);
});
