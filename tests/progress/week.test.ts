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
import { diligentLog, realisticLog } from '../support/arbitrary-logs.ts';
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

function isSolid(learning: ReturnType<typeof slowAnswers>[number]['before']): boolean {
  return learning.kind === 'learned' && learning.lastGrade > 1 && learning.memory.stability >= 7;
}

/** Days without an answer between today's and those before; 0 without one today, or before. */
function slowAway(answers: ReturnType<typeof slowAnswers>, today: number): number {
  const days = [...new Set(answers.map(({ day }) => day))].filter((day) => day <= today).toSorted((a, b) => b - a);
  const [last, previous = today] = days;
  return last === today ? Math.max(0, today - previous - 1) : 0;
}

/** All that is true and worth saying on a day, in the order in which the days take turns; read off single answers. */
function slowLines(answers: ReturnType<typeof slowAnswers>, streak: Streak, today: number): TrueLine[] {
  const away = slowAway(answers, today);
  if (away > 3) return [{ kind: 'back', days: away }];
  const weekUpTo = (last: number) => answers.filter(({ day }) => day > last - 7 && day <= last);
  const week = weekUpTo(today);
  const before = weekUpTo(today - 7).length;
  const made = week.filter((each) => !each.isPoint && isSolid(each.after) && !isSolid(each.before));
  const solid = new Set(made.map(({ event }) => event.item)).size;
  const back = week.filter((each) => each.before.kind === 'learned' && each.day > each.before.lastDay);
  const hits = back.filter(({ event }) => event.grade > 1).length;
  const firsts = week.filter((each) => each.before.kind === 'new' && !each.isPoint).length;
  const { current, longest } = streak;
  const lines: readonly (readonly [boolean, TrueLine])[] = [
    [solid > 0, { kind: 'solid', count: solid }],
    [back.length >= 5 && hits * 5 >= back.length * 4, { kind: 'recalled', hits, of: back.length }],
    [current >= 3, { kind: 'streak', days: current, longest: current === longest }],
    [firsts > 0, { kind: 'firsts', count: firsts }],
    [before > 0 && week.length > before, { kind: 'more', count: week.length, before }],
  ];
  return lines.flatMap(([isSo, line]) => (isSo ? [line] : []));
}

describe('the line of encouragement', () => {
  test('is one of those that are true, each on its day, and missing only where none is, for any log', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(
        fc.oneof(realisticLog, diligentLog(20_779.5 * DAY_MS)),
        fc.oneof(fc.constant(0), fc.nat(20)),
        (log, later) => {
          const answers = slowAnswers(log, context);
          const today = studyDay(20_779 + later);
          const streak = streakOf(
            answers.map(({ day }) => studyDay(day)),
            () => false,
            today,
          );
          const lines = slowLines(answers, streak, today);
          const told = trueLineOf(recountDays(log, context).values(), streak, today);
          expect(told).toEqual(lines.length === 0 ? null : lines[today % lines.length]);
          kinds.add(told?.kind ?? 'none');
        },
      ),
      { numRuns: 600 },
    );
    expect([...kinds].toSorted()).toEqual(['back', 'firsts', 'more', 'none', 'recalled', 'solid', 'streak']);
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
