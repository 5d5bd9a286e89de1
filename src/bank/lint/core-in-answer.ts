import type { Fault } from '../fault.ts';
import { linesOf } from '../text.ts';
import { faultAt, type LintBank, questions, type Rule } from './rule.ts';
import { stemsOf } from './shingles.ts';

const LEAST_SHARE = 0.3;

/** The spoken answer contains every core point: at least some of the point's words, by their stems. A hint, hence a warning. */
export const coreInAnswer: Rule = { name: 'core-in-answer', level: 'warning', check };

function check(bank: LintBank): Fault[] {
  return questions(bank).flatMap((parsed) => {
    const said = stemsOf(linesOf(parsed.item.answer).join(' '));
    return parsed.item.keyPoints.flatMap(({ id, weight, text }, i) => {
      const wanted = [...stemsOf(text)];
      const share = wanted.filter((stem) => said.has(stem)).length / wanted.length;
      if (weight !== 'core' || share >= LEAST_SHARE) return [];
      const line = parsed.lineOfKey(['keyPoints', i, 'text']);
      return faultAt(parsed, line, `The spoken answer hardly says the core point "${id}"`, 'Say it in the answer.');
    });
  });
}
