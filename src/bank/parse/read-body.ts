/** The body of a file: its title, what stands before the first section, and the sections in their order. */
import type { Block } from '../blocks.ts';
import type { FaultSink } from '../fault.ts';
import { didYouMean } from '../suggest.ts';
import type { Program } from '../parsed.ts';
import { type BodyReader, innerTokens, tokenLine } from './body-reader.ts';
import { readPlain } from './inline.ts';
import { LIMITS } from './limits.ts';
import { blockTokens, type Token } from './markdown.ts';
import { readBlocks } from './read-blocks.ts';

export interface Section {
  readonly heading: string;
  readonly line: number;
  readonly blocks: readonly Block[];
}

export interface Body {
  readonly title: string;
  readonly titleLine: number;
  readonly intro: readonly Block[];
  readonly sections: readonly Section[];
  readonly lines: ReadonlyMap<object, number>;
  readonly programs: readonly Program[];
}

interface Piece {
  readonly heading: Token | undefined;
  readonly text: string;
  readonly tokens: Token[];
}

/** Reads a body that begins on `firstLine`. With `whole`, second-level headings are blocks of the intro, not sections. */
export function readBody(text: string, firstLine: number, whole: boolean, sink: FaultSink): Body {
  const reader: BodyReader = { sink, firstLine, lines: new Map(), programs: [], setup: [], blocks: 0 };
  const [title, ...pieces] = cutTitle(cutPieces(blockTokens(text), whole ? ['h1'] : ['h1', 'h2']), reader);
  const [intro, ...sections] = pieces.map((piece) => readSection(piece, reader));
  if (reader.blocks > LIMITS.blocks)
    sink.add(firstLine, 'The text has too many blocks', 'Split it into several items.');
  return {
    title: readPlain(title.text, tokenLine(reader, title.heading), sink),
    titleLine: tokenLine(reader, title.heading),
    intro: intro?.blocks ?? [],
    sections,
    lines: reader.lines,
    programs: reader.programs,
  };
}

/** Cuts the tokens before each heading of one of the `tags`; the first piece has no heading. */
function cutPieces(tokens: readonly Token[], tags: readonly string[]): Piece[] {
  const pieces: Piece[] = [{ heading: undefined, text: '', tokens: [] }];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    const { inner, next } = innerTokens(tokens, at);
    if (token?.type === 'heading_open' && tags.includes(token.tag)) {
      pieces.push({ heading: token, text: inner[0]?.content ?? '', tokens: [] });
    } else {
      // One by one: a table of a hostile file has more tokens than a call may have arguments.
      for (const inside of tokens.slice(at, next)) pieces.at(-1)?.tokens.push(inside);
    }
    at = next;
  }
  return pieces;
}

const NO_TITLE = 'Begin the body with one line `# The title`.';

const NO_PIECE: Piece = { heading: undefined, text: '', tokens: [] };

/** The title's heading, then the pieces of which the first is the intro. */
function cutTitle(pieces: readonly Piece[], reader: BodyReader): [Piece, ...Piece[]] {
  const [before = NO_PIECE, title = NO_PIECE, ...rest] = pieces;
  const [first] = before.tokens;
  if (title.heading?.tag !== 'h1') {
    const begin = first ?? title.heading;
    const line = begin ? tokenLine(reader, begin) : reader.firstLine;
    reader.sink.add(line, 'The body has no title', NO_TITLE);
    return [NO_PIECE, NO_PIECE, ...pieces.slice(1)];
  }
  if (first) reader.sink.add(tokenLine(reader, first), 'Text stands before the title', NO_TITLE);
  checkTitle(title, reader);
  for (const { heading } of rest.filter((piece) => piece.heading?.tag === 'h1')) {
    reader.sink.add(tokenLine(reader, heading), 'The body has a second title', 'Write ## for a section.');
  }
  return [title, { ...title, heading: undefined }, ...rest];
}

function checkTitle({ heading, text }: Piece, reader: BodyReader): void {
  const line = tokenLine(reader, heading);
  if (text.trim() === '') reader.sink.add(line, 'The title is empty', 'Write it after the #.');
  if (text.length <= LIMITS.titleChars) return;
  reader.sink.add(line, 'The title is too long', `Keep it under ${LIMITS.titleChars} characters.`);
}

function readSection(piece: Piece, reader: BodyReader): Section {
  const line = tokenLine(reader, piece.heading ?? piece.tokens[0]);
  const blocks = readBlocks(reader, piece.tokens);
  for (const { line: at } of reader.setup) {
    reader.sink.add(
      at,
      'The setup fence has no fence after it in its section',
      'Put it before the fence that needs it.',
    );
  }
  reader.setup = [];
  return { heading: piece.text.trim(), line, blocks };
}

/**
 * The sections' blocks by key, when they are exactly those of `wanted` (heading by key) in its order; a fault for each that is
 * missing, unknown, empty, doubled or out of place.
 */
export function matchSections<K extends string>(
  body: Body,
  wanted: Readonly<Record<K, string>>,
  sink: FaultSink,
): Record<K, readonly Block[]> {
  const keys = Object.keys(wanted) as K[];
  const found = {} as Record<K, readonly Block[]>;
  let furthest = -1;
  for (const section of body.sections) {
    const at = keys.findIndex((key) => wanted[key].toLowerCase() === section.heading.toLowerCase());
    const key = keys[at];
    if (key === undefined) {
      const remedy = `${didYouMean(section.heading, Object.values(wanted))}The sections are: ${orderOf(wanted)}.`;
      sink.add(section.line, `Unknown section "${section.heading.slice(0, 60)}"`, remedy);
      continue;
    }
    if (found[key] !== undefined) sink.add(section.line, `The section "${wanted[key]}" stands twice`, 'Join the two.');
    else if (at < furthest)
      sink.add(section.line, `The section "${wanted[key]}" is out of order`, `Order: ${orderOf(wanted)}.`);
    if (section.blocks.length === 0) sink.add(section.line, `The section "${wanted[key]}" is empty`, 'Write it.');
    found[key] = section.blocks;
    furthest = Math.max(furthest, at);
  }
  for (const key of keys) {
    if (found[key] !== undefined) continue;
    sink.add(
      body.titleLine,
      `The section "${wanted[key]}" is missing`,
      `Write ## ${wanted[key]}. Order: ${orderOf(wanted)}.`,
    );
    found[key] = [];
  }
  return found;
}

function orderOf(wanted: Readonly<Record<string, string>>): string {
  return Object.values(wanted).join(', ');
}
