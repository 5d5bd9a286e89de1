import type { Fault } from '../fault.ts';
import type { PackPromises } from '../head.ts';
import type { Question } from '../item.ts';
import { blocksOf } from '../layers.ts';
import { TIERS } from '../tier.ts';
import { walkBlocks } from '../walk.ts';
import { faultAt, type LintBank, packHead, questions, type Rule } from './rule.ts';

const FIGURES: readonly string[] = ['table', 'timeline', 'flow', 'pair', 'callout'];

/**
 * What pack.yaml promises holds: so many questions in a domain and on each of its rungs, so many links a question, such a share
 * with a figure. A domain whose questions are all of one tier is taken to be meant so, and may be of any size.
 */
export const promises: Rule = { name: 'promises', level: 'error', check };

function check(bank: LintBank): Fault[] {
  const { promises: made } = packHead(bank);
  return made ? [...domainsOf(bank, made), ...linksOf(bank, made), ...figuresOf(bank, made)] : [];
}

function domainsOf(bank: LintBank, { questions: least, eachTier }: PackPromises): Fault[] {
  const all = questions(bank).map(({ item }) => item);
  return packHead(bank).domains.flatMap((domain, i) => {
    const tiers = all.filter(({ topic }) => topic.startsWith(`${domain.id}/`)).map(({ tier }) => tier);
    if (new Set(tiers).size < 2) return [];
    const say = (what: string, remedy: string): Fault => ({
      file: 'pack.yaml',
      line: bank.head.lineOfKey(['domains', i]),
      what: `The domain "${domain.id}" has ${what}`,
      remedy,
    });
    const few = TIERS.map((tier) => ({ tier, count: tiers.filter((one) => one === tier).length }));
    return [
      ...(tiers.length < least ? [say(`${tiers.length} questions`, `Write ${least} or more.`)] : []),
      ...few
        .filter(({ count }) => count < eachTier)
        .map(({ tier, count }) => say(`${count} ${tier} questions`, `Write ${eachTier} or more.`)),
    ];
  });
}

function linksOf(bank: LintBank, { links }: PackPromises): Fault[] {
  return questions(bank).flatMap((parsed) => {
    const { requires, next, see } = parsed.item.links;
    const count = new Set([...requires, ...next, ...see]).size;
    if (count >= links) return [];
    const line = parsed.lineOfKey(['links']);
    return faultAt(parsed, line, `The question has ${count} links`, `Name ${links}: what comes before, what next.`);
  });
}

function hasFigure(item: Question): boolean {
  let found = false;
  walkBlocks(blocksOf(item), ({ t }) => {
    found ||= FIGURES.includes(t);
  });
  return found;
}

function figuresOf(bank: LintBank, { figurePercent }: PackPromises): Fault[] {
  const all = questions(bank);
  const percent = (100 * all.filter(({ item }) => hasFigure(item)).length) / Math.max(1, all.length);
  if (percent >= figurePercent) return [];
  const what = `${Math.floor(percent)}% of the questions have a table, timeline, flow, pair or callout`;
  const line = bank.head.lineOfKey(['promises']);
  return [{ file: 'pack.yaml', line, what, remedy: `Draw where it teaches: ${figurePercent}% or more.` }];
}
