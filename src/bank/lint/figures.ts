import type { Block, TableBlock } from '../blocks.ts';
import type { Fault } from '../fault.ts';
import { blocksOf } from '../layers.ts';
import { walkBlocks } from '../walk.ts';
import { faultAt, type LintBank, type Rule } from './rule.ts';

const NODE = 40;
const LABEL = 40;
const CELL = 90;
const COLUMNS = 6;

/** Drawings and tables fit a phone: short steps, short cells. */
export const figures: Rule = { name: 'figures', level: 'error', check };

function check(bank: LintBank): Fault[] {
  return bank.items.flatMap((parsed) => {
    const faults: Fault[] = [];
    walkBlocks(blocksOf(parsed.item), (block) => {
      const line = parsed.lineOfBlock(block);
      for (const [what, remedy] of judge(block)) faults.push(faultAt(parsed, line, what, remedy));
    });
    return faults;
  });
}

type Told = readonly [what: string, remedy: string];

function judge(block: Block): readonly Told[] {
  switch (block.t) {
    case 'flow':
      return [
        ...block.nodes.filter(({ text }) => text.length >= NODE).map(({ text }) => long('step', text, NODE - 1)),
        ...block.edges.flatMap(({ label = '' }) => (label.length > LABEL ? [long('label', label, LABEL)] : [])),
      ];
    case 'timeline':
      return block.rows.filter(({ what }) => what.length > CELL).map(({ what }) => long('row', what, CELL));
    case 'table':
      return judgeTable(block);
    default:
      return [];
  }
}

function long(part: string, text: string, most: number): Told {
  return [
    `The ${part} "${text.slice(0, 40)}" has ${text.length} characters`,
    `Keep it to ${most}: it must fit a phone.`,
  ];
}

function judgeTable({ head, rows }: TableBlock): readonly Told[] {
  const told: Told[] = [];
  if (rows.length === 0) told.push(['The table has no rows', 'Write them or remove the table.']);
  if (head.length > COLUMNS)
    told.push([`The table has ${head.length} columns`, `Keep it to ${COLUMNS}: it must fit a phone.`]);
  return told;
}
