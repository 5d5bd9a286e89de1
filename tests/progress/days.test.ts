/** Days and what is read from them, against counting each answer by itself. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AGES, CHANCE_STEPS, countAnswer, numberOf, TIME_STEPS, type DayTally } from '#progress/day-tally.ts';
import { answersOf } from '#progress/answers.ts';
import { recountDays } from '#progress/recount.ts';
import { calibrationIn, guessesIn, retentionIn } from '#progress/retention.ts';
import { answerTimesIn, timeSpentIn } from '#progress/time.ts';
import { yearOf } from '#progress/year.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { LogEvent } from '#review/event.ts';
import { hostileLog, LOG_ITEMS, realisticLog, shuffledWithDuplicates } from '../support/arbitrary-logs.ts';
import { cardId, DAY_MS, eventBase, eventId, itemId, replayContext, reviewed, studyDay } from '../support/builders.ts';
import { slowAnswers, type SlowAnswer } from './slow-answers.ts';

const context = replayContext();
const { scheduler } = context;
const anyLog = fc.oneof(hostileLog, realisticLog);
const windows = fc.tuple(fc.integer({ min: 20_700, max: 21_200 }), fc.nat(300)).map(([from, days]) => ({
  from: studyDay(from),
  to: studyDay(from + days),
}));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const within = (answers: readonly SlowAnswer[], { from, to }: { from: StudyDay; to: StudyDay }): SlowAnswer[] =>
  answers.filter(({ day }) => day >= from && day <= to);

/** Answers a day or more after the one before, with the chance that they had. */
function delayed(answers: readonly SlowAnswer[]) {
  return answers.flatMap(({ before, day, event }) => {
    if (before.kind === 'new' || day <= before.lastDay) return [];
    const chance = scheduler.retrievability(before.memory, day - before.lastDay);
    return [{ age: Math.max(0, day - before.firstDay), chance, grade: event.grade }];
  });
}

describe('for any log', () => {
  test('each day has the answers that a calendar on the wall shows, firsts and minutes among them', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const slow = slowAnswers(log, context);
        const tallies = recountDays(log, context);
        expect([...tallies.keys()].toSorted((a, b) => a - b)).toEqual(
          [...new Set(slow.map(({ day }) => day))].toSorted((a, b) => a - b),
        );
        for (const [day, tally] of tallies) {
          const own = slow.filter((answer) => answer.day === day);
          const made = own.filter(({ event }) => event.source !== 'import');
          const ms = (source: string) =>
            sum(made.filter(({ event }) => event.source === source).map(({ event }) => event.tookMs));
          expect(numberOf(tally, 'answers')).toBe(own.length);
          expect(numberOf(tally, 'firsts')).toBe(
            own.filter(({ before, isPoint }) => before.kind === 'new' && !isPoint).length,
          );
          expect(numberOf(tally, 'reviewMs')).toBe(ms('review'));
          expect(numberOf(tally, 'mockMs')).toBe(ms('mock'));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a question is noted as solid on each day on which an answer made it so', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const isSolid = ({ before, after }: SlowAnswer, which: 'before' | 'after') => {
          const learning = which === 'before' ? before : after;
          return learning.kind === 'learned' && learning.lastGrade > 1 && learning.memory.stability >= 7;
        };
        const slow = slowAnswers(log, context)
          .filter((answer) => !answer.isPoint && isSolid(answer, 'after') && !isSolid(answer, 'before'))
          .map(({ day, event }) => `${day} ${event.item}`);
        const fast = [...recountDays(log, context).values()].flatMap(({ day, solid }) =>
          Object.entries(solid).flatMap(([item, count]) => Array.from({ length: count }, () => `${day} ${item}`)),
        );
        expect(fast.toSorted()).toEqual(slow.toSorted());
      }),
      { numRuns: 150 },
    );
  });

  test('true retention is what counting one by one gives, by age and grade', () => {
    fc.assert(
      fc.property(anyLog, windows, (log, window) => {
        const slow = delayed(within(slowAnswers(log, context), window));
        const { all, ages } = retentionIn(recountDays(log, context).values(), window.from, window.to);
        expect(all).toMatchObject({ of: slow.length, hits: slow.filter(({ grade }) => grade > 1).length });
        let youngest = 0;
        AGES.forEach((under, index) => {
          const own = slow.filter(({ age }) => age >= youngest && age < under);
          expect(ages[index]?.grades).toEqual(
            [1, 2, 3, 4].map((grade) => own.filter((each) => each.grade === grade).length),
          );
          if (own.length > 0) {
            expect(ages[index]?.expected).toBeCloseTo(sum(own.map(({ chance }) => chance)) / own.length, 3);
          } else expect(ages[index]?.expected).toBeNull();
          youngest = under;
        });
      }),
      { numRuns: 150 },
    );
  });

  test('calibration is what counting one by one gives', () => {
    fc.assert(
      fc.property(anyLog, windows, (log, window) => {
        const slow = delayed(within(slowAnswers(log, context), window));
        const steps = calibrationIn(recountDays(log, context).values(), window.from, window.to);
        expect(sum(steps.map(({ of }) => of))).toBe(slow.length);
        let lowest = 0;
        for (const end of CHANCE_STEPS) {
          const own = slow.filter(({ chance }) => chance >= lowest && chance < end);
          const step = steps.find(({ under }) => under === Math.min(1, end));
          expect(step?.of ?? 0).toBe(own.length);
          expect(step?.hits ?? 0).toBe(own.filter(({ grade }) => grade > 1).length);
          lowest = end;
        }
      }),
      { numRuns: 150 },
    );
  });

  test('guesses are what counting one by one gives', () => {
    fc.assert(
      fc.property(anyLog, windows, (log, window) => {
        const slow = within(slowAnswers(log, context), window);
        for (const { guess, of, hits } of guessesIn(recountDays(log, context).values(), window.from, window.to)) {
          const own = slow.filter(({ event }) => event.guess === guess);
          expect({ of, hits }).toEqual({ of: own.length, hits: own.filter(({ event }) => event.grade > 1).length });
        }
      }),
      { numRuns: 150 },
    );
    const log = (['sure', 'sure', 'blank'] as const).map((guess, n) => reviewed(n, { guess, grade: n === 0 ? 1 : 3 }));
    expect(guessesIn(recountDays(log, context).values(), studyDay(0), studyDay(30_000))).toEqual([
      { guess: 'sure', of: 2, hits: 1 },
      { guess: 'unsure', of: 0, hits: 0 },
      { guess: 'blank', of: 1, hits: 1 },
    ]);
  });

  test('answer times are what a sorted list gives, as far as their steps can tell', () => {
    fc.assert(
      fc.property(anyLog, windows, (log, window) => {
        const slow = within(slowAnswers(log, context), window).filter(
          ({ isPoint, event }) => !isPoint && event.tookMs > 0 && event.source !== 'import',
        );
        const seconds = slow.map(({ event }) => event.tookMs / 1000).toSorted((a, b) => a - b);
        const { count, steps, median, byGrade } = answerTimesIn(
          recountDays(log, context).values(),
          window.from,
          window.to,
        );
        expect(count).toBe(seconds.length);
        expect(steps).toEqual(
          TIME_STEPS.map(
            (end, index) => seconds.filter((each) => each < end && each >= (TIME_STEPS[index - 1] ?? 0)).length,
          ),
        );
        if (median === null) expect(seconds).toEqual([]);
        else {
          const step = TIME_STEPS.findIndex((end) => (seconds[Math.ceil(seconds.length / 2) - 1] ?? 0) < end);
          expect(median).toBeGreaterThanOrEqual(TIME_STEPS[step - 1] ?? 0);
          expect(median).toBeLessThanOrEqual(TIME_STEPS[step] ?? 0);
        }
        byGrade.forEach((mean, place) => {
          const own = slow.filter(({ event }) => event.grade === place + 1).map(({ event }) => event.tookMs / 1000);
          if (own.length === 0) expect(mean).toBeNull();
          else expect(mean).toBeCloseTo(sum(own) / own.length, 6);
        });
      }),
      { numRuns: 150 },
    );
  });

  test('time spent is what adding up one by one gives, reviews and mocks apart', () => {
    fc.assert(
      fc.property(anyLog, windows, (log, window) => {
        const own = within(slowAnswers(log, context), window);
        const spent = (inMocks: boolean): number =>
          sum(
            own
              .filter(({ event }) => event.source !== 'import' && (event.source === 'mock') === inMocks)
              .map(({ event }) => event.tookMs),
          );
        const { reviewMs, mockMs } = timeSpentIn(recountDays(log, context).values(), window.from, window.to);
        expect({ reviewMs, mockMs }).toEqual({ reviewMs: spent(false), mockMs: spent(true) });
      }),
      { numRuns: 150 },
    );
  });

  test('order and duplicates do not matter', () => {
    const pairs = anyLog.chain((log) => fc.tuple(fc.constant(log), shuffledWithDuplicates(log)));
    fc.assert(
      fc.property(pairs, ([log, other]) => {
        const sorted = (events: readonly LogEvent[]): DayTally[] =>
          [...recountDays(events, context).values()].toSorted((a, b) => a.day - b.day);
        expect(sorted(other)).toEqual(sorted(log));
      }),
    );
  });

  test('an answer that is taken out leaves what was there before it', () => {
    fc.assert(
      fc.property(anyLog, anyLog, (log, more) => {
        const tallies = recountDays(log, context);
        const before = structuredClone([...tallies].toSorted(([a], [b]) => a - b));
        const answers = LOG_ITEMS.flatMap((item) =>
          answersOf(
            item,
            more.filter((event) => event.item === item),
            context,
          ),
        );
        for (const by of [1, -1] as const) for (const answer of answers) countAnswer(tallies, answer, by, scheduler);
        expect([...tallies].toSorted(([a], [b]) => a - b)).toEqual(before);
      }),
    );
  });
});

describe('the year', () => {
  test('shows 53 weeks that begin on Mondays, up to today, each day once with its answers', () => {
    fc.assert(
      fc.property(realisticLog, fc.integer({ min: 20_700, max: 21_300 }), (log, number) => {
        const today = studyDay(number);
        const slow = slowAnswers(log, context);
        const weeks = yearOf(recountDays(log, context), today);
        expect(weeks).toHaveLength(53);
        const days = weeks.flat();
        expect(days.at(-1)?.day).toBe(today);
        days.forEach(({ day, answers, level }, index) => {
          expect(day).toBe((days[0]?.day ?? 0) + index);
          expect(answers).toBe(slow.filter((answer) => answer.day === day).length);
          expect(level > 0).toBe(answers > 0);
        });
        for (const [first] of weeks) expect(new Date((first?.day ?? 0) * DAY_MS).getUTCDay()).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  test('is brighter on a fuller day', () => {
    const today = studyDay(20_779);
    const log = [1, 1, 2, 3, 5, 8].flatMap((count, ago) =>
      Array.from({ length: count }, (_, n) =>
        reviewed(ago * 100 + n, { atMs: (today - ago) * DAY_MS + DAY_MS / 2 + n, offsetMinutes: 0 }),
      ),
    );
    const levels = yearOf(recountDays(log, context), today)
      .flat()
      .slice(-6)
      .map(({ level }) => level);
    expect(levels).toEqual([4, 3, 2, 2, 1, 1]);
  });
});

describe('an answer', () => {
  test('after midnight belongs to the evening before, until the day rolls over', () => {
    const at = (hour: number) => Date.UTC(2026, 10, 25, hour) - 60 * 60_000;
    const days = recountDays([reviewed(1, { atMs: at(3) }), reviewed(2, { atMs: at(4) })], context);
    expect([...days.values()].map((tally) => numberOf(tally, 'answers'))).toEqual([1, 1]);
  });

  test('that was undone does not count, and one that another item names does', () => {
    const log: LogEvent[] = [reviewed(1), { ...eventBase(2), type: 'voided', target: eventId(1) }];
    expect(recountDays(log, context).size).toBe(0);
    const stranger: LogEvent = { ...eventBase(2, 'q-two'), item: itemId('q-two'), type: 'voided', target: eventId(1) };
    expect(recountDays([reviewed(1), stranger], context).size).toBe(1);
  });

  test.each(['__proto__', 'constructor'])('of an item called %s leaves nothing when it is taken out', (name) => {
    const log = [reviewed(1, { item: itemId(name), card: cardId(name), grade: 4 })];
    const [easy] = answersOf(itemId(name), log, context);
    if (!easy) throw new Error('There is no answer.');
    const days = recountDays(log, context);
    expect(Object.entries(days.get(easy.day)?.solid ?? {})).toEqual([[name, 1]]);
    countAnswer(days, easy, -1, scheduler);
    expect(days.size).toBe(0);
  });

  test('takes time in reviews or in mocks, and an imported one takes none', () => {
    const log = (['review', 'mock', 'import'] as const).map((source, n) =>
      reviewed(n, { source, tookMs: 1000 * (n + 1) }),
    );
    const days = [...recountDays(log, context).values()];
    expect(timeSpentIn(days, studyDay(0), studyDay(30_000))).toEqual({ reviewMs: 1000, mockMs: 2000 });
    expect(timeSpentIn(days, studyDay(0), studyDay(100))).toEqual({ reviewMs: 0, mockMs: 0 });
  });
});
