/** What the Library shows, as the address says it: `?kind=error&topic=languages/php&tier=mid&tier=senior&state=new&flagged=1`. */
import type { ItemKind } from '#bank/item.ts';
import { tierFromWord, TIERS, type Tier } from '#bank/tier.ts';
import { STANDINGS } from '#pages/parts/standing.ts';
import type { StandingKind } from '#progress/standing.ts';

export const KINDS = ['question', 'error', 'snippet', 'sheet', 'path'] as const satisfies readonly ItemKind[];

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
};

const PRESETS: Readonly<Record<string, ItemKind>> = { '/errors': 'error', '/snippets': 'snippet', '/sheets': 'sheet' };

function oneOf<T extends string>(known: readonly T[], value: string | null): T | null {
  return known.find((each) => each === value) ?? null;
}

/** Reads an address; what it does not know (a tier that is none, a second kind) is left out. */
export function filtersFrom(pathname: string, query: URLSearchParams): Filters {
  const topic = query.get('topic');
  const tiers = new Set(query.getAll('tier').map(tierFromWord));
  const states = new Set(query.getAll('state'));
  return {
    kind: PRESETS[pathname] ?? oneOf(KINDS, query.get('kind')),
    domain: topic?.split('/')[0] ?? query.get('domain'),
    topic,
    tiers: TIERS.filter((tier) => tiers.has(tier)),
    states: STANDINGS.filter((state) => states.has(state)),
    flagged: query.get('flagged') === '1',
    tag: query.get('tag'),
    text: query.get('filter') ?? '',
  };
}

/** The address that says these filters. A preset address (`/errors`) is kept while the kind is still its own. */
export function addressOf(filters: Filters, pathname = '/library'): string {
  const { kind, domain, topic, tiers, states, flagged, tag, text } = filters;
  const stays = kind !== null && PRESETS[pathname] === kind;
  const pairs: [string, string | null][] = [
    ['kind', stays ? null : kind],
    ['domain', topic === null ? domain : null],
    ['topic', topic],
    ...tiers.map((tier): [string, string] => ['tier', tier]),
    ...states.map((state): [string, string] => ['state', state]),
    ['flagged', flagged ? '1' : null],
    ['tag', tag],
    ['filter', text.trim() === '' ? null : text],
  ];
  const query = new URLSearchParams();
  for (const [name, value] of pairs) if (value !== null) query.append(name, value);
  return withQuery(stays ? pathname : '/library', query.toString().replaceAll('%2F', '/'));
}

function withQuery(pathname: string, query: string): string {
  return query === '' ? pathname : `${pathname}?${query}`;
}

/** How many filters are in force, apart from the kind. */
export function countFilters({ domain, tiers, states, flagged, tag, text }: Filters): number {
  return [domain !== null, tiers.length > 0, states.length > 0, flagged, tag !== null, text.trim() !== ''].filter(
    Boolean,
  ).length;
}

/** The list without a value that it has, or with one that it lacks. */
export function toggled<T>(values: readonly T[], value: T): readonly T[] {
  return values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
}
