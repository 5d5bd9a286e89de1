/** The words of blocks: what is counted, read aloud and searched. One-line texts are in `inlines.ts`, which a first load needs. */
import type { Block } from './blocks.ts';
import { plainOf } from './inlines.ts';

export { inlinesOf, plainOf } from './inlines.ts';

/** The words of some blocks as plain lines; code, flows and timelines are left out unless `withCode`. */
export function linesOf(blocks: readonly Block[], withCode = false): string[] {
  return blocks.flatMap((block) => linesOfBlock(block, withCode));
}

function linesOfBlock(block: Block, withCode: boolean): string[] {
  switch (block.t) {
    case 'p':
    case 'h':
      return [plainOf(block.c)];
    case 'ul':
    case 'ol':
      return block.items.flatMap((item) => linesOf(item, withCode));
    case 'quote':
      return linesOf(block.c, withCode);
    case 'callout':
      return [...maybe(block.title), ...linesOf(block.c, withCode)];
    case 'table':
      return [...maybe(block.caption), ...[block.head, ...block.rows].flat().map(plainOf)];
    default:
      return withCode ? linesOfFigure(block) : [];
  }
}

function maybe(text: string | undefined): string[] {
  return text === undefined ? [] : [text];
}

type Figure = Extract<Block, { t: 'code' | 'pair' | 'timeline' | 'flow' }>;

function linesOfFigure(block: Figure): string[] {
  switch (block.t) {
    case 'code':
      return [block.title, ...codeLines(block.lines)];
    case 'pair':
      return [block.bad, block.good].flatMap((code) => [code.title, code.why, ...codeLines(code.lines)]);
    case 'timeline':
      return [block.title, ...block.rows.map((row) => [row.at, row.who, row.what, row.state ?? ''].join(' ').trim())];
    case 'flow':
      return [block.title, ...block.nodes.map((node) => node.text), ...block.edges.flatMap((edge) => edge.label ?? [])];
  }
}

function codeLines(lines: Extract<Block, { t: 'code' }>['lines']): string[] {
  return lines.map((line) => line.map((token) => (typeof token === 'string' ? token : token[1])).join(''));
}

/** How many words a person would speak: runs of letters or digits, with what is glued to them. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
