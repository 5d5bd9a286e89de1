/** First stage: the words' postings give every document a score; the best go on to be ranked closely. */
import type { ItemKind } from '#bank/item.ts';
import { allowedIn } from './allowed.ts';
import { documentsOf, type Expansion } from './expand.ts';
import { FIRST_TERM, holdsPhrase } from './running-text.ts';
import { findTerm } from './vocabulary.ts';
import type { Query, QueryTerm } from './query.ts';
import { expansionsIn, KINDS, type Segment } from './segment.ts';
import { unfolded } from './unfolded.ts';

/** A bit a word. */
const MOST_WORDS = 24;
/** Of a paste, the rarest words tell most. */
const MOST_PASTED = 20;
/** How many candidates go on. */
const CANDIDATES = 1000;
/** What a light word tells, as a share of what its rarity says. */
const LIGHT = 0.15;
/** Fewer documents with every word than this: those with most of them are welcome too. */
const ENOUGH = 8;

/** A word with what it means in each segment. */
export interface Wanted {
  readonly query: QueryTerm;
  readonly expansions: readonly (readonly Expansion[])[];
  /** How much the word tells, the rarer the more. */
  readonly idf: number;
}

export interface Candidate {
  readonly segment: number;
  readonly document: number;
  readonly score: number;
  /** 0: has every word as typed; 1: every word, some corrected; 2: some words only. */
  readonly step: 0 | 1 | 2;
  /** Share of what the words tell that the document has. */
  readonly coverage: number;
  /** The query is its very name: see `named.ts`. */
  readonly named?: true;
}

export interface Recalled {
  readonly wanted: readonly Wanted[];
  /** Words that nothing in the index is near to. */
  readonly unknown: readonly string[];
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** Documents with every word, by kind; when there are none, those that come near. */
  readonly counts: ReadonlyMap<ItemKind, number>;
  /** Whether none has every word. */
  readonly partial: boolean;
}

function wantedOf(segments: readonly Segment[], query: QueryTerm, total: number): Wanted {
  const expansions = segments.map((segment) => expansionsIn(segment, query));
  let documents = 0;
  segments.forEach(({ index }, i) => {
    for (const { term, fuzzy } of expansions[i] ?? [])
      if (!fuzzy || documents === 0) documents += documentsOf(index, term);
  });
  const among = Math.min(documents, total);
  const idf = documents === 0 ? 0 : Math.log(1 + (total - among + 0.5) / (among + 0.5));
  return { query, expansions, idf: query.light ? LIGHT * idf : idf };
}

function chosenWords(
  segments: readonly Segment[],
  query: Query,
  total: number,
): { wanted: Wanted[]; unknown: string[] } {
  const all = unfolded(segments, query).map((term) => wantedOf(segments, term, total));
  const known = all.filter(({ expansions }) => expansions.some((each) => each.length > 0));
  const unknown = all.filter((each) => !known.includes(each) && !each.query.optional).map((each) => each.query.text);
  if (!query.pasted) return { wanted: known.slice(0, MOST_WORDS), unknown };
  // A correction of a name in a paste is a guess too many.
  const sure = known.filter(({ expansions }) => expansions.some(([best]) => best?.fuzzy === false));
  return { wanted: sure.toSorted((a, b) => b.idf - a.idf).slice(0, MOST_PASTED), unknown: [] };
}

/** Adds one word's postings; a document counts a word once, by the expansion nearest to what was typed. */
function addWord(segment: Segment, word: readonly Expansion[], how: AddHow, touched: number): number {
  let count = touched;
  for (const expansion of word) count = addTerm(segment, expansion, how, count);
  return count;
}

interface AddHow {
  readonly bit: number;
  readonly idf: number;
  readonly allowed: Uint8Array;
}

/** The innermost loop of the search: places are within the arrays, so nothing is checked. */
function addTerm(segment: Segment, { term, factor, fuzzy }: Expansion, how: AddHow, touched: number): number {
  const { index, scores, found, foundFuzzy, touched: list } = segment;
  const { ids, weights, offsets } = index;
  const { bit, idf, allowed } = how;
  const gain = idf * factor;
  const fuzzyBit = fuzzy ? bit : 0;
  const end = offsets[term + 1] as number;
  let count = touched;
  for (let i = offsets[term] as number; i < end; i += 1) {
    const document = ids[i] as number;
    const has = found[document] as number;
    if ((has & bit) !== 0 || allowed[document] === 0) continue;
    if (has === 0) {
      list[count] = document;
      count += 1;
    }
    found[document] = has | bit;
    foundFuzzy[document] = (foundFuzzy[document] as number) | fuzzyBit;
    scores[document] = (scores[document] as number) + gain * (weights[i] as number);
  }
  return count;
}

/** The best so many of what is offered, in one pass and without sorting all. */
class Best {
  readonly #size: number;
  #kept: Candidate[] = [];
  #floor = Number.NEGATIVE_INFINITY;

  constructor(size: number) {
    this.#size = size;
  }

  /** What falls below is not worth being made. */
  get floor(): number {
    return this.#floor;
  }

  offer(candidate: Candidate): void {
    this.#kept.push(candidate);
    if (this.#kept.length >= 2 * this.#size) this.#trim();
  }

  #trim(): void {
    this.#kept.sort((a, b) => orderOf(b.score, b.step) - orderOf(a.score, a.step));
    this.#kept.length = Math.min(this.#kept.length, this.#size);
    const last = this.#kept.at(-1);
    if (last && this.#kept.length === this.#size) this.#floor = orderOf(last.score, last.step);
  }

  all(): readonly Candidate[] {
    this.#trim();
    return this.#kept;
  }
}

/** Scores lie far below 10⁶, so a step always weighs more. */
function orderOf(score: number, step: number): number {
  return score - step * 1e6;
}

type Holds = (document: number) => boolean;

/** Whether a document of the segment holds every phrase in quotes. */
function phraseTest({ index }: Segment, { phrases }: Query): Holds | null {
  if (phrases.length === 0) return null;
  const tokens = phrases.map((phrase) => phrase.map((term) => findTerm(index, term) + FIRST_TERM));
  const { texts, textStarts } = index;
  return (document) => {
    const start = textStarts[document] as number;
    const end = textStarts[document + 1] as number;
    return tokens.every((phrase) => holdsPhrase(texts, start, end, phrase));
  };
}

interface Tally {
  /** By the place of the kind in `KINDS`. */
  readonly full: Uint32Array;
  readonly some: Uint32Array;
  readonly best: Best;
  readonly bestPartial: Best;
}

interface Bits {
  readonly needed: number;
  readonly quoted: number;
  readonly idfs: readonly number[];
  readonly idfSum: number;
  readonly pasted: boolean;
  /** By segment; null where nothing stands in quotes. */
  readonly holds: readonly (Holds | null)[];
}

function coverageOf(found: number, { idfs, idfSum }: Bits): number {
  let sum = 0;
  for (let i = 0; i < idfs.length; i += 1) if ((found & (1 << i)) !== 0) sum += idfs[i] ?? 0;
  return idfSum === 0 ? 1 : sum / idfSum;
}

function stepOf(full: boolean, fuzzy: number): Candidate['step'] {
  if (!full) return 2;
  return fuzzy === 0 ? 0 : 1;
}

/** Sorts what the words left behind in a segment into the tally, and clears it. Many documents pass here, few are kept. */
function collect(segment: Segment, at: number, touched: number, bits: Bits, tally: Tally): void {
  const { scores, found, foundFuzzy, kinds, touched: seen } = segment;
  const holds = bits.holds[at];
  for (let i = 0; i < touched; i += 1) {
    const document = seen[i] as number;
    const has = found[document] as number;
    const step = bits.pasted ? 0 : stepOf((has & bits.needed) === bits.needed, foundFuzzy[document] as number);
    const score = scores[document] as number;
    found[document] = 0;
    foundFuzzy[document] = 0;
    scores[document] = 0;
    if ((has & bits.quoted) !== bits.quoted || holds?.(document) === false) continue;
    const full = (has & bits.needed) === bits.needed;
    const counts = full ? tally.full : tally.some;
    const kind = kinds[document] as number;
    counts[kind] = (counts[kind] as number) + 1;
    const coverage = full ? 1 : coverageOf(has, bits);
    const list = step === 2 ? tally.bestPartial : tally.best;
    const order = orderOf(score * coverage, step);
    if (order > list.floor) list.offer({ segment: at, document, score: score * coverage, step, coverage });
  }
}

function bitsOf(wanted: readonly Wanted[], query: Query, segments: readonly Segment[]): Bits {
  const sumOf = (has: (each: Wanted) => boolean): number =>
    wanted.reduce((sum, each, i) => (has(each) ? sum | (1 << i) : sum), 0);
  const idfs = wanted.map(({ idf }) => idf);
  return {
    needed: sumOf(({ query }) => !query.optional),
    quoted: sumOf(({ query }) => query.exact),
    idfs,
    idfSum: idfs.reduce((sum, idf) => sum + idf, 0),
    pasted: query.pasted,
    holds: segments.map((segment) => phraseTest(segment, query)),
  };
}

/** All documents that have the words, by what the words tell of them. */
export function recall(segments: readonly Segment[], query: Query, among: ReadonlySet<string> | null): Recalled {
  const total = segments.reduce((sum, { index }) => sum + index.entries.length, 0);
  const { wanted, unknown } = chosenWords(segments, query, total);
  const bits = bitsOf(wanted, query, segments);
  const tally: Tally = {
    full: new Uint32Array(KINDS.length),
    some: new Uint32Array(KINDS.length),
    best: new Best(CANDIDATES),
    bestPartial: new Best(CANDIDATES),
  };
  const lost = query.terms.some(({ exact, text }) => exact && unknown.includes(text));
  segments.forEach((segment, at) => {
    if (lost || wanted.length === 0) return;
    const allowed = allowedIn(segment, query.filters, among);
    let touched = 0;
    wanted.forEach((each, i) => {
      touched = addWord(segment, each.expansions[at] ?? [], { bit: 1 << i, idf: each.idf, allowed }, touched);
    });
    collect(segment, at, touched, bits, tally);
  });
  return { wanted, unknown, ...settle(tally) };
}

function countsOf(counts: Uint32Array): Map<ItemKind, number> {
  return new Map(KINDS.map((kind, i): [ItemKind, number] => [kind, counts[i] ?? 0]).filter(([, count]) => count > 0));
}

function settle({ full, some, best, bestPartial }: Tally): Pick<Recalled, 'candidates' | 'counts' | 'partial'> {
  const whole = best.all();
  const isNear = ({ coverage }: Candidate): boolean => coverage >= 0.3 || whole.length === 0;
  const near = whole.length < ENOUGH ? bestPartial.all().filter(isNear) : [];
  const counts = countsOf(full);
  const partial = counts.size === 0;
  return { candidates: [...whole, ...near].slice(0, CANDIDATES), counts: partial ? countsOf(some) : counts, partial };
}
