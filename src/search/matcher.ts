/** Which words of a text answer which words of the query: for highlights, and for why something was found. */
import type { Wanted } from './recall.ts';
import type { Segment } from './segment.ts';
import { termAt } from './vocabulary.ts';
import { eachWord, partsOf, termOf } from './words.ts';

/** `[start, end)` in UTF-16 units. */
export type Range = readonly [start: number, end: number];

export interface Found {
  /** Which word of the query, by its place. */
  readonly word: number;
  readonly range: Range;
}

export interface Matcher {
  /** How much each word of the query tells. */
  readonly tells: readonly number[];
  /** All matches in a text, first to last. */
  readonly find: (text: string) => readonly Found[];
}

interface Meant {
  readonly word: number;
  /** How many units of the term were typed; all when 0. */
  readonly typed: number;
}

function meaningsOf(segments: readonly Segment[], wanted: readonly Wanted[]): Map<string, Meant> {
  const meanings = new Map<string, Meant>();
  wanted.forEach(({ query, expansions }, word) => {
    meanings.set(query.text, { word, typed: 0 });
    expansions.forEach((each, at) => {
      const segment = segments[at];
      if (!segment) return;
      for (const { term, fuzzy, joined } of each) {
        const text = termAt(segment.index, term);
        // Of a word that two of the query make together all of it was typed.
        const begun = !fuzzy && !joined && text.startsWith(query.text);
        if (!meanings.has(text)) meanings.set(text, { word, typed: begun ? query.text.length : 0 });
      }
    });
  });
  return meanings;
}

function meantByParts(raw: string, meanings: ReadonlyMap<string, Meant>): Meant | undefined {
  const part = partsOf(raw).find((each) => meanings.has(each));
  return part === undefined ? undefined : meanings.get(part);
}

/** Finds the words of a query in texts, whatever form they take there. */
export function createMatcher(segments: readonly Segment[], wanted: readonly Wanted[]): Matcher {
  const meanings = meaningsOf(segments, wanted);
  const known = new Map<string, Meant | null>();
  const meantBy = (raw: string): Meant | null => {
    const cached = known.get(raw);
    if (cached !== undefined) return cached;
    const whole = termOf(raw);
    const own = meanings.get(whole) ?? meantByParts(raw, meanings);
    // A folded word of another length has no place to stop in.
    const meant = own === undefined ? null : whole.length === raw.length ? own : { ...own, typed: 0 };
    known.set(raw, meant);
    return meant;
  };
  return {
    tells: wanted.map(({ idf }) => idf),
    find: (text) => {
      const all: Found[] = [];
      eachWord(text, (start, end) => {
        const meant = meantBy(text.slice(start, end));
        if (meant) all.push({ word: meant.word, range: [start, meant.typed > 0 ? start + meant.typed : end] });
      });
      return all;
    },
  };
}

/** Ranges that touch, or have only a space or a sign between them, as one. */
export function joinRanges(ranges: readonly Range[], text: string): Range[] {
  const joined: [number, number][] = [];
  for (const [start, end] of ranges) {
    const last = joined.at(-1);
    if (last && (start <= last[1] || (start - last[1] === 1 && /[\s\-_/.]/.test(text[last[1]] ?? ''))))
      last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
