/** Block tokens → `Block` tree. */
import type { Align, Block, CalloutKind, Inline, TableBlock } from '../blocks.ts';
import { didYouMean } from '../suggest.ts';
import { type BodyReader, innerTokens, tokenLine } from './body-reader.ts';
import { joinFences, type RawFence, readFence } from './fences.ts';
import { readInline, readPlain } from './inline.ts';
import { LIMITS } from './limits.ts';
import type { Token } from './markdown.ts';

const CALLOUTS: readonly CalloutKind[] = ['trap', 'insight', 'senior', 'example', 'warning', 'impact'];
const CALLOUT = /^\[!([^\]\n]{0,40})\][ \t]*([^\n]*)/;
const CAPTION = /^Table:\s+/;

interface Siblings {
  readonly blocks: Block[];
  /** Fences in a row, not yet joined. */
  fences: RawFence[];
  readonly depth: number;
}

/** Reads the blocks that stand side by side in `tokens`; `depth` counts the lists, quotes and callouts around them. */
export function readBlocks(reader: BodyReader, tokens: readonly Token[], depth = 0): Block[] {
  const siblings: Siblings = { blocks: [], fences: [], depth };
  let at = 0;
  while (at < tokens.length && reader.blocks <= LIMITS.blocks) {
    reader.blocks += 1;
    at = readBlock(reader, tokens, at, siblings);
  }
  endFences(reader, siblings);
  return siblings.blocks;
}

function endFences(reader: BodyReader, siblings: Siblings): void {
  if (siblings.fences.length > 0) siblings.blocks.push(...joinFences(reader, siblings.fences));
  siblings.fences = [];
}

function readBlock(reader: BodyReader, tokens: readonly Token[], at: number, siblings: Siblings): number {
  const token = tokens[at];
  if (!token) return at + 1;
  const line = tokenLine(reader, token);
  if (token.type === 'fence') {
    const fence = readFence(reader, token.info, token.content, line);
    if (fence) siblings.fences.push(fence);
    return at + 1;
  }
  endFences(reader, siblings);
  const { inner, next } = innerTokens(tokens, at);
  const block = readContainer(reader, token, inner, siblings);
  if (block) {
    siblings.blocks.push(block);
    reader.lines.set(block, line);
  }
  return next;
}

function readContainer(
  reader: BodyReader,
  token: Token,
  inner: readonly Token[],
  siblings: Siblings,
): Block | undefined {
  const line = tokenLine(reader, token);
  switch (token.type) {
    case 'paragraph_open':
      return readParagraph(reader, inner, siblings.blocks);
    case 'heading_open':
      return readHeading(reader, token, inner, siblings.depth);
    case 'bullet_list_open':
    case 'ordered_list_open':
      return readList(reader, token, inner, siblings.depth);
    case 'blockquote_open':
      return readQuote(reader, token, inner, siblings.depth);
    case 'table_open':
      return readTable(reader, inner);
    case 'code_block':
      reader.sink.add(
        line,
        'Indented text is read as code',
        'Remove the indent, or write a fence with a language and a title.',
      );
      return undefined;
    case 'hr':
      reader.sink.add(line, 'Rules are no part of the format', 'Remove the line of dashes; sections divide the text.');
      return undefined;
    default:
      reader.sink.add(line, `${token.type} is no part of the format`, 'Write plain Markdown.');
      return undefined;
  }
}

function tooDeep(reader: BodyReader, line: number, depth: number): boolean {
  if (depth < LIMITS.blockDepth) return false;
  reader.sink.add(line, 'Lists and quotes are nested too deep', `Keep to ${LIMITS.blockDepth} levels.`);
  return true;
}

function readParagraph(reader: BodyReader, inner: readonly Token[], before: Block[]): Block | undefined {
  const text = inner[0]?.content ?? '';
  const line = tokenLine(reader, inner[0]);
  if (CAPTION.test(text)) {
    captionTable(reader, text.replace(CAPTION, ''), line, before);
    return undefined;
  }
  if (/^\[[^\]\n]{1,80}\]:\s/.test(text)) {
    reader.sink.add(line, 'Link references are no part of the format', 'Write the address in place: [text](address).');
  }
  if (/^(?:=+|-+)$/m.test(text))
    reader.sink.add(line, 'Underlined headings are no part of the format', 'Write ## Heading.');
  const c = readInline(text, line, reader.sink);
  return c.length === 0 ? undefined : { t: 'p', c };
}

function captionTable(reader: BodyReader, text: string, line: number, before: Block[]): void {
  const table = before.at(-1);
  if (table?.t !== 'table' || table.caption !== undefined) {
    reader.sink.add(line, 'The caption has no table', 'Put `Table: …` directly under its table, after a blank line.');
    return;
  }
  const captioned: TableBlock = { ...table, caption: readPlain(text, line, reader.sink) };
  reader.lines.set(captioned, reader.lines.get(table) ?? line);
  before[before.length - 1] = captioned;
}

function readHeading(reader: BodyReader, token: Token, inner: readonly Token[], depth: number): Block | undefined {
  const line = tokenLine(reader, token);
  if (depth > 0) reader.sink.add(line, 'A heading stands inside a list or quote', 'Write it in bold.');
  if (token.tag !== 'h2' && token.tag !== 'h3') {
    reader.sink.add(line, `A heading has ${token.tag.slice(1)} hashes`, 'Write ### for a heading inside a section.');
  }
  const c = readInline(inner[0]?.content ?? '', line, reader.sink);
  return token.tag === 'h2' ? { t: 'h', level: 2, c } : { t: 'h', c };
}

function readList(reader: BodyReader, token: Token, inner: readonly Token[], depth: number): Block | undefined {
  if (tooDeep(reader, tokenLine(reader, token), depth)) return undefined;
  const items: Block[][] = [];
  for (let at = 0; at < inner.length;) {
    const item = innerTokens(inner, at);
    const blocks = readBlocks(reader, item.inner, depth + 1);
    if (blocks.length === 0)
      reader.sink.add(tokenLine(reader, inner[at]), 'A list entry is empty', 'Write it or remove it.');
    items.push(blocks);
    at = item.next;
  }
  if (token.type === 'bullet_list_open') return { t: 'ul', items };
  const start = Number(token.attrGet('start') ?? 1);
  return start === 1 ? { t: 'ol', items } : { t: 'ol', start, items };
}

function readQuote(reader: BodyReader, token: Token, inner: readonly Token[], depth: number): Block | undefined {
  if (tooDeep(reader, tokenLine(reader, token), depth)) return undefined;
  const first = inner[0]?.type === 'paragraph_open' ? inner[1] : undefined;
  const match = first && CALLOUT.exec(first.content);
  if (match) return readCallout(reader, match, inner, depth);
  return { t: 'quote', c: readBlocks(reader, inner, depth + 1) };
}

function readCallout(
  reader: BodyReader,
  match: RegExpExecArray,
  inner: readonly Token[],
  depth: number,
): Block | undefined {
  const [, word = '', heading = ''] = match;
  const line = tokenLine(reader, inner[0]);
  const title = readPlain(heading, line, reader.sink);
  const c = readBlocks(reader, withoutFirstLine(inner), depth + 1);
  const kind = CALLOUTS.find((known) => known === word.trim().toLowerCase());
  if (kind === undefined) {
    const remedy = `${didYouMean(word, CALLOUTS)}Write one of: ${CALLOUTS.join(', ')}.`;
    reader.sink.add(line, `The callout is "${word}"`, remedy);
    return undefined;
  }
  if (c.length === 0) {
    reader.sink.add(line, 'The callout says nothing', 'Write its text on the following lines, each after `> `.');
  }
  return { t: 'callout', kind, ...(title !== '' && { title }), c };
}

/** The tokens of a callout after its `[!kind] title` line. */
function withoutFirstLine(inner: readonly Token[]): readonly Token[] {
  const [open, first, close, ...rest] = inner;
  if (!open || !first || !close) return [];
  const cut = first.content.indexOf('\n');
  if (cut < 0) return rest;
  first.content = first.content.slice(cut + 1);
  first.map = [(first.map?.[0] ?? 0) + 1, first.map?.[1] ?? 0];
  return inner;
}

function readTable(reader: BodyReader, inner: readonly Token[]): Block {
  const rows: Inline[][][] = [];
  let line = tokenLine(reader, inner[0]);
  for (const [i, token] of inner.entries()) {
    if (token.type === 'tr_open') {
      rows.push([]);
      line = tokenLine(reader, token);
    } else if (token.type === 'th_open' || token.type === 'td_open') {
      rows.at(-1)?.push(readCell(reader, inner[i + 1]?.content ?? '', line));
    }
  }
  const [head = [], ...body] = rows;
  const align = inner.filter(({ type }) => type === 'th_open').map(alignOf);
  return { t: 'table', align, head, rows: body };
}

function readCell(reader: BodyReader, text: string, line: number): Inline[] {
  if (CAPTION.test(text)) {
    reader.sink.add(line, 'The caption has become a row of its table', 'Leave a blank line before it.');
  }
  return readInline(text, line, reader.sink);
}

function alignOf(token: Token): Align {
  const style = String(token.attrGet('style') ?? '');
  return (['left', 'center', 'right'] as const).find((side) => style.endsWith(side)) ?? null;
}
