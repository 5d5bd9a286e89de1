/** Look-ups among the sorted terms of a packed index, without making strings of them. */
import { editDistance, unitsOf } from './edit-distance.ts';
import { letterBit, type PackedIndex } from './packed.ts';

type Terms = Pick<PackedIndex, 'chars' | 'starts' | 'masks'>;

/** The term as text. */
export function termAt({ chars, starts }: Terms, term: number): string {
  return String.fromCharCode(...chars.subarray(starts[term] ?? 0, starts[term + 1] ?? 0));
}

/** The UTF-16 unit of a term after so many others; '' at its end, null beyond. */
export function letterAt({ chars, starts }: Terms, term: number, units: number): string | null {
  const at = (starts[term] ?? 0) + units;
  const end = starts[term + 1] ?? 0;
  if (at > end) return null;
  return at === end ? '' : String.fromCharCode(chars[at] ?? 0);
}

/** Length of a term in UTF-16 units. */
export function lengthOf({ starts }: Terms, term: number): number {
  return (starts[term + 1] ?? 0) - (starts[term] ?? 0);
}

/** Less than, equal to or greater than 0 as the term stands before, at or after the text; only so many units are looked at. */
function compare({ chars, starts }: Terms, term: number, text: string, units: number): number {
  const start = starts[term] ?? 0;
  const length = Math.min(units, (starts[term + 1] ?? 0) - start);
  const shared = Math.min(length, text.length);
  for (let i = 0; i < shared; i += 1) {
    const difference = (chars[start + i] ?? 0) - text.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return length - text.length;
}

/** The first term for which the comparison is at least `least`. */
function firstTerm(terms: Terms, text: string, units: number, least: number): number {
  let low = 0;
  let high = terms.starts.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(terms, middle, text, units) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number of a term; -1 when it is not in the index. */
export function findTerm(terms: Terms, text: string): number {
  const at = firstTerm(terms, text, Number.MAX_SAFE_INTEGER, 0);
  return at < terms.starts.length - 1 && compare(terms, at, text, Number.MAX_SAFE_INTEGER) === 0 ? at : -1;
}

/** The documents that hold a term, by their places in the index. */
export function documentsWith(index: PackedIndex, text: string): PackedIndex['ids'] {
  const term = findTerm(index, text);
  return term < 0 ? new Uint32Array() : index.ids.subarray(index.offsets[term], index.offsets[term + 1]);
}

/** The terms `[from, to)` that begin with a text, the text itself among them. */
export function termsFrom(terms: Terms, prefix: string): readonly [from: number, to: number] {
  if (prefix === '') return [0, 0];
  return [firstTerm(terms, prefix, prefix.length, 0), firstTerm(terms, prefix, prefix.length, 1)];
}

function bitsIn(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** The letters of a term's first units. */
function maskOfStart({ chars, starts }: Terms, term: number, units: number): number {
  const start = starts[term] as number;
  const end = Math.min(start + units, starts[term + 1] as number);
  let mask = 0;
  for (let at = start; at < end; at += 1) mask |= letterBit(chars[at] as number);
  return mask;
}

/** Whether a term's letters alone rule it out. An edit takes at most one letter of the query's away, and brings at most one. */
function isFar(terms: Terms, term: number, own: number, units: number, most: number, asPrefix: boolean): boolean {
  const mask = terms.masks[term] as number;
  if (bitsIn(own & ~mask) > most) return true;
  if (!asPrefix) return bitsIn(mask & ~own) > most;
  // A beginning so near has at most so many units more, and at least so many fewer, than the query.
  if (bitsIn(own & ~maskOfStart(terms, term, units + most)) > most) return true;
  return bitsIn(maskOfStart(terms, term, units - most) & ~own) > most;
}

export interface NearTerm {
  readonly term: number;
  readonly edits: number;
}

/** All terms within `most` edits of a text, or, `asPrefix`, that begin with something so near. In no particular order of edits. */
export function nearTerms(terms: Terms, text: string, most: number, asPrefix: boolean): NearTerm[] {
  const query = unitsOf(text);
  const { chars, starts, masks } = terms;
  const own = query.reduce((mask, unit) => mask | letterBit(unit), 0);
  const found: NearTerm[] = [];
  for (let term = 0; term < masks.length; term += 1) {
    if (isFar(terms, term, own, query.length, most, asPrefix)) continue;
    const edits = editDistance(query, chars, starts[term] as number, starts[term + 1] as number, { most, asPrefix });
    if (edits <= most) found.push({ term, edits });
  }
  return found;
}
