import type { Fault } from '../fault.ts';
import { proseOf } from './prose.ts';
import { faultAt, type LintBank, type Rule } from './rule.ts';

/** Titles and headings begin with a capital and go on in lower case, names aside. */
export const sentenceCase: Rule = { name: 'sentence-case', level: 'error', check };

function check(bank: LintBank): Fault[] {
  return bank.items.flatMap((parsed) =>
    proseOf(parsed).flatMap(({ text, line, part }) => {
      if (part !== 'title' && part !== 'heading') return [];
      if (/^\p{Ll}/u.test(text) && part === 'title') {
        return faultAt(parsed, line, `The title "${text}" begins in lower case`, 'Begin with a capital.');
      }
      if (!isTitleCase(text)) return [];
      return faultAt(parsed, line, `"${text}" is in title case`, 'Write only the first word and names with a capital.');
    }),
  );
}

/** Whether at least three long words follow the first and all of them begin with a capital and go on in lower case. */
export function isTitleCase(text: string): boolean {
  const long = text
    .split(/[\s/-]+/u)
    .slice(1)
    .filter((word) => /^\p{L}{4,}/u.test(word));
  return long.length >= 3 && long.every((word) => /^\p{Lu}\p{Ll}+/u.test(word));
}
