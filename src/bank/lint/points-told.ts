import type { Fault } from '../fault.ts';
import { blocksOf } from '../layers.ts';
import { linesOf } from '../text.ts';
import { faultAt, type LintBank, type Parsed, questions, type Rule } from './rule.ts';
import { stemsOf } from './shingles.ts';

const LEAST_SHARE = 0.34;

/** Whoever reads an item to its end has read every key point: its words stand, by their stems, somewhere in the item. */
export const pointsTold: Rule = { name: 'points-told', level: 'error', check };

function check(bank: LintBank): Fault[] {
  return questions(bank).flatMap((parsed) => {
    const told = stemsOf(textOf(parsed));
    return parsed.item.keyPoints.flatMap(({ id, text }, i) => {
      const wanted = [...stemsOf(text)];
      if (wanted.filter((stem) => told.has(stem)).length / wanted.length >= LEAST_SHARE) return [];
      const line = parsed.lineOfKey(['keyPoints', i, 'text']);
      return faultAt(parsed, line, `The key point "${id}" is nowhere told`, 'Say it in the answer or in a section.');
    });
  });
}

function textOf({ item }: Parsed<'question'>): string {
  return [...linesOf(blocksOf(item), true), ...item.followUps.flatMap(({ answer = '' }) => answer)].join(' ');
}
