/** Counts by study day, against calendars and queues. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueByDay, fullestOf, reviewsByDay, sumOf } from '#progress/days.ts';
import type { LogEvent } from '#review/event.ts';
import { buildQueue } from '#review/queue.ts';
import { hostileLog, realisticLog, shuffledWithDuplicates } from '../support/arbitrary-logs.ts';
import { DAY_MS, eventBase, eventId, learnedCard, reviewed, scheduler, studyDay } from '../support/builders.ts';
import { arbitraryCards, TODAY } from './arbitrary-known.ts';

const ROLLOVER = 4;

/** The day that a calendar on the wall showed, with four hours of the night still belonging to the evening before. */
function wallDay({ atMs, offsetMinutes }: LogEvent): number {
  return new Date(atMs + (offsetMinutes - ROLLOVER * 60) * 60_000).setUTCHours(0, 0, 0, 0) / DAY_MS;
}

function standing(log: readonly LogEvent[]): LogEvent[] {
  const undone = new Set(log.flatMap((event) => (event.type === 'voided' ? [event.target] : [])));
  return log.filter((event) => event.type === 'reviewed' && !undone.has(event.id));
}

function slowCount(log: readonly LogEvent[], day: number): number {
  return standing(log).filter((event) => wallDay(event) === day).length;
}

/** Far from the ends of time, where a `Date` has no day before or after. */
function isDated({ atMs }: LogEvent): boolean {
  return atMs > 2 * DAY_MS && atMs < 8.64e15 - 2 * DAY_MS;
}

const today = studyDay(Math.floor(Date.UTC(2026, 10, 25) / DAY_MS));

describe('reviews by day', () => {
  test('are what a calendar and an eraser give, for any log', () => {
    fc.assert(
      fc.property(fc.oneof(hostileLog, realisticLog), fc.integer({ min: 1, max: 60 }), (log, days) => {
        const dated = log.filter(isDated);
        const all = reviewsByDay(dated, today, days, ROLLOVER);
        const counts = all.slice(0, days);
        expect(counts.map(({ day }) => day)).toEqual(Array.from({ length: days }, (_, n) => today - days + 1 + n));
        expect(counts.map(({ count }) => count)).toEqual(counts.map(({ day }) => slowCount(dated, day)));
        const ahead = new Set(
          standing(dated)
            .map(wallDay)
            .filter((day) => day > today),
        );
        const later = [...ahead].toSorted((a, b) => a - b);
        expect(all.slice(days)).toEqual(later.map((day) => ({ day, count: slowCount(dated, day) })));
      }),
      { numRuns: 300 },
    );
  });

  test('do not depend on the order of the log or on duplicates', () => {
    const pairs = realisticLog.chain((log) => fc.tuple(fc.constant(log), shuffledWithDuplicates(log)));
    fc.assert(
      fc.property(pairs, ([log, other]) => {
        expect(reviewsByDay(other, today, 60, ROLLOVER)).toEqual(reviewsByDay(log, today, 60, ROLLOVER));
      }),
    );
  });

  test('after midnight belong to the evening before, until the day rolls over', () => {
    const at = (hour: number) => Date.UTC(2026, 10, 25, hour) - 60 * 60_000;
    const log = [reviewed(1, { atMs: at(3) }), reviewed(2, { atMs: at(4) })];
    expect(reviewsByDay(log, today, 2, ROLLOVER).map(({ count }) => count)).toEqual([1, 1]);
  });

  test('stay where they were made after a flight to the west or when the clock was set back', () => {
    const noonInTokyo = (today + 1) * DAY_MS + 3 * 60 * 60_000;
    const log = [
      reviewed(1, { atMs: noonInTokyo, offsetMinutes: 540 }),
      reviewed(2, { atMs: noonInTokyo + 1, offsetMinutes: 540 }),
      reviewed(3, { atMs: noonInTokyo + 30 * DAY_MS, offsetMinutes: 540 }),
    ];
    expect(reviewsByDay(log, today, 2, ROLLOVER)).toEqual([
      { day: today - 1, count: 0 },
      { day: today, count: 0 },
      { day: today + 1, count: 2 },
      { day: today + 31, count: 1 },
    ]);
  });

  test('that were undone do not count', () => {
    const log: LogEvent[] = [
      reviewed(1, { atMs: today * DAY_MS + DAY_MS / 2 }),
      { ...eventBase(2), type: 'voided', target: eventId(1) },
    ];
    expect(sumOf(reviewsByDay(log, today, 7, ROLLOVER))).toBe(0);
    expect(sumOf(reviewsByDay(log.slice(0, 1), today, 7, ROLLOVER))).toBe(1);
  });
});

describe('cards due by day', () => {
  test('today are as many as an unlimited queue asks, for any cards', () => {
    fc.assert(
      fc.property(arbitraryCards, (cards) => {
        const left = { fresh: 0, reviews: 1000 };
        const queue = buildQueue({ due: cards, fresh: [], today: TODAY, left, scheduler: scheduler() });
        expect(dueByDay(cards, TODAY, 7)[0]?.count).toBe(queue.cards.length + queue.steps.length);
      }),
      { numRuns: 500 },
    );
  });

  test('of questions are spread as by walking through the days, for any cards', () => {
    fc.assert(
      fc.property(arbitraryCards, fc.integer({ min: 1, max: 14 }), (cards, days) => {
        const questions = cards.filter((card) => card.point === null && !card.suspended);
        const waiting = new Set(questions);
        const walked = Array.from({ length: days }, (_, ahead) => {
          let count = 0;
          for (const card of waiting) {
            const { learning, buriedUntil } = card;
            if (learning.kind === 'new' || learning.due.kind === 'unscheduled') continue;
            if (learning.due.day > TODAY + ahead || (buriedUntil ?? 0) > TODAY + ahead) continue;
            waiting.delete(card);
            count += 1;
          }
          return { day: TODAY + ahead, count };
        });
        expect(dueByDay(questions, TODAY, days)).toEqual(walked);
      }),
      { numRuns: 300 },
    );
  });

  test('count a point only on a day on which its question is not asked', () => {
    const on = (day: number) => ({ due: { kind: 'day', day: studyDay(day) } }) as const;
    const counts = (questionDay: number, pointDay: number) =>
      dueByDay([learnedCard('q', on(questionDay)), learnedCard('q', on(pointDay), 'c1')], TODAY, 3).map(
        ({ count }) => count,
      );
    expect(counts(102, 102)).toEqual([0, 1, 0]);
    expect(counts(90, 101)).toEqual([1, 0, 0]);
    expect(counts(103, 102)).toEqual([0, 1, 1]);
  });
});

test('the fullest day is the earliest of equals, and none when all are empty', () => {
  const days = [0, 3, 3].map((count, index) => ({ day: studyDay(index), count }));
  expect(fullestOf(days)?.day).toBe(1);
  expect(fullestOf(days.slice(0, 1))).toBeNull();
  expect(fullestOf([])).toBeNull();
});
