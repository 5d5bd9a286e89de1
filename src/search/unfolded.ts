/** Words of a query that nobody wrote so → the words that they are made of. */
import { documentsOf } from './expand.ts';
import type { QueryTerm } from './query.ts';
import { expansionsIn, type Segment } from './segment.ts';
import { findTerm } from './vocabulary.ts';

/** A word of fewer letters is not parted in two, of which each has so many at least. */
const LEAST_PARTED = 8;
const LEAST_PART = 3;

/** The two words that make up a long one (`racecondition`), the commonest of all pairs; none when it is near to a word itself. */
function partedIn(segments: readonly Segment[], term: QueryTerm): QueryTerm[] {
  const { text } = term;
  if (text.length < LEAST_PARTED || segments.some((segment) => expansionsIn(segment, term).length > 0)) return [];
  const common = (part: string): number =>
    segments.reduce((sum, { index }) => {
      const found = findTerm(index, part);
      return found < 0 ? sum : sum + documentsOf(index, found);
    }, 0);
  let best: { readonly parts: readonly string[]; readonly documents: number } = { parts: [], documents: 0 };
  for (let at = LEAST_PART; at <= text.length - LEAST_PART; at += 1) {
    const parts = [text.slice(0, at), text.slice(at)];
    const documents = Math.min(...parts.map(common));
    if (documents > best.documents) best = { parts, documents };
  }
  return best.parts.map((part) => ({ ...term, text: part, prefix: false }));
}

/**
 * An identifier that nobody wrote so may be known in the other convention; else it is looked for by its parts, as is a word that
 * is two written as one.
 */
export function unfolded(segments: readonly Segment[], terms: readonly QueryTerm[]): QueryTerm[] {
  const isKnown = (text: string): boolean => segments.some(({ index }) => findTerm(index, text) >= 0);
  const all = terms.flatMap((term) => {
    const { text, parts, exact } = term;
    if (exact || isKnown(text)) return [term];
    if (parts.length === 0) {
      const parted = partedIn(segments, term);
      return parted.length > 0 ? parted : [term];
    }
    const whole = [parts.join(''), parts.join('_')].find(isKnown);
    if (whole !== undefined) return [{ ...term, text: whole, parts: [] }];
    return parts.map((part) => ({ ...term, text: part, parts: [], prefix: false }));
  });
  return all.filter(
    (term, i) => all.findIndex((other) => other.text === term.text && other.exact === term.exact) === i,
  );
}
