/** The whole search: a query against segments of index → ranked hits, counts, and what helps where nothing is found. */
import type { ItemKind } from '#bank/item.ts';
import { allowedIn } from './allowed.ts';
import { readAs } from './corrections.ts';
import type { SearchEntry } from './document.ts';
import { titleRanges } from './excerpt.ts';
import { createMatcher, type Matcher, type Range } from './matcher.ts';
import { namedIn, withNamed } from './named.ts';
import { nearestTerms } from './nearest.ts';
import { hasFilters, NO_FILTERS } from './filters.ts';
import { unquoted, type Query } from './query.ts';
import { rank, RANKED, type Ranked } from './rank.ts';
import { recall, type Recalled } from './recall.ts';
import type { Segment } from './segment.ts';

export interface SearchHit {
  readonly entry: SearchEntry;
  /** Higher is better; comparable within one search. */
  readonly score: number;
  /** In the title without its backticks. */
  readonly titleRanges: readonly Range[];
  /** Of the lines of all its sections, the one that tells most, for its excerpt; null where that is not known. */
  readonly line: number | null;
}

export interface SearchResult {
  /** Best first, 50 at most. */
  readonly hits: readonly SearchHit[];
  /** How many items were found, by kind, all of them and not only the hits. */
  readonly counts: Readonly<Partial<Record<ItemKind, number>>>;
  readonly total: number;
  /** No item has every word: the hits come near. */
  readonly partial: boolean;
  /** Words that were read as others. */
  readonly corrected: readonly { readonly typed: string; readonly used: string }[];
  /** Words that stand nowhere. */
  readonly unknown: readonly string[];
  /** Where nothing was found: terms that look like what was typed. */
  readonly nearest: readonly string[];
  /** Where nothing was found and filters are in force: how many there would be without them. */
  readonly unfiltered: number;
  readonly matcher: Matcher;
}

/** So many words beside what stands in quotes make a sentence. */
const AROUND = 3;

type Counts = ReadonlyMap<ItemKind, number>;

function sumOf(counts: Counts): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** The first of each kind, then the second of each, and so on: a short list shows what kinds there are. */
function inTurn(byKind: ReadonlyMap<ItemKind, readonly SearchEntry[]>): SearchEntry[] {
  const longest = Math.max(0, ...[...byKind.values()].map((own) => own.length));
  return Array.from({ length: longest }, (_, place) => [...byKind.values()].flatMap((own) => own[place] ?? [])).flat();
}

/** Filters alone: everything they let through, each kind in the order of learning. */
function listAll(
  segments: readonly Segment[],
  query: Query,
  among: ReadonlySet<string> | null,
): [SearchEntry[], Counts] {
  const byKind = new Map<ItemKind, SearchEntry[]>();
  const counts = new Map<ItemKind, number>();
  for (const segment of segments) {
    const allowed = allowedIn(segment, query.filters, among);
    segment.index.entries.forEach((entry, i) => {
      if (allowed[i] === 0) return;
      const count = counts.get(entry.kind) ?? 0;
      counts.set(entry.kind, count + 1);
      if (count === 0) byKind.set(entry.kind, [entry]);
      else if (count < RANKED) byKind.get(entry.kind)?.push(entry);
    });
  }
  return [inTurn(byKind).slice(0, RANKED), counts];
}

function correctionsIn(
  segments: readonly Segment[],
  { wanted }: Recalled,
  best: Ranked | undefined,
): SearchResult['corrected'] {
  return wanted.flatMap((word) => {
    const used = readAs(segments, word, best?.candidate);
    return used === null ? [] : [{ typed: word.query.text, used }];
  });
}

function isEmpty({ terms, filters }: Query): boolean {
  return terms.length === 0 && !hasFilters(filters);
}

/** Whether words stand in quotes among several others: a message that quotes names rather than a search for a phrase. */
function isQuoting({ phrases, terms }: Query): boolean {
  return phrases.length > 0 && terms.filter(({ exact }) => !exact).length >= AROUND;
}

const NOTHING = {
  hits: [],
  counts: {},
  total: 0,
  partial: false,
  corrected: [],
  unknown: [],
  nearest: [],
  unfiltered: 0,
};

/**
 * Searches. Segments are listed from the oldest to the newest. `among` holds the ids that the filters on what a person did
 * (`is:due`) let through; null when there are none. Never throws.
 */
export function search(
  segments: readonly Segment[],
  query: Query,
  among: ReadonlySet<string> | null = null,
): SearchResult {
  const named = namedIn(segments, query, among);
  if (isEmpty(query) && named.length === 0) return { ...NOTHING, matcher: createMatcher(segments, []) };
  if (query.terms.length === 0 && named.length === 0) {
    const [entries, all] = listAll(segments, query, among);
    const hits = entries.map((entry): SearchHit => ({ entry, score: 0, titleRanges: [], line: null }));
    const total = sumOf(all);
    const matcher = createMatcher(segments, []);
    return { ...NOTHING, hits, counts: Object.fromEntries(all), total, matcher };
  }
  const recalled = withNamed(segments, recall(segments, query, among), named);
  // Said to come near, for nothing has what stands in quotes.
  if (recalled.candidates.length === 0 && isQuoting(query))
    return { ...search(segments, unquoted(query), among), partial: true };
  const matcher = createMatcher(segments, recalled.wanted);
  const ranked = rank(segments, query, recalled);
  const hits = ranked.map(({ entry, score, line, titleRanges: seen }): SearchHit => {
    const own = titleRanges(entry.title, matcher);
    return { entry, score, line, titleRanges: own.length > 0 ? own : seen };
  });
  return {
    hits,
    ...countsOf(recalled, hits),
    partial: recalled.partial && hits.length > 0,
    corrected: correctionsIn(segments, recalled, ranked[0]),
    unknown: recalled.unknown,
    ...remedies(segments, query, recalled, hits.length),
    matcher,
  };
}

/** The index has counted; but where phrases took hits away, or near ones stand beside the true, the hits are what there is. */
function countsOf(
  { counts, partial, candidates }: Recalled,
  hits: readonly SearchHit[],
): Pick<SearchResult, 'counts' | 'total'> {
  if (!partial && hits.length === Math.min(RANKED, candidates.length) && sumOf(counts) >= hits.length) {
    return { counts: Object.fromEntries(counts), total: sumOf(counts) };
  }
  const shown = new Map<ItemKind, number>();
  for (const { entry } of hits) shown.set(entry.kind, (shown.get(entry.kind) ?? 0) + 1);
  return { counts: Object.fromEntries(shown), total: hits.length };
}

function remedies(
  segments: readonly Segment[],
  query: Query,
  { unknown }: Recalled,
  found: number,
): Pick<SearchResult, 'nearest' | 'unfiltered'> {
  if (found > 0) return { nearest: [], unfiltered: 0 };
  const filtered = hasFilters(query.filters);
  const open = filtered ? recall(segments, { ...query, filters: NO_FILTERS }, null) : null;
  return { nearest: nearestTerms(segments, unknown), unfiltered: open === null ? 0 : sumOf(open.counts) };
}
