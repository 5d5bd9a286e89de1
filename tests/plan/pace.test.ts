import { expect, test } from 'vitest';
import { paceOf } from '#plan/pace.ts';
import { studyDay } from '../support/builders.ts';
import { everyDay, TODAY } from './campaigns.ts';

const loads = (count: number, days: number, seconds = 60) =>
  Array.from({ length: count }, () => ({ seconds, deadline: studyDay(TODAY + days) }));
const pace = (all: ReturnType<typeof loads>, seconds = 1200) => paceOf(all, { seconds, daysBefore: everyDay(TODAY) });

test('at least an even share of the days before the margin, at most four times that', () => {
  expect(pace(loads(90, 20))).toEqual({ kind: 'paced', atLeast: 300, atMost: 1200 });
});

test('more than the days can hold is not paced', () => {
  expect(pace(loads(1000, 20)).kind).toBe('free');
});

test('on the last day everything is due', () => {
  expect(pace(loads(3, 1))).toMatchObject({ kind: 'paced', atLeast: 180 });
});

test('what a near interview asks for is not put off by one that is far', () => {
  const both = pace([...loads(10, 2), ...loads(10, 100)]);
  expect(both).toMatchObject({ kind: 'paced', atLeast: 600 });
});

test('nothing new, nothing to pace', () => {
  expect(pace([])).toEqual({ kind: 'paced', atLeast: 0, atMost: 0 });
});
