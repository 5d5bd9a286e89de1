/** A word of the query → the terms of the index that it may mean, each with how much it counts. */
import { editsFor } from './edit-distance.ts';
import type { PackedIndex } from './packed.ts';
import type { QueryTerm } from './query.ts';
import { synonymsOf } from './synonyms.ts';
import { findTerm, lengthOf, nearTerms, termsFrom } from './vocabulary.ts';

export interface Expansion {
  readonly term: number;
  /** 1 for the word itself, less for what is further from it. */
  readonly factor: number;
  /** Reached only by correcting the word. */
  readonly fuzzy: boolean;
  /** Another word than was meant to be typed: its other number, or a synonym. */
  readonly standIn?: true;
  /** Two words of the query in one. */
  readonly joined?: true;
}

/** Terms that a beginning may stand for; the shorter the beginning, the more common they must be. */
const MOST_BEGUN = 160;
const MOST_SHORT = 24;
const SHORT = 3;
/** A letter or two say little: not more documents than this are looked at for them. */
const MOST_DOCUMENTS = 40_000;
const MOST_FUZZY = 40;

export function documentsOf(index: PackedIndex, term: number): number {
  return (index.offsets[term + 1] ?? 0) - (index.offsets[term] ?? 0);
}

function begunFactor(typed: number, whole: number): number {
  return (0.7 * typed) / (typed + 0.3 * (whole - typed));
}

function withinBudget(index: PackedIndex, terms: readonly number[]): readonly number[] {
  let left = MOST_DOCUMENTS;
  return terms.filter((term) => {
    const fits = left > 0;
    left -= documentsOf(index, term);
    return fits;
  });
}

/** The terms that begin with the word, without itself. */
function begun(index: PackedIndex, text: string, share: number): Expansion[] {
  const [from, to] = termsFrom(index, text);
  const terms: number[] = [];
  for (let term = from; term < to; term += 1) if (lengthOf(index, term) > text.length) terms.push(term);
  const short = text.length < SHORT;
  if (terms.length > (short ? MOST_SHORT : MOST_BEGUN)) {
    terms.sort((a, b) => documentsOf(index, b) - documentsOf(index, a));
    terms.length = short ? MOST_SHORT : MOST_BEGUN;
  }
  const few = short ? withinBudget(index, terms) : terms;
  return few.map((term) => ({ term, factor: share * begunFactor(text.length, lengthOf(index, term)), fuzzy: false }));
}

/** Those of a word that is still open, or of one at an end that is unknown. */
function begunBy(index: PackedIndex, { text, prefix }: QueryTerm, unknown: boolean): Expansion[] {
  if (prefix) return begun(index, text, 1);
  return unknown && text.length > 2 ? begun(index, text, 0.8) : [];
}

/** The other number of a noun: `webhook` for `webhooks` and the other way. */
export function otherNumber(text: string): string[] {
  if (text.length < 4) return [];
  if (text.endsWith('ies')) return [`${text.slice(0, -3)}y`];
  if (text.endsWith('s') && !text.endsWith('ss'))
    return [text.slice(0, -1), ...(text.endsWith('es') ? [text.slice(0, -2)] : [])];
  return [`${text}s`, `${text}es`, ...(text.endsWith('y') ? [`${text.slice(0, -1)}ies`] : [])];
}

/** What British and American spelling do differently at the end of a word. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/is(ation|ations|e|es|ed|ing)$/u, 'iz$1'],
  [/iz(ation|ations|e|es|ed|ing)$/u, 'is$1'],
  [/our(s|ed|ing)?$/u, 'or$1'],
  [/or(s|ed|ing)?$/u, 'our$1'],
  [/ll(ed|ing)$/u, 'l$1'],
  [/l(ed|ing)$/u, 'll$1'],
  [/yse(s|d)?$/u, 'yze$1'],
  [/yze(s|d)?$/u, 'yse$1'],
];

/** The word as it is spelt on the other side of the ocean: `colour` for `color` and the other way. */
function otherSpelling(text: string): string[] {
  return SPELLINGS.filter(([end]) => end.test(text)).map(([end, other]) => text.replace(end, other));
}

function corrected(index: PackedIndex, { text, prefix }: QueryTerm): Expansion[] {
  const most = editsFor(text.length);
  if (most === 0) return [];
  const near = nearTerms(index, text, most, prefix).map(({ term, edits }) => {
    const sameStart = index.chars[index.starts[term] ?? 0] === text.charCodeAt(0) ? 1 : 0.7;
    const extra = Math.max(0, lengthOf(index, term) - text.length - edits);
    const length = text.length / (text.length + 0.3 * extra);
    return { term, factor: 0.75 * 0.55 ** (edits - 1) * sameStart * length, fuzzy: true };
  });
  return near.sort((a, b) => b.factor - a.factor).slice(0, MOST_FUZZY);
}

/** Whether so few documents hold the word that it may be a slip that somebody made before. */
function isRare(index: PackedIndex, found: readonly Expansion[], text: string): boolean {
  const documents = found.reduce((sum, { term }) => sum + documentsOf(index, term), 0);
  return text.length > 4 && documents <= index.entries.length / 5000;
}

function withoutRepeats(expansions: readonly Expansion[]): Expansion[] {
  const seen = new Set<number>();
  const sorted = expansions.toSorted((a, b) => Number(a.fuzzy) - Number(b.fuzzy) || b.factor - a.factor);
  return sorted.filter(({ term }) => !seen.has(term) && seen.add(term));
}

/** Other words that mean the same: the other spelling, the other number, a synonym. */
function standInsOf(index: PackedIndex, text: string): Expansion[] {
  const known = (words: readonly string[], factor: number): Expansion[] =>
    words
      .map((other) => findTerm(index, other))
      .filter((term) => term >= 0)
      .map((term) => ({ term, factor, fuzzy: false, standIn: true }));
  return [...known(otherSpelling(text), 0.95), ...known(otherNumber(text), 0.85), ...known(synonymsOf(text), 0.8)];
}

/** All that a word may mean in this index, the word itself first, corrections last. Empty when nothing is near. */
export function expandTerm(index: PackedIndex, query: QueryTerm): readonly Expansion[] {
  const { text, prefix, exact, joined = '' } = query;
  const same = findTerm(index, text);
  const itself: Expansion[] = same < 0 ? [] : [{ term: same, factor: 1, fuzzy: false }];
  if (exact) return itself;
  const whole = joined === '' ? -1 : findTerm(index, joined);
  const both: Expansion[] = whole < 0 ? [] : [{ term: whole, factor: 0.9, fuzzy: false, standIn: true, joined: true }];
  const known = [...itself, ...both, ...standInsOf(index, text)];
  const found = [...known, ...begunBy(index, query, known.length === 0)];
  // A word that is at an end and unknown may be a slip (`rety`, `executees`), whatever begins with it or stands for it.
  const isUnknown = same < 0 && (!prefix || found.length === 0);
  return withoutRepeats(isUnknown || isRare(index, found, text) ? [...found, ...corrected(index, query)] : found);
}
