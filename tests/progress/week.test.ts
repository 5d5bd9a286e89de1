/** What changes this week, and the one true line, against plain filters over the slow answers. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemId } from '#bank/item.ts';
import { recountDays } from '#progress/recount.ts';
import { standingsOf } from '#progress/standing.ts';
import { streakOf, type Streak } from '#progress/streak.ts';
import { thisWeek } from '#progress/this-week.ts';
import { trueLineOf, type TrueLine } from '#progress/true-line.ts';
import { replayLog } from '#review/reduce.ts';
import { realisticLog } from '../support/arbitrary-logs.ts';
import { DAY_MS, itemId, learnedCard, replayContext, reviewed, scheduler, studyDay } from '../support/builders.ts';
import { arbitraryCards, TODAY } from './arbitrary-known.ts';
import { slowAnswers } from './slow-answers.ts';

const context = replayContext();

describe('this week', () => {
  test('lists what dims, the faintest first, and what lapsed often enough, the worst first, for any cards', () => {
    fc.assert(
      fc.property(arbitraryCards, fc.integer({ min: 0, max: 3 }), (cards, threshold) => {
        const lapsed = cards.map((card, index) =>
          card.learning.kind === 'new' ? card : { ...card, learning: { ...card.learning, lapses: index % 4 } },
        );
        const standings = standingsOf(lapsed, TODAY, scheduler());
        const { fading, leeches } = thisWeek(standings, [], TODAY, threshold);
        const awake = [...standings.values()].filter(({ kind }) => kind !== 'suspended');
        const dim = awake.filter(({ dims }) => dims).map(({ card }) => card.item);
        expect(fading.map(({ item }) => item).toSorted()).toEqual(dim.toSorted());
        expect(fading.map(({ recall }) => recall)).toEqual(
          fading.map(({ recall }) => recall).toSorted((a, b) => a - b),
        );
        const often = awake.flatMap(({ card }) =>
          threshold > 0 && card.learning.kind === 'learned' && card.learning.lapses >= threshold ? [card.item] : [],
        );
        expect(leeches.map(({ item }) => item).toSorted()).toEqual(often.toSorted());
        expect(leeches.map(({ lapses }) => lapses)).toEqual(
          leeches.map(({ lapses }) => lapses).toSorted((a, b) => b - a),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('names what became solid within seven days and still is, with the last day on which it did', () => {
    fc.assert(
      fc.property(realisticLog, (log) => {
        const today = studyDay(Math.max(20_779, ...slowAnswers(log, context).map(({ day }) => day)));
        const cards = [...replayLog(log, context).values()].flatMap((state) => [...state.cards.values()]);
        const standings = standingsOf(cards, today, context.scheduler);
        const became = new Map<ItemId, number>();
        for (const { day, event, isPoint, before, after } of slowAnswers(log, context)) {
          const isNow = standings.get(event.item)?.kind === 'solid';
          if (isPoint || day <= today - 7 || !isNow || isSolid(before) || !isSolid(after)) continue;
          became.set(event.item, Math.max(day, became.get(event.item) ?? 0));
        }
        const { solid } = thisWeek(standings, recountDays(log, context).values(), today, 8);
        expect(new Map(solid.map(({ item, day }) => [item, day]))).toEqual(became);
      }),
      { numRuns: 200 },
    );
  });

  test('does not nag about what was suspended', () => {
    const card = { ...learnedCard('q', { lapses: 20, memory: { stability: 1, difficulty: 9 } }), suspended: true };
    expect(thisWeek(standingsOf([card], TODAY, scheduler()), [], TODAY, 8)).toEqual({
      fading: [],
      solid: [],
      leeches: [],
    });
  });
});

type Answers = ReturnType<typeof slowAnswers>;
type Told<K extends TrueLine['kind']> = Extract<TrueLine, { kind: K }>;

function isSolid(learning: Answers[number]['before']): boolean {
  return learning.kind === 'learned' && learning.lastGrade > 1 && learning.memory.stability >= 7;
}

/** How each kind of line is read off the slow answers of the week. */
const READ: {
  readonly [K in TrueLine['kind']]: (
    line: Told<K>,
    week: Answers,
    all: { readonly answers: Answers; readonly today: number; readonly streak: Streak },
  ) => boolean;
} = {
  streak: (line, _, { streak }) => line.days === streak.current && (!line.longest || streak.longest === streak.current),
  recalled(line, week) {
    const back = week.filter((each) => each.before.kind === 'learned' && each.day > each.before.lastDay);
    return line.of === back.length && line.hits === back.filter(({ event }) => event.grade > 1).length;
  },
  firsts: (line, week) => line.count === week.filter((each) => each.before.kind === 'new' && !each.isPoint).length,
  more(line, week, { answers, today }) {
    const before = answers.filter(({ day }) => day > today - 14 && day <= today - 7);
    return line.count === week.length && line.before === before.length && line.count > line.before;
  },
  back(line, _, { answers, today }) {
    const days = [...new Set(answers.map(({ day }) => day))].filter((day) => day <= today).toSorted((a, b) => b - a);
    return days[0] === today && today - (days[1] ?? 0) - 1 === line.days;
  },
  solid(line, week) {
    const items = week.filter((each) => !each.isPoint && isSolid(each.after) && !isSolid(each.before));
    return line.count === new Set(items.map(({ event }) => event.item)).size;
  },
};

function isTrue<K extends TrueLine['kind']>(line: Told<K>, answers: Answers, today: number, streak: Streak): boolean {
  const week = answers.filter(({ day }) => day > today - 7 && day <= today);
  const read: (typeof READ)[K] = READ[line.kind];
  return read(line, week, { answers, today, streak });
}

describe('the line of encouragement', () => {
  test('is true, on any day of any log', () => {
    fc.assert(
      fc.property(realisticLog, fc.nat(60), (log, later) => {
        const answers = slowAnswers(log, context);
        const today = studyDay(20_779 + later);
        const streak = streakOf(
          answers.map(({ day }) => studyDay(day)),
          () => false,
          today,
        );
        const line = trueLineOf(recountDays(log, context).values(), streak, today);
        if (line) expect(isTrue(line, answers, today, streak), JSON.stringify(line)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('is silent while there is nothing to say', () => {
    const streak = streakOf([], () => false, studyDay(20_779));
    expect(trueLineOf([], streak, studyDay(20_779))).toBeNull();
  });

  test('welcomes who comes back before it says anything else', () => {
    const at = (day: number, n: number) =>
      reviewed(n, { atMs: day * DAY_MS + DAY_MS / 2, offsetMinutes: 0, item: itemId(`q-${n}`) });
    const log = [at(20_760, 1), at(20_779, 2), at(20_779, 3)];
    const line = (today: number) =>
      trueLineOf(
        recountDays(log, context).values(),
        streakOf([studyDay(20_760), studyDay(20_779)], () => false, studyDay(today)),
        studyDay(today),
      );
    expect(line(20_779)).toEqual({ kind: 'back', days: 18 });
    expect(line(20_780)).toEqual({ kind: 'firsts', count: 2 });
    expect(line(20_790)).toBeNull();
  });
});
