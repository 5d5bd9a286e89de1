/** Visits of the block tree. */
import type { Block, Inline } from './blocks.ts';

/** Blocks directly inside a block. */
function childBlocks(block: Block): readonly Block[] {
  if (block.t === 'ul' || block.t === 'ol') return block.items.flat();
  return block.t === 'quote' || block.t === 'callout' ? block.c : [];
}

/** Calls `visit` for every block, outer before inner, in reading order. */
export function walkBlocks(blocks: readonly Block[], visit: (block: Block) => void): void {
  for (const block of blocks) {
    visit(block);
    walkBlocks(childBlocks(block), visit);
  }
}

/** Runs directly inside a block: a paragraph's, a heading's, a table's cells. */
export function ownRuns(block: Block): readonly Inline[] {
  if (block.t === 'p' || block.t === 'h') return block.c;
  return block.t === 'table' ? [block.head, ...block.rows].flat(2) : [];
}

/** Calls `visit` for every run, outer before inner. */
export function walkInlines(runs: readonly Inline[], visit: (run: Inline) => void): void {
  for (const run of runs) {
    visit(run);
    if (typeof run !== 'string' && 'c' in run) walkInlines(run.c, visit);
  }
}
