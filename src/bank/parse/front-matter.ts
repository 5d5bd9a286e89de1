/** The front matter of a file, or a whole YAML file, as plain data with the line of every value. */
import {
  type Document,
  type ErrorCode,
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import type { FaultSink } from '../fault.ts';
import type { KeyPath } from '../parsed.ts';
import { LIMITS } from './limits.ts';

export interface Front {
  readonly data: unknown;
  /** The line of the value at `path`, or of its nearest ancestor that exists. */
  line(path: KeyPath): number;
}

const REMEDIES: Partial<Record<ErrorCode, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'Put the value in quotes: a colon followed by a space ends a bare value.',
  MULTILINE_IMPLICIT_KEY: 'Put the value in quotes, or indent the following line.',
  MISSING_CHAR: 'Close the quote or bracket; put values with colons, commas, braces or # in quotes.',
  BAD_INDENT: 'Indent the entries of one list or mapping alike, with spaces.',
  TAB_AS_INDENT: 'Indent with spaces.',
  DUPLICATE_KEY: 'Keep one of the two.',
  BAD_SCALAR_START: 'Put the value in quotes: it starts with a character that has a meaning in YAML.',
  UNEXPECTED_TOKEN: 'Put values that hold any of `: # , { } [ ]` in quotes.',
};

const TOLD_PROBLEMS = 3;
const FALLBACK = 'Write plain YAML: `key: value`, lists with `- ` or `[a, b]`, values with colons in quotes.';

/**
 * Reads YAML text whose first line is line `firstLine` of the file. Undefined after any fault.
 * Anchors, aliases and tags are refused: the format needs none, and they are how YAML grows out of bounds.
 */
export function readYaml(text: string, firstLine: number, sink: FaultSink): Front | undefined {
  if (text.length > LIMITS.frontChars) {
    sink.add(
      firstLine,
      `The front matter is longer than ${LIMITS.frontChars} characters`,
      'Move prose into the text below it.',
    );
    return undefined;
  }
  if (depthOf(text) > LIMITS.frontDepth) {
    sink.add(firstLine, 'The front matter is nested too deep', 'Keep to the keys of the format.');
    return undefined;
  }
  try {
    return readDocument(text, firstLine, sink);
  } catch {
    sink.add(firstLine, 'The front matter cannot be read', FALLBACK);
    return undefined;
  }
}

function readDocument(text: string, firstLine: number, sink: FaultSink): Front | undefined {
  const lines = new LineCounter();
  const doc = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    merge: false,
    version: '1.2',
  });
  const lineAt = (offset: number) => firstLine - 1 + Math.max(1, lines.linePos(offset).line);
  const problems = [...doc.errors, ...doc.warnings];
  const quote = problems.length === 0 ? undefined : openQuote(text);
  // One slip makes the parser stumble over all that follows.
  for (const problem of problems.slice(0, TOLD_PROBLEMS)) {
    const open = problem.code === 'MISSING_CHAR' ? quote : undefined;
    const line = open === undefined ? lineAt(problem.pos[0]) : firstLine + open;
    sink.add(line, `YAML: ${firstSentence(problem.message)}`, REMEDIES[problem.code] ?? FALLBACK);
  }
  const alias = findAlias(doc);
  if (alias !== undefined)
    sink.add(lineAt(alias), 'YAML anchors and aliases are no part of the format', 'Write the value out.');
  if (problems.length > 0 || alias !== undefined) return undefined;
  return { data: doc.toJS({ maxAliasCount: 0 }), line: (path) => lineAt(offsetOf(doc, path)) };
}

/** 0-based line of the first double quote that its line does not close: the parser only notices at the end of the text. */
function openQuote(text: string): number | undefined {
  const at = text.split('\n').findIndex((line) => (line.match(/"/g)?.length ?? 0) % 2 === 1);
  return at < 0 ? undefined : at;
}

/** How deep brackets and indentation could nest, without parsing: an upper bound that keeps the parser off its own stack. */
function depthOf(text: string): number {
  let open = 0;
  let deepest = 0;
  for (const line of text.split('\n')) {
    const dashes = /^[ ]*(?:[-?:][ ]+)*/.exec(line)?.[0].split(/[-?:]/).length ?? 0;
    for (const char of line) {
      if (char === '[' || char === '{') open += 1;
      if ((char === ']' || char === '}') && open > 0) open -= 1;
      deepest = Math.max(deepest, open);
    }
    deepest = Math.max(deepest, dashes);
  }
  return deepest;
}

function findAlias(doc: Document): number | undefined {
  let found: number | undefined;
  visit(doc, (_, node) => {
    if (!isNode(node) || (!isAlias(node) && node.anchor === undefined)) return undefined;
    found = node.range?.[0] ?? 0;
    return visit.BREAK;
  });
  return found;
}

function offsetOf(doc: Document, path: KeyPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = keyOffset(doc, path.slice(0, length));
    if (offset !== undefined) return offset;
  }
  return 0;
}

/** Where the key (of a mapping) or the value (of a list) at `path` begins. */
function keyOffset(doc: Document, path: KeyPath): number | undefined {
  const parent: unknown = path.length === 1 ? doc.contents : doc.getIn(path.slice(0, -1), true);
  const pair = isMap(parent) && parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
  const node: unknown = pair ? pair.key : doc.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}

function firstSentence(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/[.:]\s*$/, '').slice(0, 160);
}

export interface SplitFile {
  readonly front: string;
  readonly body: string;
  /** Line of the file on which the body begins. */
  readonly bodyLine: number;
}

/** Cuts a file into front matter and body. The front matter stands between two lines of `---`, the first of them line 1. */
export function splitFile(text: string, sink: FaultSink): SplitFile | undefined {
  if (text.length > LIMITS.fileChars) {
    sink.add(1, `The file is longer than ${LIMITS.fileChars} characters`, 'Split it into several items.');
    return undefined;
  }
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  if (lines[0]?.trimEnd() !== '---') {
    sink.add(
      1,
      'The file does not begin with front matter',
      'Begin with a line `---`, the keys, and another line `---`.',
    );
    return undefined;
  }
  const end = lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---');
  if (end < 0) {
    sink.add(1, 'The front matter has no end', 'Close it with a line `---`.');
    return undefined;
  }
  return { front: lines.slice(1, end).join('\n'), body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 };
}
