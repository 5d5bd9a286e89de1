import type { Block } from '../blocks.ts';
import type { Fault } from '../fault.ts';
import type { QuestionLayer } from '../item.ts';
import { QUESTION_HEADINGS } from '../headings.ts';
import { countWords, linesOf } from '../text.ts';
import { faultAt, type LintBank, type Parsed, questions, type Rule } from './rule.ts';

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Words of a section of prose; tables and lists count, code and drawings do not. */
const WORDS: Partial<Record<QuestionLayer, Range>> = {
  deepDive: { from: 200, to: 500 },
  realWorld: { from: 80, to: 170 },
  production: { from: 80, to: 170 },
};

/** Entries of a section that is one list. */
const ENTRIES: Partial<Record<QuestionLayer, Range>> = {
  mistakes: { from: 3, to: 5 },
  minute: { from: 4, to: 6 },
};

/** Each section of a question has the length that its reader expects. */
export const sectionLengths: Rule = { name: 'section-lengths', level: 'error', check };

function check(bank: LintBank): Fault[] {
  return questions(bank).flatMap((parsed) => [...checkWords(parsed), ...checkLists(parsed), ...checkWish(parsed)]);
}

function checkWords(parsed: Parsed<'question'>): Fault[] {
  return Object.entries(WORDS).flatMap(([layer, { from, to }]) => {
    const blocks = parsed.item.layers[layer as QuestionLayer];
    const words = countWords(linesOf(blocks).join(' '));
    if (words >= from && words <= to) return [];
    const what = `"${QUESTION_HEADINGS[layer as QuestionLayer]}" has ${words} words`;
    return faultAt(
      parsed,
      parsed.lineOfBlock(blocks[0]),
      what,
      `Write ${from} to ${to} words, code and drawings not counted.`,
    );
  });
}

function checkLists(parsed: Parsed<'question'>): Fault[] {
  return Object.entries(ENTRIES).flatMap(([layer, { from, to }]) => {
    const blocks = parsed.item.layers[layer as QuestionLayer];
    const entries = listEntries(blocks);
    if (entries >= from && entries <= to) return [];
    const what = `"${QUESTION_HEADINGS[layer as QuestionLayer]}" has ${entries} list entries`;
    return faultAt(parsed, parsed.lineOfBlock(blocks[0]), what, `Write one list of ${from} to ${to} entries.`);
  });
}

function listEntries(blocks: readonly Block[]): number {
  const lists = blocks.flatMap((block) => (block.t === 'ul' || block.t === 'ol' ? [block] : []));
  return lists.reduce((sum, list) => sum + list.items.length, 0);
}

function checkWish(parsed: Parsed<'question'>): Fault[] {
  const blocks = parsed.item.layers.wants;
  const words = countWords(linesOf(blocks).join(' '));
  if (words >= 8 && words <= 80) return [];
  const what = `"${QUESTION_HEADINGS.wants}" has ${words} words`;
  return [faultAt(parsed, parsed.lineOfBlock(blocks[0]), what, 'Write one or two sentences: the hidden criterion.')];
}
