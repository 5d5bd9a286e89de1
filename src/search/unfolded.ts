/** Words of a query that nobody wrote so → the words that they are made of, or that they make together. */
import { otherNumber } from './expand.ts';
import type { Query, QueryTerm } from './query.ts';
import { expansionsIn, type Segment } from './segment.ts';
import { documentsWith } from './vocabulary.ts';
import { fold, isStopWord } from './words.ts';

/** A word of fewer letters is not parted in two, of which each has so many at least. */
const LEAST_PARTED = 8;
const LEAST_PART = 3;
/** One that so small a share of the entries writes in one is parted too, when its parts are so many times as common. */
const SELDOM = 1 / 200;
const COMMONER = 5;
/** A particle makes another word (`time out`) where that is at least so common beside the word alone. */
const MEANT = 0.1;
/** Shorter words make no other one. */
const LEAST_JOINED = 2;

/** How many entries have a term. */
function commonness(segments: readonly Segment[], text: string): number {
  return segments.reduce((sum, { index }) => sum + documentsWith(index, text).length, 0);
}

/** Whether an entry is called by a term, which few have. */
function isName(segments: readonly Segment[], text: string): boolean {
  const isIt = (name: string): boolean => name.length === text.length && fold(name) === text;
  return segments.some(({ index }) =>
    documentsWith(index, text).some((document) => {
      const entry = index.entries[document];
      return entry !== undefined && (entry.aliases.some(isIt) || entry.tags.some(isIt));
    }),
  );
}

/** How common the parts of a word have to be; null for one that stays whole. */
function leastCommon(segments: readonly Segment[], term: QueryTerm): number | null {
  const own = commonness(segments, term.text);
  const total = segments.reduce((sum, { index }) => sum + index.entries.length, 0);
  if (own > SELDOM * total) return null;
  if (own > 0) return isName(segments, term.text) ? null : COMMONER * own;
  return segments.some((segment) => expansionsIn(segment, term).length > 0) ? null : 0;
}

/** The two words that make up a long one (`racecondition`), the commonest of all pairs; none when it is near to a word itself. */
function partedIn(segments: readonly Segment[], term: QueryTerm): QueryTerm[] {
  const { text } = term;
  const least = text.length < LEAST_PARTED ? null : leastCommon(segments, term);
  if (least === null) return [];
  let best: { readonly parts: readonly string[]; readonly documents: number } = { parts: [], documents: least };
  for (let at = LEAST_PART; at <= text.length - LEAST_PART; at += 1) {
    const parts = [text.slice(0, at), text.slice(at)];
    const documents = Math.min(...parts.map((part) => commonness(segments, part)));
    if (documents > best.documents) best = { parts, documents };
  }
  return best.parts.map((part) => ({ ...term, text: part, prefix: false, joined: text }));
}

/** An identifier's name in the other convention, else its parts; a word that is two written as one in two. */
function takenApart(segments: readonly Segment[], term: QueryTerm): readonly QueryTerm[] {
  const { text, parts, exact } = term;
  const isKnown = (word: string): boolean => commonness(segments, word) > 0;
  if (exact) return [term];
  if (parts.length === 0 || isKnown(text)) {
    const parted = parts.length === 0 ? partedIn(segments, term) : [];
    return parted.length > 0 ? parted : [term];
  }
  const whole = [parts.join(''), parts.join('_')].find(isKnown);
  if (whole !== undefined) return [{ ...term, text: whole, parts: [] }];
  return parts.map((part) => ({ ...term, text: part, parts: [], prefix: false }));
}

/** What a term and the one after it make in one word that the index knows; null for most. */
function madeWithNext(segments: readonly Segment[], { text, next = '', exact }: QueryTerm): string | null {
  if (exact || text.length < LEAST_JOINED || next.length < LEAST_JOINED) return null;
  const whole = text + next;
  return [whole, ...otherNumber(whole)].find((word) => commonness(segments, word) > 0) ?? null;
}

/** Two words that are known as one (`dead lock`) both stand for it too; with a particle (`time out`) they are that one. */
function takenTogether(segments: readonly Segment[], terms: readonly QueryTerm[]): QueryTerm[] {
  const all = [...terms];
  terms.forEach((term, i) => {
    const whole = madeWithNext(segments, term);
    if (whole === null) return;
    const other = terms.findIndex(({ text, exact }) => text === term.next && !exact);
    if (other >= 0) {
      all[i] = { ...term, joined: whole };
      all[other] = { ...(all[other] ?? term), joined: whole };
    } else if (isStopWord(term.next ?? '') && commonness(segments, whole) >= MEANT * commonness(segments, term.text))
      all[i] = { ...term, text: whole, joined: term.text };
  });
  return all;
}

/** The terms as the index knows them, none twice. What was pasted is not taken together: its words are a program's. */
export function unfolded(segments: readonly Segment[], { terms, pasted }: Query): QueryTerm[] {
  const written = pasted ? terms : takenTogether(segments, terms);
  const all = written.flatMap((term) => takenApart(segments, term));
  return all.filter(
    (term, i) => all.findIndex((other) => other.text === term.text && other.exact === term.exact) === i,
  );
}
