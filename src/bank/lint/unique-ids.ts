import type { Fault } from '../fault.ts';
import { faultAt, type LintBank, packHead, type Rule } from './rule.ts';

const PREFIXES = { question: '', error: 'err-', snippet: 'snip-', sheet: 'sheet-', path: 'path-' } as const;

/** Ids are unique in the pack, name their file, begin as their kind asks, and do not come back from the dead. */
export const uniqueIds: Rule = { name: 'unique-ids', level: 'error', check };

function check(bank: LintBank): Fault[] {
  const faults: Fault[] = [];
  const owners = new Map<string, string>();
  const retired = new Set(packHead(bank).retired.map(({ id }) => id));
  for (const parsed of bank.items) {
    const { id, file, type } = parsed.item;
    const say = (what: string, remedy: string) => faults.push(faultAt(parsed, parsed.lineOfKey(['id']), what, remedy));
    const owner = owners.get(id);
    if (owner !== undefined) say(`The id "${id}" is taken by ${owner}`, 'Choose another id.');
    else owners.set(id, file);
    const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, '');
    if (name !== id) say(`The id "${id}" is not the name of the file`, `Call the file ${id}.md.`);
    if (!id.startsWith(PREFIXES[type])) say(`The id of this ${type} is "${id}"`, `Begin it with ${PREFIXES[type]}.`);
    if (retired.has(id))
      say(`The id "${id}" is retired in pack.yaml`, 'Choose another id: a retired one never comes back.');
  }
  return faults;
}
