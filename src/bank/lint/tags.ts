import type { Fault } from '../fault.ts';
import { faultAt, type LintBank, type Rule } from './rule.ts';

/** Questions have 2 to 6 tags, other items at most 6; none stands twice. */
export const tags: Rule = { name: 'tags', level: 'error', check };

function check(bank: LintBank): Fault[] {
  return bank.items.flatMap((parsed) => {
    const { item } = parsed;
    const faults: Fault[] = [];
    const least = item.type === 'question' ? 2 : 0;
    if (item.tags.length < least || item.tags.length > 6) {
      const remedy = `Write ${least} to 6.`;
      faults.push(faultAt(parsed, parsed.lineOfKey(['tags']), `There are ${item.tags.length} tags`, remedy));
    }
    for (const key of ['tags', 'aliases'] as const) {
      const lower = item[key].map((word) => word.toLowerCase());
      lower.forEach((word, i) => {
        if (lower.indexOf(word) === i) return;
        faults.push(faultAt(parsed, parsed.lineOfKey([key, i]), `"${word}" stands twice in ${key}`, 'Keep one.'));
      });
    }
    return faults;
  });
}
