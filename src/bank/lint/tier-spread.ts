import type { Fault } from '../fault.ts';
import type { Question } from '../item.ts';
import { type Tier, TIERS } from '../tier.ts';
import { type LintBank, packHead, questions, type Rule } from './rule.ts';

const SMALL_TOPIC = 5;
const SMALL_DOMAIN = 12;

/**
 * A topic or domain of some size spans more than one tier: a domain of a dozen questions all four. A domain whose questions are
 * all of one tier is taken to be meant so.
 */
export const tierSpread: Rule = { name: 'tier-spread', level: 'warning', check };

function check(bank: LintBank): Fault[] {
  const all = questions(bank).map(({ item }) => item);
  return packHead(bank).domains.flatMap((domain, i) => {
    const inDomain = all.filter(({ topic }) => topic.startsWith(`${domain.id}/`));
    const tiers = tiersOf(inDomain);
    if (tiers.length < 2) return [];
    const missing = TIERS.filter((tier) => !tiers.includes(tier));
    const faults: Fault[] = [];
    const say = (path: readonly (string | number)[], what: string, remedy: string) =>
      faults.push({ file: 'pack.yaml', line: bank.head.lineOfKey(path), what, remedy });
    if (inDomain.length >= SMALL_DOMAIN && missing.length > 0) {
      say(['domains', i], `The domain "${domain.id}" has no ${missing.join(' or ')} question`, 'Write one for each.');
    }
    domain.topics.forEach((topic, j) => {
      const inTopic = inDomain.filter((question) => question.topic === `${domain.id}/${topic.id}`);
      const [only, ...others] = tiersOf(inTopic);
      if (inTopic.length < SMALL_TOPIC || others.length > 0) return;
      const what = `All ${inTopic.length} questions of "${domain.id}/${topic.id}" are ${only ?? ''}`;
      say(['domains', i, 'topics', j], what, 'Write some of another tier.');
    });
    return faults;
  });
}

function tiersOf(items: readonly Question[]): Tier[] {
  return TIERS.filter((tier) => items.some((item) => item.tier === tier));
}
