import { expect, test } from 'vitest';
import { phaseOf, secondsOn, studyDaysBefore, weekdayOf } from '#plan/campaign.ts';
import { studyDayOf } from '#memory/study-day.ts';
import { studyDay } from '../support/builders.ts';
import { campaign, TODAY } from './campaigns.ts';

test('the weekday of a study day is that of the calendar, also before 1970', () => {
  const dayOf = (year: number, month: number, day: number) => studyDayOf(Date.UTC(year, month - 1, day, 12), 0, 4);
  expect(weekdayOf(dayOf(1970, 1, 1))).toBe(4);
  expect(weekdayOf(dayOf(2026, 11, 22))).toBe(7);
  expect(weekdayOf(dayOf(2026, 11, 23))).toBe(1);
  expect(weekdayOf(dayOf(1969, 12, 28))).toBe(7);
});

test('a campaign is ahead until its day, on its day today, and then over; ended by hand it is over at once', () => {
  const one = campaign();
  expect([TODAY, one.date - 1, one.date, one.date + 1].map((day) => phaseOf(one, studyDay(day)))).toEqual([
    'ahead',
    'ahead',
    'today',
    'over',
  ]);
  expect(phaseOf({ ...one, ended: true }, TODAY)).toBe('over');
});

test('rest weekdays, rest dates and the day of the interview have no time for study', () => {
  const one = campaign({ restWeekdays: [weekdayOf(studyDay(TODAY + 1))], restDates: [studyDay(TODAY + 2)] });
  const days = studyDaysBefore([one], TODAY, one.date);
  expect(days).toEqual([0, 3, 4, 5, 6, 7, 9].map((step) => TODAY + step));
  expect(secondsOn([one], one.date)).toBe(0);
  expect(secondsOn([one], TODAY)).toBe(1200);
});

test('two campaigns bring the minutes of both, until the first is over', () => {
  const both = [campaign(), campaign({ date: studyDay(TODAY + 20), minutesPerDay: 10 })];
  expect([0, 9, 10, 11, 19, 20].map((step) => secondsOn(both, studyDay(TODAY + step)) / 60)).toEqual([
    30, 30, 10, 10, 10, 0,
  ]);
});
