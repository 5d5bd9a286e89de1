import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clearDay, minutesToClear, type Backlog } from '#plan/recovery.ts';
import { studyDay } from '../support/builders.ts';
import { TODAY } from './campaigns.ts';

const backlog = (over: Partial<Backlog> = {}): Backlog => {
  return { today: TODAY, overdueSeconds: 3600, comingSeconds: [], isRest: () => false, ...over };
};

test('an hour of backlog at twenty minutes a day is clear on the fourth day, since some of it comes back', () => {
  expect(clearDay(backlog(), 20)).toBe(TODAY + 3);
  expect(clearDay(backlog(), 70)).toBe(TODAY);
});

test('what falls due on the way is done too, and rest days do not count', () => {
  expect(clearDay(backlog({ comingSeconds: [300, 300] }), 20)).toBe(TODAY + 4);
  expect(clearDay(backlog({ isRest: (day) => day % 2 === TODAY % 2 }), 20)).toBe(TODAY + 7);
});

test('fewer minutes than fall due each day never clear it', () => {
  expect(clearDay(backlog({ comingSeconds: [1200] }), 20)).toBeNull();
  expect(minutesToClear(backlog({ isRest: () => true }), studyDay(TODAY + 30))).toBeNull();
});

test('the minutes that are named are the fewest that clear it in time', () => {
  const loads = fc.record({
    overdueSeconds: fc.integer({ min: 0, max: 100_000 }),
    comingSeconds: fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 10 }),
  });
  fc.assert(
    fc.property(loads, fc.integer({ min: 0, max: 60 }), (load, days) => {
      const by = studyDay(TODAY + days);
      const minutes = minutesToClear(backlog(load), by);
      const dayAt = (each: number): number => clearDay(backlog(load), each) ?? Number.POSITIVE_INFINITY;
      if (minutes !== null) expect(dayAt(minutes)).toBeLessThanOrEqual(by);
      else expect(dayAt(24 * 60)).toBeGreaterThan(by);
      if (minutes !== null && minutes > 0) expect(dayAt(minutes - 1)).toBeGreaterThan(by);
    }),
  );
});
