/** What the buttons promise, what the points are promised, and that both are kept. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GRADES } from '#memory/grade.ts';
import { daysBetween, weekdayOf } from '#memory/study-day.ts';
import { cardOf, newItemState, type CardState } from '#review/card-state.ts';
import { parseEvent, type LogEvent } from '#review/event.ts';
import { policyFrom } from '#review/policy.ts';
import { reviewedEvent, studyDayOfStamp } from '#review/record.ts';
import { applyEvent, replayItem } from '#review/reduce.ts';
import { duePoint, promisesFor } from '#review/schedule.ts';
import { DEFAULT_SETTINGS } from '#review/settings.ts';
import { realisticLog } from '../support/arbitrary-logs.ts';
import {
  freshCard,
  itemId,
  learnedCard,
  replayContext,
  scheduler,
  schedulePolicy,
  studyDay,
  unknownPoint,
} from '../support/builders.ts';
import { seededClock } from '../support/clock.ts';

const today = studyDay(101);
const memory = fc.record({
  stability: fc.oneof(
    fc.double({ min: 0.001, max: 50, noNaN: true }),
    fc.double({ min: 0.001, max: 36_500, noNaN: true }),
  ),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
});
/** New, learned, overdue, seen today, and learned on a day that has not come yet. */
const card: fc.Arbitrary<CardState> = fc.oneof(
  fc.constant(freshCard('q-one')),
  fc
    .record({
      memory,
      lastDay: fc.integer({ min: -20_000, max: 200 }).map(studyDay),
      reps: fc.integer({ min: 1, max: 99 }),
    })
    .map((learned) => learnedCard('q-one', learned)),
);
const policy = fc
  .record({
    maximumIntervalDays: fc.oneof(fc.integer({ min: 1, max: 10 }), fc.constant(36_500)),
    desiredRetention: fc.double({ min: 0.7, max: 0.97, noNaN: true }),
    fuzz: fc.boolean(),
  })
  .map((over) => schedulePolicy({ scheduler: scheduler(over) }));

describe('the promises', () => {
  test('are a step for Again, whole days for the rest, Hard never after Good, Easy after Good where there is room', () => {
    fc.assert(
      fc.property(card, policy, (subject, rules) => {
        const longest = rules.scheduler.parameters.maximumIntervalDays;
        const promises = promisesFor(subject, today, rules);
        expect(promises[1]).toEqual({ kind: 'minutes', minutes: 10 });
        const [hard, good, easy] = [promises[2], promises[3], promises[4]].map((due) =>
          due.kind === 'days' ? due.days : Number.NaN,
        ) as [number, number, number];
        expect(hard).toBeGreaterThanOrEqual(1);
        expect(good).toBeGreaterThanOrEqual(hard);
        expect(easy).toBeLessThanOrEqual(longest);
        expect(easy > good || (easy === good && good === longest)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('without fuzz are the intervals of the memories that the grades leave', () => {
    fc.assert(
      fc.property(memory, fc.nat(400), (trace, days) => {
        const plain = scheduler({ fuzz: false });
        const subject = learnedCard('q-one', { memory: trace, lastDay: studyDay(today - days) });
        const promises = promisesFor(subject, today, schedulePolicy({ scheduler: plain }));
        const good = plain.intervalDays(plain.nextMemory(trace, days, 3));
        expect(promises[2]).toEqual({ kind: 'days', days: plain.intervalDays(plain.nextMemory(trace, days, 2)) });
        expect(promises[3]).toEqual({ kind: 'days', days: good });
        const easy = plain.intervalDays(plain.nextMemory(trace, days, 4));
        expect(promises[4]).toEqual({ kind: 'days', days: Math.min(Math.max(easy, good + 1), 36_500) });
      }),
    );
  });

  test('stay the same however often one looks', () => {
    const subject = learnedCard('q-one', { memory: { stability: 40, difficulty: 5 } });
    expect(promisesFor(subject, today, schedulePolicy())).toEqual(promisesFor(subject, today, schedulePolicy()));
  });

  test('differ between cards of one memory, so that what was learnt together does not stay together', () => {
    const days = new Set(
      Array.from({ length: 40 }, (_, n) => {
        const subject = learnedCard(`q-${n}`, { memory: { stability: 40, difficulty: 5 } });
        return JSON.stringify(promisesFor(subject, today, schedulePolicy())[3]);
      }),
    );
    expect(days.size).toBeGreaterThan(3);
  });

  test('differ from review to review of one card', () => {
    const days = new Set(
      Array.from({ length: 40 }, (_, reps) => {
        const subject = learnedCard('q-one', { memory: { stability: 40, difficulty: 5 }, reps: reps + 1 });
        return JSON.stringify(promisesFor(subject, today, schedulePolicy())[3]);
      }),
    );
    expect(days.size).toBeGreaterThan(3);
  });

  test('take the minutes of a failed card from the settings, a day at most', () => {
    const minutes = (againMinutes: number) =>
      promisesFor(freshCard('q-one'), today, schedulePolicy({ againMinutes }))[1];
    expect(minutes(1)).toEqual({ kind: 'minutes', minutes: 1 });
    expect(minutes(5000)).toEqual({ kind: 'minutes', minutes: 1440 });
  });
});

describe('a promise', () => {
  const context = replayContext();

  test('is kept: what the button showed is what the log then says, for every card of any history', () => {
    fc.assert(
      fc.property(realisticLog, fc.constantFrom(...GRADES), fc.constantFrom(null, 'c1', 'd1'), (log, grade, point) => {
        const item = itemId('q-one');
        const own = log.filter((event) => event.item === item);
        const state = replayItem(item, own, context);
        const clock = seededClock(7, (own.at(-1)?.atMs ?? Date.UTC(2026, 10, 22)) + 86_400_000);
        const stamp = clock.stamp();
        const day = studyDayOfStamp(stamp, context.rolloverHour);
        const subject = cardOf(state, point === null ? null : (point as never));
        const promises = promisesFor(subject, day, schedulePolicy());
        const event = reviewedEvent({
          stamp,
          state,
          card: subject,
          points: [],
          ticked: new Set(),
          grade,
          proposed: null,
          hinted: false,
          tookMs: 1000,
          capMs: 300_000,
          promises,
          today: day,
          policy: schedulePolicy(),
        });
        expect(parseEvent(event)).toEqual({ ok: true, event });
        const after = applyEvent(state, event, context) ?? replayItem(item, [...own, event], context);
        const { learning } = cardOf(after, subject.point);
        const promised = promises[grade];
        const due =
          promised.kind === 'days'
            ? { kind: 'day', day: day + promised.days }
            : { kind: 'moment', atMs: stamp.atMs + promised.minutes * 60_000, day };
        expect(learning).toMatchObject({ kind: 'learned', due, lastDay: day, lastGrade: grade });
      }),
    );
  });

  test('outlives a change of settings: the log keeps what was promised', () => {
    const clock = seededClock();
    const stamp = clock.stamp();
    const day = studyDayOfStamp(stamp, 4);
    const state = newItemState(itemId('q-one'));
    const event = reviewedEvent({
      stamp,
      state,
      card: cardOf(state, null),
      points: [],
      ticked: new Set(),
      grade: 4,
      proposed: 4,
      hinted: false,
      tookMs: 1,
      capMs: 1000,
      promises: promisesFor(cardOf(state, null), day, schedulePolicy()),
      today: day,
      policy: schedulePolicy(),
    }) satisfies LogEvent;
    const strict = replayContext({ scheduler: scheduler({ desiredRetention: 0.97, fuzz: false }) });
    const due = (with_: typeof strict) => {
      const { learning } = cardOf(replayItem(state.item, [event], with_), null);
      return learning.kind === 'learned' ? learning.due : null;
    };
    expect(due(strict)).toEqual(due(context));
    expect(due(strict)?.kind).toBe('day');
  });
});

describe('a point inside its question', () => {
  const plain = scheduler({ fuzz: false });
  const unscheduled = learnedCard('q-one', { due: { kind: 'unscheduled' } }, 'c1');
  const scheduled = learnedCard('q-one', { memory: { stability: 10, difficulty: 5 } }, 'c1');
  const waiting = learnedCard('q-one', { due: { kind: 'moment', atMs: 0, day: today } }, 'c1');
  const tomorrow = { kind: 'days', days: 1 };

  test.each([
    ['a core point without a card', unknownPoint('q-one', 'c1')],
    ['a core point that was only remembered so far', unscheduled],
    ['a core point with a card', scheduled],
    ['a core point with a card that waits for its step', waiting],
  ])('missed: %s comes back tomorrow', (_, point) => {
    expect(duePoint(point, false, true, today, { scheduler: plain })).toEqual(tomorrow);
  });

  test('missed: a detail without a card is let go', () => {
    expect(duePoint(unknownPoint('q-one', 'd1'), false, false, today, { scheduler: plain })).toBeNull();
    expect(duePoint(unscheduled, false, false, today, { scheduler: plain })).toBeNull();
  });

  test('missed: a detail that has a card comes back tomorrow', () => {
    expect(duePoint(scheduled, false, false, today, { scheduler: plain })).toEqual(tomorrow);
  });

  test.each([true, false])('hit: a point without a card is remembered, and never asked alone (core: %s)', (core) => {
    expect(duePoint(unknownPoint('q-one', 'c1'), true, core, today, { scheduler: plain })).toBeNull();
    expect(duePoint(unscheduled, true, core, today, { scheduler: plain })).toBeNull();
  });

  test.each([true, false])(
    'hit: a point with a card has been reviewed, and is due as after Good (core: %s)',
    (core) => {
      const due = duePoint(scheduled, true, core, today, { scheduler: plain });
      const days = plain.intervalDays(
        plain.nextMemory({ stability: 10, difficulty: 5 }, daysBetween(studyDay(100), today), 3),
      );
      expect(due).toEqual({ kind: 'days', days });
      expect(days).toBeGreaterThan(1);
    },
  );
});

describe('room on days', () => {
  const cards = Array.from({ length: 200 }, (_, n) =>
    learnedCard(`q-${n}`, { memory: { stability: 20, difficulty: 5 }, lastDay: studyDay(today - 20) }),
  );
  const daysOf = (settings: Partial<typeof DEFAULT_SETTINGS>) => {
    const policy = policyFrom({ ...DEFAULT_SETTINGS, ...settings }, scheduler());
    return cards.map((card) => {
      const due = promisesFor(card, today, policy)[3];
      return due.kind === 'days' ? today + due.days : 0;
    });
  };
  const onWeekday = (days: readonly number[], weekday: number) =>
    days.filter((day) => weekdayOf(studyDay(day)) === weekday).length;

  test('nothing falls due on a holiday, and less on an easy weekday', () => {
    const usual = daysOf({});
    const [holiday = 0] = usual;
    expect(daysOf({ holidays: [holiday] })).not.toContain(holiday);
    const busiest = [1, 2, 3, 4, 5, 6, 7].toSorted((a, b) => onWeekday(usual, b) - onWeekday(usual, a))[0] ?? 1;
    expect(onWeekday(daysOf({ easyWeekdays: [busiest] }), busiest)).toBeLessThan(onWeekday(usual, busiest) * 0.8);
  });

  test('a long holiday is gone round, to the day after it', () => {
    const holidays = Array.from({ length: 60 }, (_, n) => today + 20 + n);
    for (const day of daysOf({ holidays })) expect(holidays).not.toContain(day);
  });

  test('without either, all is as it was', () => {
    expect(daysOf({ easyWeekdays: [], holidays: [] })).toEqual(daysOf({}));
  });
});
