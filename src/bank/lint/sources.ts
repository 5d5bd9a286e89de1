import type { Fault } from '../fault.ts';
import { faultAt, type LintBank, type Rule } from './rule.ts';

/** At least one source, each over https and looked at in a month that is not in the future. */
export const sources: Rule = { name: 'sources', level: 'error', check };

function check(bank: LintBank): Fault[] {
  return bank.items.flatMap((parsed) => {
    const { item } = parsed;
    const faults: Fault[] = [];
    const say = (path: readonly (string | number)[], what: string, remedy: string) =>
      faults.push(faultAt(parsed, parsed.lineOfKey(path), what, remedy));
    if (item.sources.length === 0)
      say(['sources'], 'There is no source', 'Name at least one, with the month you checked it.');
    if (item.reviewed !== undefined && item.reviewed > bank.month) {
      say(['reviewed'], `The review is of ${item.reviewed}, in the future`, 'Write the month in which it was read.');
    }
    item.sources.forEach(({ url, checked }, i) => {
      if (!url.startsWith('https://'))
        say(['sources', i, 'url'], `The source ${url} is not https`, 'Link to its https address.');
      if (checked > bank.month) {
        say(
          ['sources', i, 'checked'],
          `The source was checked in ${checked}, in the future`,
          'Write the month in which you looked.',
        );
      }
      if (item.sources.findIndex((other) => other.url === url) !== i) {
        say(['sources', i, 'url'], `The source ${url} stands twice`, 'Keep one.');
      }
    });
    return faults;
  });
}
