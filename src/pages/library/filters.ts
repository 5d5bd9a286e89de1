/** What the Library shows, as the address says it: `?kind=error&topic=languages/php&tier=mid&tier=senior&state=new&sort=title`. */
import type { ItemKind } from '#bank/item.ts';
import { tierFromWord, TIERS, type Tier } from '#bank/tier.ts';
import { STANDINGS } from '#pages/parts/standing.ts';
import type { StandingKind } from '#progress/standing.ts';

export const KINDS = ['question', 'error', 'snippet', 'sheet', 'path'] as const satisfies readonly ItemKind[];

/** How a list is ordered; without one it stands on its shelves, in the order of learning. */
export const SORTS = ['title', 'tier', 'weakest', 'seen', 'learnt'] as const;
export type Sort = (typeof SORTS)[number];

export interface Filters {
  readonly kind: ItemKind | null;
  readonly domain: string | null;
  /** `domain/topic`. */
  readonly topic: string | null;
  /** None means all; the same holds for `states`. */
  readonly tiers: readonly Tier[];
  readonly states: readonly StandingKind[];
  readonly flagged: boolean;
  readonly tag: string | null;
  /** Words that a title, a tag or an alias must contain, all of them. */
  readonly text: string;
  /** Ids that were picked one by one; null means all. */
  readonly chosen: readonly string[] | null;
  readonly sort: Sort | null;
}

export const NO_FILTERS: Filters = {
  kind: null,
  domain: null,
  topic: null,
  tiers: [],
  states: [],
  flagged: false,
  tag: null,
  text: '',
  chosen: null,
  sort: null,
};

const PRESETS: Readonly<Record<string, ItemKind>> = { '/errors': 'error', '/snippets': 'snippet', '/sheets': 'sheet' };

function oneOf<T extends string>(known: readonly T[], value: string | null): T | null {
  return known.find((each) => each === value) ?? null;
}

/** Reads an address; what it does not know (a tier that is none, a second kind) is left out. */
export function filtersFrom(pathname: string, query: URLSearchParams): Filters {
  const place = query.get('topic');
  const [domain = null, ownTopic] = place?.split('/') ?? [];
  const topic = ownTopic === undefined ? null : place;
  const tiers = new Set(query.getAll('tier').map(tierFromWord));
  const states = new Set(query.getAll('state'));
  return {
    kind: PRESETS[pathname] ?? oneOf(KINDS, query.get('kind')),
    domain: domain ?? query.get('domain'),
    topic,
    tiers: TIERS.filter((tier) => tiers.has(tier)),
    states: STANDINGS.filter((state) => states.has(state)),
    flagged: query.get('flagged') === '1',
    tag: query.get('tag'),
    text: query.get('filter') ?? '',
    chosen: query.get('ids')?.split(',') ?? null,
    sort: oneOf(SORTS, query.get('sort')),
  };
}

/** The address that says these filters. A preset address (`/errors`) is kept while the kind is still its own. */
export function addressOf(filters: Filters, pathname = '/library'): string {
  const stays = filters.kind !== null && PRESETS[pathname] === filters.kind;
  const query = new URLSearchParams();
  for (const [name, value] of pairsOf(filters)) {
    if (value !== null && !(stays && name === 'kind')) query.append(name, value);
  }
  return withQuery(stays ? pathname : '/library', query.toString().replaceAll('%2F', '/').replaceAll('%2C', ','));
}

function pairsOf(filters: Filters): readonly (readonly [name: string, value: string | null])[] {
  const { kind, domain, topic, tiers, states, flagged, tag, text, chosen, sort } = filters;
  return [
    ['kind', kind],
    ['domain', topic === null ? domain : null],
    ['topic', topic],
    ...tiers.map((tier) => ['tier', tier] as const),
    ...states.map((state) => ['state', state] as const),
    ['flagged', flagged ? '1' : null],
    ['tag', tag],
    ['filter', text.trim() === '' ? null : text],
    ['ids', chosen?.join(',') ?? null],
    ['sort', sort],
  ];
}

function withQuery(pathname: string, query: string): string {
  return query === '' ? pathname : `${pathname}?${query}`;
}

/** The list that these filters make, in one word of an address: `topic=web/tls&tier=senior`, empty for the whole Library. */
export function listName(filters: Filters): string {
  return addressOf(filters).slice('/library?'.length);
}

/** The filters of a list's name. */
export function filtersOfList(name: string): Filters {
  return filtersFrom('/library', new URLSearchParams(name));
}

/** How many filters are in force, apart from the kind. */
export function countFilters({ domain, tiers, states, flagged, tag, text, chosen }: Filters): number {
  const inForce = [domain !== null, tiers.length > 0, states.length > 0, flagged, tag !== null, text.trim() !== ''];
  return [...inForce, chosen !== null].filter(Boolean).length;
}

/** The list without a value that it has, or with one that it lacks. */
export function toggled<T>(values: readonly T[], value: T): readonly T[] {
  return values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
}
