/**
 * The search beside its peers: Fuse alone over titles, tags and messages, MiniSearch alone over everything, and ours, on the
 * same items with the same queries in one run.
 */
import Fuse from 'fuse.js';
import MiniSearch, { type SearchOptions } from 'minisearch';
import { buildIndex } from '#search/build-index.ts';
import { excerptOf } from '#search/excerpt.ts';
import { bytesOf, openIndex, storeIndex } from '#search/packed.ts';
import { parseQuery } from '#search/query.ts';
import { search } from '#search/search.ts';
import { openSegment } from '#search/segment.ts';
import { median, quantile, type BenchResult, type Row } from './numbers.ts';
import { bankDocuments, makeItems, type MadeItem } from './search-corpus.ts';
import { oracleOf } from './search-oracle.ts';
import { CLASSES, makeQueries, MUST, type KnownQuery, type QueryClass } from './search-queries.ts';

const SIZES = [500, 2000, 10_000];
const QUERIES = 100;
/** Fuse alone takes a second a query with many items and many seconds with very many: fewer queries have to do for it. */
const SLOW_QUERIES = 24;
const SLOWEST_QUERIES = 10;
const MANY_ITEMS = 5000;
const MOST_ITEMS = 20_000;
const PASSES = 3;
/** Of the items and of the queries; `npm run bench -- search` with BENCH_SEED=… takes others. */
const SEED = Number(process.env['BENCH_SEED'] ?? 7);
/** Hits that the dialog shows. */
const SHOWN = 14;

/** Ids, best first. */
type Ask = (text: string) => readonly string[];

interface Engine {
  readonly name: string;
  readonly ask: Ask;
  readonly buildMs: number;
  readonly queries: number;
}

interface Score {
  readonly recall: number;
  readonly mrr: number;
  readonly times: readonly number[];
}

function timed<T>(work: () => T): [value: T, ms: number] {
  const startMs = performance.now();
  const value = work();
  return [value, performance.now() - startMs];
}

const bodyOf = ({ document }: MadeItem): string => document.sections.flatMap(({ lines }) => lines).join('\n');

function slowQueries(items: number): number {
  if (items > MOST_ITEMS) return SLOWEST_QUERIES;
  return items > MANY_ITEMS ? SLOW_QUERIES : QUERIES;
}

function fuseEngine(items: readonly MadeItem[]): Engine {
  const rows = items.map(({ document, message }) => ({ ...document.entry, message: message?.text ?? '' }));
  const [fuse, buildMs] = timed(
    () =>
      new Fuse(rows, {
        keys: [
          { name: 'title', weight: 3 },
          { name: 'tags', weight: 2 },
          { name: 'message', weight: 2 },
        ],
        threshold: 0.35,
        ignoreLocation: true,
        useTokenSearch: true,
      }),
  );
  const ask: Ask = (text) => fuse.search(text.slice(0, 200), { limit: 10 }).map(({ item }) => item.id);
  return { name: 'Fuse', ask, buildMs, queries: slowQueries(items.length) };
}

function miniEngine(items: readonly MadeItem[]): Engine {
  const rows = items.map((item) => ({
    id: item.document.entry.id,
    title: item.document.entry.title,
    names: [...item.document.entry.tags, item.message?.text ?? ''].join(' '),
    body: bodyOf(item),
  }));
  const [mini, buildMs] = timed(() => {
    const made = new MiniSearch({ fields: ['title', 'names', 'body'] });
    made.addAll(rows);
    return made;
  });
  const how: SearchOptions = {
    boost: { title: 6, names: 4 },
    prefix: (_, i, terms) => i === terms.length - 1,
    fuzzy: (term) => (term.length > 3 ? 0.2 : false),
  };
  // All words first, some where none has all: better than either alone in every class.
  const ask: Ask = (text) => {
    const all = mini.search(text, { ...how, combineWith: 'AND' });
    const found = all.length > 0 ? all : mini.search(text, how);
    return found.slice(0, 10).map(({ id }) => String(id));
  };
  return { name: 'MiniSearch', ask, buildMs, queries: QUERIES };
}

interface Own extends Engine {
  /** With nothing remembered of earlier questions. */
  readonly reopen: () => Ask;
  readonly bytes: number;
  readonly loadMs: number;
}

/** Ours as a keystroke costs it: parsing, search, and the excerpts of a screen. */
function ownEngine(items: readonly MadeItem[]): Own {
  const documents = items.map(({ document }) => document);
  const [index, buildMs] = timed(() => buildIndex(documents));
  const stored = storeIndex(index);
  const [opened, loadMs] = timed(() => openIndex(stored));
  if (!opened) throw new Error('The stored index could not be opened.');
  const sections = new Map(documents.map((document) => [document.entry.id, document.sections]));
  const reopen = (): Ask => {
    const segments = [openSegment(opened)];
    return (text) => {
      const { hits, matcher } = search(segments, parseQuery(text));
      for (const { entry, line } of hits.slice(0, SHOWN)) excerptOf(sections.get(entry.id) ?? [], matcher, line);
      return hits.map(({ entry }) => entry.id);
    };
  };
  return {
    name: 'ours',
    ask: reopen(),
    reopen,
    buildMs,
    queries: QUERIES,
    bytes: bytesOf(opened) + stored.entries.length,
    loadMs,
  };
}

function score({ ask, queries: most }: Engine, queries: readonly KnownQuery[]): Score {
  const times: number[] = [];
  const ranks = queries.slice(0, most).map(({ text, target }) => {
    const [ids, ms] = timed(() => ask(text));
    times.push(ms);
    return ids.slice(0, 10).indexOf(target) + 1;
  });
  return {
    recall: ranks.filter((rank) => rank > 0 && rank <= 5).length / ranks.length,
    mrr: ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length,
    times,
  };
}

const shown = (value: number): string => value.toFixed(3);

/** A peer's score, and ours with the very queries that it was asked. */
interface Duel {
  readonly name: string;
  readonly peer: Score;
  readonly own: Score;
}

function classRows(kind: QueryClass, own: Score, duels: readonly Duel[]): Row[] {
  const said = (of: (each: Score) => number): string =>
    duels
      .map(({ name, peer, own: same }) => {
        const asked = peer.times.length;
        const ours = asked < own.times.length ? `, ours of these ${shown(of(same))}` : '';
        return `${name} ${shown(of(peer))} of ${asked}${ours}`;
      })
      .join('; ');
  const told = duels.some(({ peer }) => peer.mrr === 1) ? 'no engine can be above 1' : 'above both';
  return [
    {
      what: `${kind}: recall@5`,
      value: own.recall,
      unit: '',
      peer: said(({ recall }) => recall),
      budget: `≥ ${MUST[kind]}`,
    },
    { what: `${kind}: MRR`, value: own.mrr, unit: '', peer: said(({ mrr }) => mrr), budget: told },
  ];
}

/** Every beginning of some queries, as they are typed: several passes with nothing remembered, of each keystroke the median. */
function keystrokes({ reopen }: Own, queries: readonly KnownQuery[]): number[] {
  const typed = queries.flatMap(({ text }) => Array.from({ length: text.length }, (_, i) => text.slice(0, i + 1)));
  const passes = Array.from({ length: PASSES }, () => {
    const ask = reopen();
    return typed.map((text) => timed(() => ask(text))[1]);
  });
  return typed.map((_, i) => median(passes.map((times) => times[i] ?? Number.NaN)));
}

function costRows(own: Own, typed: readonly number[], peers: readonly (readonly [Engine, readonly number[]])[]): Row[] {
  const said = (q: number): string =>
    peers.map(([{ name }, times]) => `${name} ${quantile(times, q).toFixed(1)}`).join(', ');
  const built = peers.map(([{ name, buildMs }]) => `${name} ${Math.round(buildMs)}`).join(', ');
  return [
    { what: 'keystroke, median', value: quantile(typed, 0.5), unit: 'ms', peer: `whole queries: ${said(0.5)}` },
    {
      what: 'keystroke, p95',
      value: quantile(typed, 0.95),
      unit: 'ms',
      peer: `whole queries: ${said(0.95)}`,
      budget: '10 ms',
    },
    { what: 'build', value: own.buildMs, unit: 'ms', peer: built },
    { what: 'open what was stored', value: own.loadMs, unit: 'ms' },
    { what: 'memory of the index', value: own.bytes / 1e6, unit: 'MB', budget: '40 MB at 10,000' },
  ];
}

async function measure(count: number): Promise<Row[]> {
  const items = makeItems(await bankDocuments(), count, SEED);
  const asked = { items, oracle: oracleOf(items), seed: SEED + 4 };
  const own = ownEngine(items);
  const peers = [fuseEngine(items), miniEngine(items)];
  const rows: Row[] = [];
  const peerTimes = peers.map((): number[] => []);
  for (const kind of CLASSES) {
    const queries = makeQueries(asked, kind, QUERIES);
    const duels = peers.map((peer) => ({
      name: peer.name,
      peer: score(peer, queries),
      own: score({ ...own, queries: peer.queries }, queries),
    }));
    duels.forEach(({ peer }, i) => peerTimes[i]?.push(...peer.times));
    rows.push(...classRows(kind, score(own, queries), duels));
  }
  const typed = (['exact', 'body', 'two typos'] as const).flatMap((kind) =>
    keystrokes(own, makeQueries(asked, kind, 12)),
  );
  const times = peers.map((peer, i) => [peer, peerTimes[i] ?? []] as const);
  const label = `${count.toLocaleString('en')} items, `;
  return [...rows, ...costRows(own, typed, times)].map((row) => ({ ...row, what: label + row.what }));
}

async function searchAt(sizes: readonly number[]): Promise<BenchResult> {
  const rows: Row[] = [];
  for (const size of sizes) rows.push(...(await measure(size)));
  return { name: 'Search: Fuse alone, MiniSearch alone and ours', rows };
}

export function searchBench(): Promise<BenchResult> {
  return searchAt(SIZES);
}

/** Takes minutes, most of them the peers'. */
export function largeSearchBench(): Promise<BenchResult> {
  return searchAt([50_000]);
}
