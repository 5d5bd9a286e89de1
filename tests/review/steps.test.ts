/** The short steps that a card goes through before it is counted in days. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CardState } from '#review/card-state.ts';
import { promisesFor } from '#review/schedule.ts';
import { freshCard, learnedCard, scheduler, schedulePolicy, studyDay } from '../support/builders.ts';

const today = studyDay(101);
const steps = { learning: [1, 30], relearning: [60] };
const plain = scheduler({ fuzz: false });
const stepped = schedulePolicy({ scheduler: plain, steps });
const inStep = (minutes: number, lastGrade: 1 | 3, lapses = 0) =>
  learnedCard('q-one', {
    due: { kind: 'moment', atMs: 1000 + minutes * 60_000, day: today },
    lastAtMs: 1000,
    lastDay: today,
    lastGrade,
    lapses,
  });
const minutesOf = (card: CardState, policy = stepped) =>
  Object.values(promisesFor(card, today, policy)).map((due) => (due.kind === 'minutes' ? due.minutes : 'days'));

test('a new question goes through its steps before it is counted in days, unless it was easy', () => {
  expect(minutesOf(freshCard('q-one'))).toEqual([10, 1, 1, 'days']);
  expect(minutesOf(inStep(1, 3))).toEqual([10, 1, 30, 'days']);
  expect(minutesOf(inStep(30, 3))).toEqual([10, 30, 'days', 'days']);
  expect(minutesOf(inStep(10, 1))).toEqual([10, 1, 1, 'days']);
});

test('a forgotten one has steps of its own, and one that is known has none', () => {
  expect(minutesOf(inStep(10, 1, 1))).toEqual([10, 60, 60, 'days']);
  expect(minutesOf(inStep(60, 3, 1))).toEqual([10, 60, 'days', 'days']);
  expect(minutesOf(learnedCard('q-one', { lastDay: studyDay(today - 3) }))).toEqual([10, 'days', 'days', 'days']);
});

test('steps come to an end with Good after Good, in any order and with the same minutes twice', () => {
  const list = fc.array(fc.constantFrom(1, 5, 10, 60, 1440), { maxLength: 6 });
  fc.assert(
    fc.property(list, fc.constantFrom(0, 1), (minutes, lapses) => {
      const own = schedulePolicy({ scheduler: plain, steps: { learning: minutes, relearning: minutes } });
      let [answers, due] = [0, minutesOf(lapses === 0 ? freshCard('q-one') : inStep(10, 1, lapses), own)[2]];
      while (typeof due === 'number' && answers <= minutes.length) {
        answers += 1;
        due = minutesOf(inStep(due, 3, lapses), own)[2];
      }
      expect(due).toBe('days');
      if (new Set(minutes).size === minutes.length) expect(answers).toBe(minutes.length);
    }),
  );
});

test('no step is taken where the person wants none', () => {
  const none = schedulePolicy({ scheduler: plain, steps: { learning: [], relearning: [] } });
  expect(minutesOf(freshCard('q-one'), none)).toEqual([10, 'days', 'days', 'days']);
});
