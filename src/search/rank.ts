/** Second stage: Fuse and the nearness of words put the best candidates of the first stage into their final order. */
import type { SearchEntry } from './document.ts';
import { CloseReader, neighboursIn, type Reading } from './close-reading.ts';
import { readAs } from './corrections.ts';
import { askFuse, plainTitle, type Opinion } from './fuse.ts';
import type { Range } from './matcher.ts';
import type { Query } from './query.ts';
import type { Candidate, Recalled } from './recall.ts';
import type { Segment } from './segment.ts';
import { fold } from './words.ts';

/** How many reach the list of results. */
export const RANKED = 50;
/** How many have their names compared with the query, and how many of those Fuse judges. */
const COMPARED = 160;
const JUDGED = 32;

/** What each sign of a good match adds to a score whose best is 1 before. */
const TITLE = 0.8;
const PASSAGE = 1.6;
/** All of the query side by side: somebody quotes it. */
const ROW = 1;
const FUSE = 0.7;
const TITLE_HOLDS = 0.3;
const TITLE_IS = 0.5;
const PASTED_ERROR = 1;
const STEP = 0.45;
/** More than all else together. */
const NAMED_SO = 10;

export interface Ranked {
  readonly candidate: Candidate;
  readonly entry: SearchEntry;
  /** Of the lines of all its sections, the one that tells most; null where that is not known. */
  readonly line: number | null;
  readonly score: number;
  /** Where Fuse sees the query in the title as shown. */
  readonly titleRanges: readonly Range[];
}

/** What is read closely for one query, in tokens; the best candidates come first, so long documents cost some of the last. */
const MOST_READ = 200_000;

const UNREAD: Reading = { title: 0, passage: 0, row: 0, line: null };

/** Reads the candidates, best first, until enough was read; those after that are judged by their words alone. */
function readAll(segments: readonly Segment[], query: Query, { candidates, wanted }: Recalled): Reading[] {
  const neighbours = neighboursIn(query, wanted);
  const readers = segments.map((segment, at) => new CloseReader(segment, at, wanted, neighbours));
  let left = MOST_READ;
  return candidates.map(({ segment, document }) => {
    const reader = readers[segment];
    if (!reader || left <= 0) return UNREAD;
    left -= reader.lengthOf(document);
    return reader.read(document);
  });
}

/** What a reading is worth. One word alone has no neighbours to be near to; what was pasted need not be in a title. */
function closeness({ title, passage, row }: Reading, words: number, pasted: boolean): number {
  const together = words > 1 ? PASSAGE * passage ** 2 + ROW * row ** 2 : 0;
  return together + (pasted ? 0 : TITLE * title ** 2);
}

/** Words that Fuse should see: as typed where they are known, corrected where not. At most eight, the rest says no more. */
function fuseText({ wanted, candidates }: Recalled, segments: readonly Segment[]): string {
  const words = wanted.map((word) => readAs(segments, word, candidates[0]) ?? word.query.text);
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
  readonly line: number | null;
  readonly score: number;
}

/** What the index and the reading say. */
function weigh(segments: readonly Segment[], query: Query, recalled: Recalled): Weighed[] {
  const { candidates, wanted } = recalled;
  const best = candidates.reduce((most, { score }) => Math.max(most, score), 0) || 1;
  const readings = readAll(segments, query, recalled);
  return candidates.flatMap((candidate, i) => {
    const entry = segments[candidate.segment]?.index.entries[candidate.document];
    if (!entry) return [];
    const reading = readings[i] ?? UNREAD;
    const pastedError = query.pasted && entry.kind === 'error' ? PASTED_ERROR * candidate.coverage : 0;
    const step = STEP * candidate.step + (candidate.step === 2 ? 1 - candidate.coverage : 0);
    const called = candidate.named ? NAMED_SO : 0;
    const close = closeness(reading, wanted.length, query.pasted);
    const score = candidate.score / best - step + close + pastedError + called;
    return [{ candidate, entry, line: reading.line, score }];
  });
}

const byScore = (a: { readonly score: number }, b: { readonly score: number }): number => b.score - a.score;

/** The best of the weighed, their titles and other names compared with the whole query. */
function chooseBest(weighed: Weighed[], query: Query): Weighed[] {
  const few = weighed.sort(byScore).slice(0, COMPARED);
  if (query.pasted) return few.slice(0, RANKED);
  const wish = fold(query.text).replace(/[?.!\s]+$/u, '');
  const named = few.map((each) => ({ ...each, score: each.score + titleBonus(each.entry, wish) }));
  return named.sort(byScore).slice(0, RANKED);
}

/** The candidates in their final order, 50 at most. */
export function rank(segments: readonly Segment[], query: Query, recalled: Recalled): Ranked[] {
  const chosen = chooseBest(weigh(segments, query, recalled), query);
  const entries = chosen.slice(0, JUDGED).map(({ entry }) => entry);
  const opinions = query.pasted ? new Map<number, Opinion>() : askFuse(entries, fuseText(recalled, segments));
  const ranked = chosen.map(({ candidate, entry, line, score }, i): Ranked => {
    const opinion = opinions.get(i);
    const liked = opinion === undefined ? 0 : FUSE * (1 - opinion.score);
    return { candidate, entry, line, score: score + liked, titleRanges: opinion?.titleRanges ?? [] };
  });
  return ranked.sort(byScore);
}
