/** Practice beside the schedule. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerCard, countKnown, showAnswer, startPractice, stepBack, type Practice } from '#review/practice.ts';

/** Answers cards one after another, each after a look. */
function answer(practice: Practice<string>, ...known: readonly boolean[]): Practice<string> {
  return known.reduce((now, each) => answerCard(showAnswer(now), each), practice);
}

describe('practice', () => {
  const abc = startPractice(['a', 'b', 'c']);

  test('asks one card after another until each was known', () => {
    const done = answer(abc, true, true, true);
    expect(done).toMatchObject({ queue: [], missed: [], total: 3 });
    expect(countKnown(done)).toBe(3);
  });

  test('asks a card that was not known again, after four others or as the last', () => {
    expect(answer(abc, false).queue).toEqual(['b', 'c', 'a']);
    expect(answer(startPractice(['a', 'b', 'c', 'd', 'e', 'f']), false).queue).toEqual(['b', 'c', 'd', 'e', 'a', 'f']);
    expect(answer(startPractice(['a']), false, false).queue).toEqual(['a']);
  });

  test('remembers once what was missed, in the order in which it was missed', () => {
    expect(answer(abc, true, false, true, false, true).missed).toEqual(['b']);
    expect(answer(abc, false, false).missed).toEqual(['a', 'b']);
  });

  test('takes no answer before the card’s own answer was in sight', () => {
    expect(answerCard(abc, true)).toBe(abc);
    const done = answer(abc, true, true, true);
    expect(showAnswer(done)).toBe(done);
    expect(answerCard(done, true)).toBe(done);
  });

  test('goes back to the last card with its answer in sight, as often as there was one', () => {
    const shown = showAnswer(abc);
    const one = answerCard(shown, false);
    expect(stepBack(one)).toBe(shown);
    expect(stepBack(stepBack(answer(one, true)))).toBe(shown);
    expect(stepBack(abc)).toBe(abc);
  });

  test('ends when everything is known at last, with every card done with', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 12 }), fc.array(fc.boolean()), (cards, answers) => {
        const some = answer(startPractice(cards), ...answers);
        expect(new Set(some.queue).size).toBe(some.queue.length);
        const done = answer(some, ...some.queue.map(() => true));
        expect(done.queue).toEqual([]);
        expect(countKnown(done)).toBe(cards.length);
        expect(done.missed.every((card) => cards.includes(card))).toBe(true);
      }),
    );
  });
});
