/** The table of rules, and the one call that applies them. */
import { compareFaults, type Fault } from '../fault.ts';
import { codeFences } from './code-fences.ts';
import { keyPoints } from './key-points.ts';
import { knownTopics } from './known-topics.ts';
import { resolvedLinks } from './resolved-links.ts';
import { lintBank, type LintInput, type Rule } from './rule.ts';
import { sectionLengths } from './section-lengths.ts';
import { sources } from './sources.ts';
import { spokenLength } from './spoken-length.ts';
import { filler } from './filler.ts';
import { coreInAnswer } from './core-in-answer.ts';
import { figures } from './figures.ts';
import { followUps } from './follow-ups.ts';
import { kindShapes } from './kind-shapes.ts';
import { nearDuplicates } from './near-duplicates.ts';
import { pointsTold } from './points-told.ts';
import { promises } from './promises.ts';
import { punctuation } from './punctuation.ts';
import { repeatedSentences } from './repeated-sentences.ts';
import { sentenceCase } from './sentence-case.ts';
import { tags } from './tags.ts';
import { terms } from './terms.ts';
import { tierSpread } from './tier-spread.ts';
import { uniqueIds } from './unique-ids.ts';

export const RULES: readonly Rule[] = [
  uniqueIds,
  knownTopics,
  resolvedLinks,
  keyPoints,
  spokenLength,
  sectionLengths,
  sources,
  codeFences,
  coreInAnswer,
  filler,
  figures,
  followUps,
  kindShapes,
  nearDuplicates,
  pointsTold,
  promises,
  punctuation,
  repeatedSentences,
  sentenceCase,
  tags,
  terms,
  tierSpread,
];

export interface LintResult {
  readonly errors: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** Applies every rule to a parsed pack. `month` (`YYYY-MM`) is today's, for dates that lie in the future. */
export function lintPack(input: LintInput): LintResult {
  const bank = lintBank(input);
  const of = (level: Rule['level']) =>
    RULES.filter((rule) => rule.level === level)
      .flatMap((rule) => rule.check(bank))
      .sort(compareFaults);
  return { errors: of('error'), warnings: of('warning') };
}
