/**
 * An index as a file beside the packs that it was made of: the vocabulary, the common terms first, and the running texts as
 * strings of one letter a token. The postings follow from them, so they are counted again and not sent.
 */
import { indexOf } from './build-index.ts';
import type { SearchEntry } from './document.ts';
import { areEntries, INDEX_FORMAT, type PackedIndex } from './packed.ts';
import { FIRST_TERM } from './running-text.ts';
import { termAt } from './vocabulary.ts';

interface Shipped {
  /** Version of the bank that it was made of. */
  readonly bank: string;
  readonly entries: readonly SearchEntry[];
  readonly terms: string;
  /** By document. */
  readonly texts: readonly string[];
}

/** Letters begin after the signs that JSON escapes, and leave out the halves of surrogate pairs. */
const FIRST_LETTER = 0x5d;
const SURROGATES = 0xd800;
const SURROGATES_LENGTH = 0x800;
const MOST_TOKENS = 0x10000 - SURROGATES_LENGTH - FIRST_LETTER;

function letterOf(token: number): number {
  const letter = token + FIRST_LETTER;
  return letter < SURROGATES ? letter : letter + SURROGATES_LENGTH;
}

function tokenOf(letter: number): number {
  return (letter < SURROGATES ? letter : letter - SURROGATES_LENGTH) - FIRST_LETTER;
}

/** Name of the file for a bank of this version (its manifest's hash); another format has another name. */
export function shippedName(bank: string): string {
  return `search-${INDEX_FORMAT}-${bank.slice(0, 12)}.json`;
}

/** By term, how common it is among all: 0 for the most common. */
function commonness({ texts, starts }: PackedIndex): { readonly order: readonly number[]; readonly rank: Uint32Array } {
  const count = new Uint32Array(starts.length + FIRST_TERM);
  for (const token of texts) count[token] = (count[token] ?? 0) + 1;
  const countOf = (term: number): number => count[term + FIRST_TERM] ?? 0;
  const order = Array.from({ length: starts.length - 1 }, (_, term) => term).sort((a, b) => countOf(b) - countOf(a));
  const rank = new Uint32Array(order.length);
  order.forEach((term, place) => {
    rank[term] = place;
  });
  return { order, rank };
}

/** The file's text; null for a vocabulary that is too large to be sent so. */
export function shipIndex(index: PackedIndex, bank: string): string | null {
  const { entries, texts, textStarts } = index;
  const { order, rank } = commonness(index);
  if (order.length + FIRST_TERM > MOST_TOKENS) return null;
  const written = entries.map((_, document) =>
    Array.from(texts.subarray(textStarts[document], textStarts[document + 1]), (token) =>
      String.fromCharCode(letterOf(token < FIRST_TERM ? token : (rank[token - FIRST_TERM] ?? 0) + FIRST_TERM)),
    ).join(''),
  );
  const terms = order.map((term) => termAt(index, term)).join('\n');
  return JSON.stringify({ bank, entries, terms, texts: written } satisfies Shipped);
}

function parse(file: string): Partial<Shipped> {
  try {
    return (JSON.parse(file) ?? {}) as Partial<Shipped>;
  } catch {
    return {};
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** The tokens of all texts; null when one of them stands for nothing. */
function tokensIn(texts: readonly string[], terms: number): Uint32Array | null {
  const tokens = new Uint32Array(texts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const text of texts) {
    for (let i = 0; i < text.length; i += 1) {
      const token = tokenOf(text.charCodeAt(i));
      if (token < 0 || token >= terms + FIRST_TERM) return null;
      tokens[at] = token;
      at += 1;
    }
  }
  return tokens;
}

/** The index out of a file's text; null when it is of another bank, or damaged. Never throws. */
export function openShipped(file: string, bank: string): PackedIndex | null {
  const shipped = parse(file);
  const { entries, terms, texts } = shipped;
  if (shipped.bank !== bank || !isText(terms) || !areEntries(entries) || !Array.isArray(texts)) return null;
  if (entries.length !== texts.length || !texts.every(isText)) return null;
  const vocabulary = terms === '' ? [] : terms.split('\n');
  const tokens = tokensIn(texts, vocabulary.length);
  if (tokens === null) return null;
  const textStarts = new Uint32Array(texts.length + 1);
  texts.forEach(({ length }, document) => {
    textStarts[document + 1] = (textStarts[document] ?? 0) + length;
  });
  return indexOf(vocabulary, tokens, textStarts, entries);
}
