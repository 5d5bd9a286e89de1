import type { Fault } from '../fault.ts';
import type { Item } from '../item.ts';
import { blocksOf } from '../layers.ts';
import type { KeyPath, ParsedItem } from '../parsed.ts';
import { didYouMean } from '../suggest.ts';
import { ownRuns, walkBlocks, walkInlines } from '../walk.ts';
import { faultAt, type LintBank, packHead, type Rule } from './rule.ts';

/** Every id that an item names is the id of another item. */
export const resolvedLinks: Rule = { name: 'resolved-links', level: 'error', check };

interface Reference {
  readonly id: string;
  readonly line: number;
}

function check(bank: LintBank): Fault[] {
  const known = new Set([...bank.byId.keys(), ...bank.unreadable]);
  const successors = new Map(packHead(bank).retired.map(({ id, successor }) => [id, successor]));
  return bank.items.flatMap((parsed) =>
    [...keyReferences(parsed), ...textReferences(parsed)].flatMap(({ id, line }) => {
      if (id === parsed.item.id) return faultAt(parsed, line, 'The item links to itself', 'Remove the link.');
      if (known.has(id)) return [];
      const successor = successors.get(id);
      const remedy = successor === undefined ? didYouMean(id, known) : `It was retired for "${successor}". `;
      return faultAt(parsed, line, `There is no item "${id}"`, `${remedy}Link to an item that exists.`);
    }),
  );
}

function keyReferences(parsed: ParsedItem): Reference[] {
  return keyLists(parsed.item).flatMap(([path, ids]) =>
    ids.map((id, i) => ({ id, line: parsed.lineOfKey([...path, i]) })),
  );
}

/** Every list of ids in the front matter, with its path. */
function keyLists(item: Item): [KeyPath, readonly string[]][] {
  if (item.type === 'path') {
    const stages = item.stages.map(({ items }, i): [KeyPath, readonly string[]] => [['stages', i, 'items'], items]);
    return [[['next'], item.next], ...stages];
  }
  const { requires, next, see } = item.links;
  const followUps = 'followUps' in item ? item.followUps : [];
  return [
    [['links', 'requires'], requires],
    [['links', 'next'], next],
    [['links', 'see'], see],
    ...followUps.map((followUp, i): [KeyPath, readonly string[]] => [['followUps', i, 'see'], followUp.see]),
  ];
}

function textReferences(parsed: ParsedItem): Reference[] {
  const found: Reference[] = [];
  walkBlocks(blocksOf(parsed.item), (block) => {
    walkInlines(ownRuns(block), (run) => {
      if (typeof run !== 'string' && run.t === 'item') found.push({ id: run.id, line: parsed.lineOfBlock(block) });
    });
  });
  return found;
}
