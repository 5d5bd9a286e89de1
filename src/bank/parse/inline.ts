/** Text inside a block: Markdown runs → `Inline`. */
import type { Inline } from '../blocks.ts';
import type { FaultSink } from '../fault.ts';
import { isSlug, isWebUrl } from '../patterns.ts';
import { LIMITS } from './limits.ts';
import { inlineTokens, type Token } from './markdown.ts';

const HTML_TAG = /<(?:\/?[a-z][a-z0-9-]{0,40}(?:\s[^<>]{0,200})?\/?>|!--|\?)/i;

interface Frame {
  readonly open: Token | undefined;
  readonly runs: Inline[];
}

interface Reader {
  line: number;
  readonly stack: [Frame, ...Frame[]];
  readonly sink: FaultSink;
}

/** Reads one paragraph's text, which begins on `line`. What is not part of the format becomes a fault and is left out. */
export function readInline(text: string, line: number, sink: FaultSink): Inline[] {
  if (text.length > LIMITS.inlineChars) {
    sink.add(line, `A paragraph is longer than ${LIMITS.inlineChars} characters`, 'Split it.');
    return [];
  }
  const reader: Reader = { line, stack: [{ open: undefined, runs: [] }], sink };
  for (const token of inlineTokens(text)) readToken(reader, token);
  while (reader.stack.length > 1) close(reader);
  return reader.stack[0].runs;
}

function push(reader: Reader, run: Inline): void {
  const runs = reader.stack.at(-1)?.runs ?? reader.stack[0].runs;
  const last = runs.at(-1);
  if (run === '') return;
  if (typeof run === 'string' && typeof last === 'string') runs[runs.length - 1] = last + run;
  else runs.push(run);
}

const OPENING = ['strong_open', 'em_open', 'link_open'];
const CLOSING = ['strong_close', 'em_close', 'link_close'];

function readToken(reader: Reader, token: Token): void {
  if (OPENING.includes(token.type)) open(reader, token);
  else if (CLOSING.includes(token.type)) close(reader);
  else readLeaf(reader, token);
}

function readLeaf(reader: Reader, token: Token): void {
  switch (token.type) {
    case 'text':
      checkText(reader, token.content);
      push(reader, token.content);
      break;
    case 'text_special':
      push(reader, token.content);
      break;
    case 'softbreak':
    case 'hardbreak':
      reader.line += 1;
      push(reader, token.type === 'softbreak' ? ' ' : { t: 'br' });
      break;
    case 'code_inline':
      push(reader, { t: 'code', text: token.content });
      break;
    case 'image':
      reader.sink.add(reader.line, 'Images are no part of the format', 'Draw it with a flow, a timeline or a table.');
      break;
    default:
      reader.sink.add(reader.line, `${token.type} is no part of the format`, 'Write plain Markdown.');
  }
}

function checkText(reader: Reader, text: string): void {
  const tag = HTML_TAG.exec(text);
  if (tag) {
    const shown = tag[0].length > 40 ? `${tag[0].slice(0, 40)}…` : tag[0];
    reader.sink.add(
      reader.line,
      `HTML is no part of the format: ${shown}`,
      'Put code in backticks; write all else as Markdown.',
    );
  }
  if (text.includes('~~')) {
    reader.sink.add(reader.line, 'Struck-out text is no part of the format', 'Remove the tildes.');
  }
}

function open(reader: Reader, token: Token): void {
  if (reader.stack.length > LIMITS.inlineDepth) {
    reader.sink.add(reader.line, 'Marks are nested too deep', 'Use one mark at a time.');
  }
  reader.stack.push({ open: token, runs: [] });
}

function close(reader: Reader): void {
  if (reader.stack.length === 1) return;
  const frame = reader.stack.pop();
  if (!frame?.open) return;
  const depth = reader.stack.length;
  const runs = depth > LIMITS.inlineDepth ? [] : frame.runs;
  if (frame.open.type === 'link_open') closeLink(reader, String(frame.open.attrGet('href') ?? ''), runs);
  else push(reader, { t: frame.open.type === 'strong_open' ? 'strong' : 'em', c: runs });
}

function closeLink(reader: Reader, href: string, c: readonly Inline[]): void {
  const shown = href.slice(0, 60);
  if (c.length === 0) {
    reader.sink.add(reader.line, `The link to ${shown} has no text`, 'Write [text](address).');
  } else if (href.startsWith('item:')) {
    const id = href.slice('item:'.length);
    if (isSlug(id)) push(reader, { t: 'item', id, c });
    else reader.sink.add(reader.line, `The link ${shown} names no item`, 'Write [text](item:the-id-of-an-item).');
  } else if (isWebUrl(href)) {
    push(reader, { t: 'link', href, c });
  } else {
    const remedy = isSlug(href) ? `Write item:${href}.` : 'Link to a whole https:// address or to item:an-id.';
    reader.sink.add(reader.line, `The link goes to "${shown}"`, remedy);
  }
}

/** A one-line text that may mark `code` and nothing else: titles, captions. Backticks stay in the string. */
export function readPlain(text: string, line: number, sink: FaultSink): string {
  const plain = readInline(text, line, sink).map((run) => {
    if (typeof run === 'string') return run;
    if (run.t === 'code') return `\`${run.text}\``;
    sink.add(line, 'A title or caption holds a mark other than `code`', 'Write it as plain text.');
    return '';
  });
  return plain.join('').trim();
}
