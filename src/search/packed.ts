/**
 * The index as it is kept and searched: flat typed arrays in one buffer, which goes into IndexedDB and between threads as it
 * is and needs no parsing when it comes back.
 */
import type { SearchEntry } from './document.ts';
import { tokensArray, type Tokens } from './running-text.ts';

/** Grows with every change of what the arrays mean: an index of another format is built again. */
export const INDEX_FORMAT = 4;
const MAGIC = 0x4c414d50;
const HEAD = 7;

type Ids = Uint16Array | Uint32Array;

export interface PackedIndex {
  /** In the order of the ids that the postings use. */
  readonly entries: readonly SearchEntry[];
  /** UTF-16 units of all terms, sorted by unit, one after another. */
  readonly chars: Uint16Array;
  /** Where each term begins in `chars`, and the end of the last. */
  readonly starts: Uint32Array;
  /** Which letters each term has; see `letterBit`. */
  readonly masks: Uint32Array;
  /** Where the postings of each term begin, and the end of the last. */
  readonly offsets: Uint32Array;
  /** Documents with the term, ascending. */
  readonly ids: Ids;
  /** What the term says about the document, 1 to 255. */
  readonly weights: Uint8Array;
  /** Where the tokens of each document begin in `texts`, and the end of the last. */
  readonly textStarts: Uint32Array;
  /** What stands in the documents, in its order; see `running-text.ts`. */
  readonly texts: Tokens;
}

/** What is kept. */
export interface StoredIndex {
  readonly buffer: ArrayBuffer;
  /** JSON of the entries. */
  readonly entries: string;
}

/** Letters and digits by one bit each group: 26 letters, digits, all else. */
export function letterBit(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return 1 << (unit - 0x61);
  return unit >= 0x30 && unit <= 0x39 ? 1 << 26 : 1 << 27;
}

/** The letters of every term. */
export function masksOf(chars: Uint16Array, starts: Uint32Array): Uint32Array {
  const masks = new Uint32Array(Math.max(0, starts.length - 1));
  for (let term = 0; term < masks.length; term += 1) {
    let mask = 0;
    const end = starts[term + 1] ?? 0;
    for (let at = starts[term] ?? 0; at < end; at += 1) mask |= letterBit(chars[at] ?? 0);
    masks[term] = mask;
  }
  return masks;
}

/** Ids take two bytes while that is enough. */
export function idsArray(length: number, documents: number): Ids {
  return documents <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length);
}

function aligned(bytes: number): number {
  return (bytes + 3) & ~3;
}

/** The index as one buffer and one text. */
export function storeIndex(index: PackedIndex): StoredIndex {
  const { entries, chars, starts, offsets, ids, weights, textStarts, texts } = index;
  const parts = [starts, offsets, textStarts, ids, texts, chars, weights];
  const bytes = parts.reduce((sum, part) => sum + aligned(part.byteLength), HEAD * 4);
  const buffer = new ArrayBuffer(bytes);
  new Uint32Array(buffer, 0, HEAD).set([
    MAGIC,
    INDEX_FORMAT,
    starts.length - 1,
    entries.length,
    chars.length,
    weights.length,
    texts.length,
  ]);
  let at = HEAD * 4;
  for (const part of parts) {
    new Uint8Array(buffer, at).set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
    at += aligned(part.byteLength);
  }
  return { buffer, entries: JSON.stringify(entries) };
}

const isList = (value: unknown): boolean => Array.isArray(value) && value.every((each) => typeof each === 'string');

function isEntry(value: unknown): value is SearchEntry {
  const { id, kind, title, tags, aliases, tiers } = (value ?? {}) as Partial<SearchEntry>;
  return [id, kind, title].every((each) => typeof each === 'string') && [tags, aliases, tiers].every(isList);
}

/** Whether something read from a file is the list of an index's entries, as far as searching it needs. */
export function areEntries(value: unknown): value is readonly SearchEntry[] {
  return Array.isArray(value) && value.every(isEntry);
}

function parseEntries(text: unknown): readonly SearchEntry[] | null {
  try {
    const entries: unknown = JSON.parse(String(text));
    return areEntries(entries) ? entries : null;
  } catch {
    return null;
  }
}

/** Ascending, from 0 to the length of what they point into: anything else would send the search astray. */
function areStarts(starts: Uint32Array, length: number): boolean {
  for (let i = 1; i < starts.length; i += 1) if ((starts[i] ?? 0) < (starts[i - 1] ?? 0)) return false;
  return starts[0] === 0 && starts.at(-1) === length;
}

interface Layout {
  readonly documents: number;
  readonly lengths: readonly number[];
  readonly sizes: readonly number[];
}

/** What the head says of the arrays behind it; null for another format. */
function layoutOf(buffer: ArrayBuffer): Layout | null {
  if (buffer.byteLength < HEAD * 4) return null;
  const [magic, format, ...counts] = new Uint32Array(buffer, 0, HEAD);
  if (magic !== MAGIC || format !== INDEX_FORMAT) return null;
  const [terms = 0, documents = 0, units = 0, postings = 0, tokens = 0] = counts;
  return {
    documents,
    lengths: [terms + 1, terms + 1, documents + 1, postings, tokens, units, postings],
    sizes: [4, 4, 4, idsArray(0, documents).BYTES_PER_ELEMENT, tokensArray(0, terms).BYTES_PER_ELEMENT, 2, 1],
  };
}

function totalOf({ lengths, sizes }: Layout): number {
  return lengths.reduce((sum, length, i) => sum + aligned(length * (sizes[i] ?? 1)), HEAD * 4);
}

/** The arrays where the layout says they are. */
function viewsOf(buffer: ArrayBuffer, layout: Layout): Omit<PackedIndex, 'entries' | 'masks'> {
  let at = HEAD * 4;
  const next = (part: number): [ArrayBuffer, number, number] => {
    const length = layout.lengths[part] ?? 0;
    const place: [ArrayBuffer, number, number] = [buffer, at, length];
    at += aligned(length * (layout.sizes[part] ?? 1));
    return place;
  };
  const starts = new Uint32Array(...next(0));
  const offsets = new Uint32Array(...next(1));
  const textStarts = new Uint32Array(...next(2));
  const ids = layout.sizes[3] === 4 ? new Uint32Array(...next(3)) : new Uint16Array(...next(3));
  const texts = layout.sizes[4] === 4 ? new Uint32Array(...next(4)) : new Uint16Array(...next(4));
  const chars = new Uint16Array(...next(5));
  const weights = new Uint8Array(...next(6));
  return { chars, starts, offsets, ids, weights, textStarts, texts };
}

function isSound(index: Omit<PackedIndex, 'entries' | 'masks'>, documents: number): boolean {
  const { starts, chars, offsets, weights, textStarts, texts, ids } = index;
  const aimed = areStarts(starts, chars.length) && areStarts(offsets, weights.length);
  return aimed && areStarts(textStarts, texts.length) && ids.every((id) => id < documents);
}

/** The index back from what was kept; null for another format and for anything that is not sound. Never throws. */
export function openIndex({ buffer, entries: text }: StoredIndex): PackedIndex | null {
  const layout = buffer instanceof ArrayBuffer ? layoutOf(buffer) : null;
  if (layout === null || totalOf(layout) !== buffer.byteLength) return null;
  const entries = parseEntries(text);
  if (entries?.length !== layout.documents) return null;
  const views = viewsOf(buffer, layout);
  if (!isSound(views, layout.documents)) return null;
  return { entries, masks: masksOf(views.chars, views.starts), ...views };
}

/** Bytes that the arrays take. */
export function bytesOf(index: PackedIndex): number {
  const { chars, starts, masks, offsets, ids, weights, textStarts, texts } = index;
  return [chars, starts, masks, offsets, ids, weights, textStarts, texts].reduce(
    (sum, part) => sum + part.byteLength,
    0,
  );
}
