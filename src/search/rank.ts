/** Second stage: Fuse and the nearness of words put the best candidates of the first stage into their final order. */
import Fuse from 'fuse.js';
import { inlinesOf, plainOf } from '#bank/text.ts';
import type { SearchEntry } from './document.ts';
import { correctionOf } from './expand.ts';
import type { Range } from './matcher.ts';
import { hasPair, pairHash } from './pairs.ts';
import type { Query } from './query.ts';
import type { Candidate, Recalled } from './recall.ts';
import type { Segment } from './segment.ts';
import { fold, hashTerm, sequenceOf } from './words.ts';

/** How many reach Fuse, and so the list of results. */
export const RANKED = 50;

/** What each sign of a good match adds to a score whose best is 1 before. */
const NEAR = 0.5;
/** Of a query of three words or more that all stand side by side in a document: somebody quotes it. */
const QUOTED = 0.7;
const FUSE = 0.7;
const TITLE_HOLDS = 0.3;
const TITLE_IS = 0.5;
const PASTED_ERROR = 1;
const STEP = 0.45;

export interface Ranked {
  readonly entry: SearchEntry;
  readonly candidate: Candidate;
  readonly score: number;
  /** Where Fuse sees the query in the title as shown. */
  readonly titleRanges: readonly Range[];
}

/** A title as it is shown in a list: without the marks around code. */
export function plainTitle(title: string): string {
  return title.includes('`') ? plainOf(inlinesOf(title)) : title;
}

/** Hashes of the query's neighbours, corrections in place; and of each phrase in quotes. */
interface Pairs {
  readonly loose: readonly number[];
  readonly quoted: readonly number[];
}

function neighbours(terms: readonly string[]): number[] {
  return terms.slice(1).map((term, i) => pairHash(hashTerm(terms[i] ?? ''), hashTerm(term)));
}

function pairsOf(segment: Segment, at: number, query: Query, { wanted }: Recalled): Pairs {
  const meant = new Map(
    wanted.map(({ query: term, expansions }) => [
      term.text,
      correctionOf(segment.index, expansions[at] ?? []) ?? term.text,
    ]),
  );
  const lines = query.text.split('\n').map(sequenceOf);
  return {
    loose: lines.flatMap((terms) => neighbours(terms.map((term) => meant.get(term) ?? term))),
    quoted: query.phrases.flatMap(neighbours),
  };
}

/** What the query's neighbours that are neighbours in the document are worth; null when a phrase in quotes is not in it. */
function nearness({ index }: Segment, document: number, { loose, quoted }: Pairs): number | null {
  const start = index.pairStarts[document] ?? 0;
  const end = index.pairStarts[document + 1] ?? 0;
  const has = (hash: number) => hasPair(index.pairs, start, end, hash);
  if (!quoted.every(has)) return null;
  const share = loose.length === 0 ? 0 : loose.filter(has).length / loose.length;
  return NEAR * share + (loose.length > 1 ? QUOTED * share ** 4 : 0);
}

interface Shown extends SearchEntry {
  readonly shownTitle: string;
}

const fuseKeys = [
  { name: 'shownTitle', weight: 3 },
  { name: 'tags', weight: 2 },
  { name: 'aliases', weight: 2 },
];

interface Opinion {
  /** 0 (the query itself) to 1 (nothing of it). */
  readonly score: number;
  readonly titleRanges: readonly Range[];
}

/** Shorter ranges say nothing to an eye. */
const LEAST_RANGE = 3;

/** What Fuse thinks of the titles, tags and aliases, by place in the list. */
function askFuse(entries: readonly SearchEntry[], text: string): Map<number, Opinion> {
  const shown = entries.map((entry): Shown => ({ ...entry, shownTitle: plainTitle(entry.title) }));
  const fuse = new Fuse(shown, {
    keys: fuseKeys,
    threshold: 0.35,
    ignoreLocation: true,
    ignoreDiacritics: true,
    useTokenSearch: true,
    includeScore: true,
    includeMatches: true,
    minMatchCharLength: LEAST_RANGE,
    shouldSort: false,
  });
  return new Map(
    fuse.search(text).map(({ refIndex, score = 1, matches = [] }) => {
      const title = matches.find(({ key }) => key === 'shownTitle')?.indices ?? [];
      return [refIndex, { score, titleRanges: title.map(([start, end]): Range => [start, end + 1]) }];
    }),
  );
}

/** Words that Fuse should see: as typed where they are known, corrected where not. At most eight, the rest says no more. */
function fuseText({ wanted }: Recalled, segments: readonly Segment[]): string {
  const words = wanted.map(({ query, expansions }) => {
    const at = expansions.findIndex((each) => each.length > 0);
    const segment = segments[at];
    return (segment && correctionOf(segment.index, expansions[at] ?? [])) ?? query.text;
  });
  return words.slice(0, 8).join(' ');
}

function titleBonus(entry: SearchEntry, wish: string): number {
  if (wish.length < 3) return 0;
  const title = fold(plainTitle(entry.title));
  const names = [title, ...entry.aliases.map(fold)];
  if (names.some((name) => name === wish || name.replace(/[?.!]$/u, '') === wish)) return TITLE_HOLDS + TITLE_IS;
  return title.includes(wish) ? TITLE_HOLDS : 0;
}

interface Weighed {
  readonly candidate: Candidate;
  readonly entry: SearchEntry;
  readonly score: number;
}

function weigh(segments: readonly Segment[], query: Query, recalled: Recalled): Weighed[] {
  const { candidates } = recalled;
  const best = candidates.reduce((most, { score }) => Math.max(most, score), 0) || 1;
  const wish = fold(query.text).replace(/[?.!\s]+$/u, '');
  const pairs = segments.map((segment, at) => pairsOf(segment, at, query, recalled));
  return candidates.flatMap((candidate) => {
    const segment = segments[candidate.segment];
    const entry = segment?.index.entries[candidate.document];
    const own = pairs[candidate.segment];
    if (!segment || !entry || !own) return [];
    const near = nearness(segment, candidate.document, own);
    if (near === null) return [];
    const pastedError = query.pasted && entry.kind === 'error' ? PASTED_ERROR * candidate.coverage : 0;
    const titled = query.pasted ? 0 : titleBonus(entry, wish);
    const step = STEP * candidate.step + (candidate.step === 2 ? 1 - candidate.coverage : 0);
    const score = candidate.score / best - step + near + titled + pastedError;
    return [{ candidate, entry, score }];
  });
}

const byScore = (a: { readonly score: number }, b: { readonly score: number }): number => b.score - a.score;

/** The candidates in their final order, 50 at most. */
export function rank(segments: readonly Segment[], query: Query, recalled: Recalled): Ranked[] {
  const chosen = weigh(segments, query, recalled).sort(byScore).slice(0, RANKED);
  const entries = chosen.map(({ entry }) => entry);
  const opinions = query.pasted ? new Map<number, Opinion>() : askFuse(entries, fuseText(recalled, segments));
  const ranked = chosen.map(({ candidate, entry, score }, i): Ranked => {
    const opinion = opinions.get(i);
    const liked = opinion === undefined ? 0 : FUSE * (1 - opinion.score);
    return { entry, candidate, score: score + liked, titleRanges: opinion?.titleRanges ?? [] };
  });
  return ranked.sort(byScore);
}
