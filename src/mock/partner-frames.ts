/**
 * A result in pieces that each fit a code to scan, or one text to paste: `LM1.2/3.1a2b3c4d.<base64url>`. The sum of the whole
 * stands in each piece, so that pieces of two results are never put together.
 */

/** So many characters of data a piece: a code of 93 × 93 at most, which any phone reads off any screen. */
const PIECE_LENGTH = 640;
/** What needs more is no result of a mock. */
export const MOST_PIECES = 40;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PIECE = /LM1\.(\d{1,2})\/(\d{1,2})\.([\da-f]{8})\.([\w-]{1,640})(?![\w-])/gu;

function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b, c] = bytes.subarray(index, index + 3);
    const group = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const digits = b === undefined ? 2 : c === undefined ? 3 : 4;
    for (let digit = 0; digit < digits; digit += 1) text += ALPHABET[(group >> (18 - 6 * digit)) & 63];
  }
  return text;
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const sign of text) {
    held = ((held << 6) | ALPHABET.indexOf(sign)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (held >> bits) & 255;
    at += 1;
  }
  return bytes;
}

/** FNV-1a, 32 bits, as eight hexadecimal digits. Source: Fowler, Noll and Vo. */
function sumOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}

/** The pieces of some bytes, in order; null when there would be too many. */
export function piecesOf(bytes: Uint8Array): string[] | null {
  const text = toBase64Url(bytes);
  const count = Math.max(1, Math.ceil(text.length / PIECE_LENGTH));
  if (count > MOST_PIECES) return null;
  const sum = sumOf(text);
  return Array.from({ length: count }, (_, index) => {
    const part = text.slice(index * PIECE_LENGTH, (index + 1) * PIECE_LENGTH);
    return `LM1.${index + 1}/${count}.${sum}.${part}`;
  });
}

export type Collected =
  | { readonly kind: 'none' }
  /** Pieces of the newest result are missing. */
  | { readonly kind: 'some'; readonly have: number; readonly of: number }
  | { readonly kind: 'whole'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** All pieces are there, and together they are not what was sent. */
  | { readonly kind: 'damaged' };

/** Puts together what texts hold of a result: pieces in any order, more than once, with anything between them. Never throws. */
export function collect(text: string): Collected {
  const pieces = [...text.matchAll(PIECE)].map(([, place, count, sum = '', data = '']) => ({
    place: Number(place),
    count: Number(count),
    sum,
    data,
  }));
  const last = pieces.at(-1);
  if (!last || last.count < 1 || last.count > MOST_PIECES) return { kind: 'none' };
  const own = pieces.filter(({ sum, count, place }) => sum === last.sum && count === last.count && place <= count);
  const byPlace = new Map(own.map(({ place, data }) => [place, data]));
  if (byPlace.size < last.count) return { kind: 'some', have: byPlace.size, of: last.count };
  const whole = Array.from({ length: last.count }, (_, index) => byPlace.get(index + 1) ?? '').join('');
  return sumOf(whole) === last.sum ? { kind: 'whole', bytes: fromBase64Url(whole) } : { kind: 'damaged' };
}
