import type { Fault } from '../fault.ts';
import { proseOf } from './prose.ts';
import { faultAt, type LintBank, type Rule } from './rule.ts';

const MARKS: readonly (readonly [mark: RegExp, what: string, remedy: string])[] = [
  [/—|\s–\s|\s--\s/u, 'The text has a long dash', 'Use a comma, a colon or two sentences.'],
  [
    /\b(?:eg|ie)\b\.?|\be\.g\b(?!\.)|\bi\.e\b(?!\.)/u,
    'An abbreviation lacks its full stops',
    'Write e.g. or i.e., or better "such as".',
  ],
  [/!(?:\s|$)/u, 'The text exclaims', 'End the sentence with a full stop.'],
  [/(?<=[\p{L}\p{N}`)])[.,;:!?]{2,}(?=\s|$)/u, 'Two marks stand side by side', 'Keep one.'],
  [/\s[,;:.?!](?:\s|$)/u, 'A blank stands before a mark', 'Remove it.'],
];

/** Plain punctuation, as the guide for writers asks. */
export const punctuation: Rule = { name: 'punctuation', level: 'warning', check };

function check(bank: LintBank): Fault[] {
  return bank.items.flatMap((parsed) =>
    proseOf(parsed).flatMap(({ text, line }) =>
      MARKS.filter(([mark]) => mark.test(text)).map(([, what, remedy]) => faultAt(parsed, line, what, remedy)),
    ),
  );
}
