import { expect, test } from 'vitest';
import type { CampaignId } from '#plan/campaign.ts';
import { weekdayOf } from '#memory/study-day.ts';
import { isPlannedRest } from '#storage/progress-rest.ts';
import { DAY_MS, studyDay } from '../support/builders.ts';
import { campaign } from '../plan/campaigns.ts';

const PLANNED = 20_000;
const DATE = studyDay(PLANNED + 300);
/** As a UUID of version 7 has it: the time first. */
const time = (PLANNED * DAY_MS).toString(16).padStart(12, '0');
const id = `${time.slice(0, 8)}-${time.slice(8)}-7abc-8def-0123456789ab` as CampaignId;
const named = studyDay(PLANNED - 30);
const interview = campaign({ id, date: DATE, restWeekdays: [weekdayOf(DATE)], restDates: [named] });
const isRest = (day: number) => isPlannedRest([interview], [], studyDay(day));

test('a day of the week that is kept free is rest from the day on which the interview was planned, however far it lies ahead', () => {
  const free = Array.from({ length: DATE - PLANNED + 1 }, (_, index) => PLANNED + index).filter(isRest);
  expect(free).toEqual(Array.from({ length: 43 }, (_, week) => DATE - 7 * (42 - week)));
});

test('a plan made today forgives no day of the past but those it names, and frees none after the interview', () => {
  const before = Array.from({ length: 60 }, (_, index) => PLANNED - 2 - index).filter(isRest);
  expect(before).toEqual([named]);
  expect(isRest(DATE + 7)).toBe(false);
});

test('an interview whose id tells no time frees its days of the week all the way', () => {
  const imported = { ...interview, id: 'from-elsewhere' as CampaignId };
  expect(isPlannedRest([imported], [], studyDay(DATE - 7 * 50))).toBe(true);
});

test('a holiday is rest without any interview', () => {
  expect(isPlannedRest([], [PLANNED], studyDay(PLANNED))).toBe(true);
  expect(isPlannedRest([], [PLANNED], studyDay(PLANNED + 1))).toBe(false);
});
