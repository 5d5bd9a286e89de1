import { percentOf } from '../percent.ts';
import type { Fault } from '../fault.ts';
import { linesOf } from '../text.ts';
import { faultAt, type LintBank, questions, type Rule } from './rule.ts';
import { alikePairs, keywordsOf, type Pair, shinglesOf } from './shingles.ts';

const ALIKE_TITLES = 0.75;
const ALIKE_ANSWERS = 0.25;

/** No two questions ask the same thing: their titles share few words, their answers few runs of three words. */
export const nearDuplicates: Rule = { name: 'near-duplicates', level: 'error', check };

function check(bank: LintBank): Fault[] {
  const all = questions(bank);
  const titles = alikePairs(all.map(({ item }) => keywordsOf(item.title)), ALIKE_TITLES, 3); // prettier-ignore
  const answers = alikePairs(all.map(({ item }) => shinglesOf(linesOf(item.answer).join(' '), 3)), ALIKE_ANSWERS, 20); // prettier-ignore
  const report = (pairs: readonly Pair[], part: 'title' | 'answer') =>
    pairs.flatMap(({ a, b, likeness }) => {
      const [first, second] = [all[a], all[b]];
      if (!first || !second) return [];
      const line = second.lineOfBlock(part === 'title' ? undefined : second.item.answer[0]);
      const what = `The ${part} is ${percentOf(likeness)} that of "${first.item.id}"`;
      return faultAt(second, line, what, 'Ask something else, or join the two questions.');
    });
  return [...report(titles, 'title'), ...report(answers, 'answer')];
}
