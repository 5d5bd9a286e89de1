/** Where a JSON value ends in a text that may still be arriving. */

/** `open`: the text ends inside the value. */
export type PieceEnd = number | 'open' | 'tooDeep';

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** The index of the first sign that is no blank. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/**
 * The index after the value that begins at `from`; `from` itself when no value can begin there. Checks nothing but its
 * extent: what lies between must still go through `JSON.parse`.
 *
 * @param maxDepth how many brackets may be open at once, 1 or more
 */
export function endOfPiece(text: string, from: number, maxDepth: number): PieceEnd {
  const first = text.charCodeAt(from);
  if (first === QUOTE) return endOfString(text, from);
  return nesting(first) > 0 ? endOfNested(text, from, maxDepth) : endOfBare(text, from);
}

/** 1 for `[` and `{`, -1 for `]` and `}`, else 0. */
function nesting(code: number): number {
  if (code === 0x5b || code === 0x7b) return 1;
  return code === 0x5d || code === 0x7d ? -1 : 0;
}

function endOfNested(text: string, from: number, maxDepth: number): PieceEnd {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      if (typeof end !== 'number') return end;
      at = end;
      continue;
    }
    depth += nesting(code);
    at += 1;
    if (depth > maxDepth) return 'tooDeep';
    if (depth === 0) return at;
  }
  return 'open';
}

/** A number, `true`, `false` or `null`. */
function endOfBare(text: string, from: number): PieceEnd {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === COLON || code === QUOTE || isBlank(code) || nesting(code) !== 0) return at;
  }
  return 'open';
}

function endOfString(text: string, from: number): PieceEnd {
  let at = text.indexOf('"', from + 1);
  while (at >= 0 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at < 0 ? 'open' : at + 1;
}

function isEscaped(text: string, quote: number): boolean {
  let at = quote - 1;
  while (text.charCodeAt(at) === BACKSLASH) at -= 1;
  return (quote - at) % 2 === 0;
}
