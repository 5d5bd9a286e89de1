import type { Fault } from '../fault.ts';
import { ERROR_HEADINGS } from '../headings.ts';
import { countWords, linesOf } from '../text.ts';
import { faultAt, type LintBank, ofKind, type Parsed, type Rule } from './rule.ts';

/** Errors name their cause in a sentence and list the wrong fixes; snippets hold code; sheets begin with words. */
export const kindShapes: Rule = { name: 'kind-shapes', level: 'error', check };

function check(bank: LintBank): Fault[] {
  return [
    ...ofKind(bank, 'error').flatMap(checkError),
    ...ofKind(bank, 'snippet').flatMap(checkSnippet),
    ...ofKind(bank, 'sheet').flatMap(checkSheet),
  ];
}

function checkError(parsed: Parsed<'error'>): Fault[] {
  const { summary, layers } = parsed.item;
  const faults: Fault[] = [];
  const words = countWords(linesOf(summary).join(' '));
  if (words > 60) {
    const remedy = 'Name the cause in one sentence; move the rest to Root cause.';
    faults.push(faultAt(parsed, parsed.lineOfBlock(summary[0]), `The text under the title has ${words} words`, remedy));
  }
  if (!layers.wrongFixes.some(({ t }) => t === 'ul' || t === 'ol')) {
    const line = parsed.lineOfBlock(layers.wrongFixes[0]);
    faults.push(
      faultAt(parsed, line, `"${ERROR_HEADINGS.wrongFixes}" holds no list`, 'List each with why it is wrong.'),
    );
  }
  return faults;
}

function checkSnippet(parsed: Parsed<'snippet'>): Fault[] {
  const { code } = parsed.item.layers;
  if (code.some(({ t }) => t === 'code')) return [];
  return [faultAt(parsed, parsed.lineOfBlock(code[0]), 'The snippet holds no code', 'Write a fence under ## Code.')];
}

function checkSheet(parsed: Parsed<'sheet'>): Fault[] {
  const [first] = parsed.item.body;
  if (first?.t === 'p') return [];
  return [
    faultAt(parsed, parsed.lineOfBlock(first), 'The sheet begins without words', 'Write a paragraph before the table.'),
  ];
}
