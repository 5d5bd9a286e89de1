import type { Fault } from '../fault.ts';
import { proseOf } from './prose.ts';
import { faultAt, type LintBank, type Rule } from './rule.ts';
import { wordsOf } from './shingles.ts';

const LEAST_WORDS = 8;

/** Each layer says something new: no sentence of eight words or more stands twice in the bank. */
export const repeatedSentences: Rule = { name: 'repeated-sentences', level: 'error', check };

function check(bank: LintBank): Fault[] {
  const owners = new Map<string, string>();
  return bank.items.flatMap((parsed) =>
    proseOf(parsed).flatMap(({ text, line }) =>
      text.split(/(?<=[.?])\s+/u).flatMap((sentence) => {
        const words = wordsOf(sentence);
        if (words.length < LEAST_WORDS) return [];
        const key = words.join(' ');
        const owner = owners.get(key);
        if (owner === undefined) owners.set(key, `${parsed.item.file}:${line}`);
        if (owner === undefined) return [];
        return faultAt(
          parsed,
          line,
          `The sentence "${sentence.slice(0, 50)}…" stands at ${owner} too`,
          'Say something new.',
        );
      }),
    ),
  );
}
