import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween, type StudyDay, studyDayOf, studyDayStartMs } from '#memory/study-day.ts';
import { published } from './vectors.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ROLLOVER = 4;

/** Any instant from the year 1900 to 2300. */
const instant = fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2300, 0) });
/** Every offset that a clock on Earth has shown, to the minute. */
const offset = fc.integer({ min: -14 * 60, max: 16 * 60 });
const rollover = fc.integer({ min: 0, max: 23 });

const noonOf = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day, 12);

describe("Anki's days elapsed", () => {
  // Anki counts from the calendar date on which a collection was made, not from its study day: hence rollover 0 for it.
  test.each(published.anki_day_rollover.rows.map((row, index) => [index, row] as const))('row %i', (_, row) => {
    const created = studyDayOf(row.created_epoch_s * 1000, -row.created_minutes_west, 0);
    const now = studyDayOf(row.now_epoch_s * 1000, -row.now_minutes_west, row.rollover_hour);
    expect(daysBetween(created, now)).toBe(row.days_elapsed);
  });

  test('has all of its rows here', () => {
    expect(published.anki_day_rollover.rows).toHaveLength(120);
  });
});

describe('a study day', () => {
  test('is counted from 1970-01-01', () => {
    expect(studyDayOf(0, 0, 0)).toBe(0);
    expect(studyDayOf(-1, 0, 0)).toBe(-1);
    expect(studyDayOf(DAY_MS, 0, 0)).toBe(1);
  });

  test('begins at the rollover hour, to the millisecond', () => {
    const fourAm = Date.UTC(2026, 10, 22, 4);
    expect(studyDayOf(fourAm, 0, 4)).toBe(studyDayOf(fourAm - 1, 0, 4) + 1);
    expect(studyDayOf(fourAm - 1, 0, 4)).toBe(studyDayOf(fourAm - DAY_MS, 0, 4));
  });

  test('comes earlier for a person further east', () => {
    const instantMs = Date.UTC(2026, 10, 21, 22);
    expect(studyDayOf(instantMs, 9 * 60, ROLLOVER)).toBe(studyDayOf(instantMs, 0, ROLLOVER) + 1);
  });

  test('never falls as time goes on in one place, and rises by one a day', () => {
    fc.assert(
      fc.property(instant, fc.nat(3 * DAY_MS), offset, rollover, (atMs, laterMs, east, hour) => {
        const day = studyDayOf(atMs, east, hour);
        expect(studyDayOf(atMs + laterMs, east, hour)).toBeGreaterThanOrEqual(day);
        expect(studyDayOf(atMs + DAY_MS, east, hour)).toBe(day + 1);
      }),
    );
  });

  test('holds its own start and nothing before it', () => {
    fc.assert(
      fc.property(instant, offset, rollover, (atMs, east, hour) => {
        const day = studyDayOf(atMs, east, hour);
        const startMs = studyDayStartMs(day, east, hour);
        expect(startMs).toBeLessThanOrEqual(atMs);
        expect(atMs - startMs).toBeLessThan(DAY_MS);
        expect(studyDayOf(startMs, east, hour)).toBe(day);
        expect(studyDayOf(startMs - 1, east, hour)).toBe(day - 1);
      }),
    );
  });

  test.each([
    [Number.NaN, 0, 4],
    [Number.POSITIVE_INFINITY, 0, 4],
    [0, Number.NaN, 4],
    [0, 0, Number.NaN],
  ])('is refused for instant %d, offset %d, rollover %d', (atMs, east, hour) => {
    expect(() => studyDayOf(atMs, east, hour)).toThrow(RangeError);
  });
});

describe('days between', () => {
  test('are never negative, and add up going forward', () => {
    const day = fc.integer({ min: -30_000, max: 150_000 }).map((days) => days as StudyDay);
    fc.assert(
      fc.property(day, fc.nat(40_000), (from, days) => {
        const to = (from + days) as StudyDay;
        expect(daysBetween(from, to)).toBe(days);
        expect(daysBetween(to, from)).toBe(0);
      }),
    );
  });

  test.each([
    ['a leap day', noonOf(2028, 2, 28), noonOf(2028, 3, 1), 2],
    ['a year without one', noonOf(2027, 2, 28), noonOf(2027, 3, 1), 1],
    ['2100, which has none', noonOf(2100, 2, 28), noonOf(2100, 3, 1), 1],
    ['2000, which had one', noonOf(2000, 2, 28), noonOf(2000, 3, 1), 2],
    ['the end of 32-bit seconds', Date.UTC(2038, 0, 19, 3, 14, 7), Date.UTC(2038, 0, 20, 3, 14, 8), 1],
    ['the end of unsigned 32-bit seconds', noonOf(2106, 2, 6), noonOf(2106, 2, 8), 2],
    ['the turn of a century', noonOf(2099, 12, 31), noonOf(2100, 1, 1), 1],
  ])('across %s', (_, fromMs, toMs, days) => {
    expect(daysBetween(studyDayOf(fromMs, 0, ROLLOVER), studyDayOf(toMs, 0, ROLLOVER))).toBe(days);
  });

  test('are one across the short and the long day of daylight saving, at any hour', () => {
    // Berlin: UTC+1 → +2 on 2026-03-29 and back on 2026-10-25, both at 01:00 UTC.
    const changes = [
      { atMs: Date.UTC(2026, 2, 29, 1), before: 60, after: 120 },
      { atMs: Date.UTC(2026, 9, 25, 1), before: 120, after: 60 },
    ];
    for (const { atMs, before, after } of changes) {
      for (let hour = 2; hour < 20; hour += 1) {
        const lastEvening = studyDayOf(atMs - hour * HOUR_MS, before, ROLLOVER);
        const nextAfternoon = studyDayOf(atMs + (hour + 3) * HOUR_MS, after, ROLLOVER);
        expect(daysBetween(lastEvening, nextAfternoon), `${hour} h around ${atMs}`).toBe(1);
      }
    }
  });

  test('are none when a change of offset moves the clock back over the rollover', () => {
    const atMs = Date.UTC(2026, 10, 22, 4, 10);
    const before = studyDayOf(atMs, 0, ROLLOVER);
    const after = studyDayOf(atMs + 60_000, -60, ROLLOVER);
    expect(after).toBe(before - 1);
    expect(daysBetween(before, after)).toBe(0);
  });

  test('survive a flight over the date line in both directions', () => {
    const auckland = 13 * 60;
    const honolulu = -10 * 60;
    const morningMs = Date.UTC(2026, 10, 22, 20);
    const home = studyDayOf(morningMs, auckland, ROLLOVER);
    expect(daysBetween(home, studyDayOf(morningMs + 9 * HOUR_MS, honolulu, ROLLOVER))).toBe(0);
    const away = studyDayOf(morningMs, honolulu, ROLLOVER);
    expect(daysBetween(away, studyDayOf(morningMs + 9 * HOUR_MS, auckland, ROLLOVER))).toBe(1);
  });
});
