/** One line of the Library, and how the lines are filtered and counted. Pure: the page brings rows and the day. */
import type { ItemKind } from '#bank/item.ts';
import type { Tier } from '#bank/tier.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { domainIdOf } from '#pages/parts/place-titles.ts';
import { standingKindOf } from '#progress/standing.ts';
import type { StandingKind } from '#progress/standing.ts';
import { newCard, type CardState } from '#review/card-state.ts';
import type { Filters } from './filters.ts';
import type { LibraryRows } from './read-library.ts';

export interface Entry {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  /** One, but for paths. */
  readonly tiers: readonly Tier[];
  /** `domain/topic`; null for paths. */
  readonly topic: string | null;
  readonly language: string | null;
  readonly tags: readonly string[];
  readonly flagged: boolean;
  /** Of questions alone; null for all else. */
  readonly memory: { readonly kind: StandingKind; readonly card: CardState } | null;
  readonly aliases: readonly string[];
}

/** The lines of the whole bank in its order of learning, seen on a day. */
export function entriesOf({ items, cards, flagged }: Omit<LibraryRows, 'domains'>, today: StudyDay): Entry[] {
  return items.map(({ id, summary }) => {
    const { type, title, tier, tiers, topic, language, tags, aliases } = summary;
    const card = type === 'question' ? (cards.get(id) ?? newCard(summary.id, null)) : null;
    return {
      id,
      kind: type,
      title,
      tiers: tier ? [tier] : (tiers ?? []),
      topic: topic ?? null,
      language: language ?? null,
      tags,
      flagged: flagged.has(id),
      memory: card && { kind: standingKindOf(card, today), card },
      aliases,
    };
  });
}

/** What a line can be found by, once it was looked for. */
const haystacks = new WeakMap<Entry, string>();

/** Title, tags, aliases and language in lower case. */
function haystackOf(entry: Entry): string {
  const known = haystacks.get(entry);
  if (known !== undefined) return known;
  const { title, tags, aliases, language } = entry;
  const haystack = [title.replaceAll('`', ''), ...tags, ...aliases, language ?? ''].join('\n').toLowerCase();
  haystacks.set(entry, haystack);
  return haystack;
}

/** How many lines there are of each kind. */
export function countKinds(entries: readonly Entry[]): ReadonlyMap<ItemKind, number> {
  const counts = new Map<ItemKind, number>();
  for (const { kind } of entries) bump(counts, kind);
  return counts;
}

type Facet = 'kind' | 'place' | 'tier' | 'state' | 'flagged' | 'tag' | 'text' | 'chosen';

const domainOf = (topic: string | null): string | null => topic && domainIdOf(topic);

function failures(filters: Filters, words: readonly string[]): Readonly<Record<Facet, (entry: Entry) => boolean>> {
  const { kind, domain, topic, tiers, states, flagged, tag } = filters;
  const chosen = filters.chosen && new Set(filters.chosen);
  return {
    chosen: ({ id }) => chosen?.has(id) === false,
    kind: (entry) => kind !== null && entry.kind !== kind,
    place: (entry) => (topic === null ? domain !== null && domainOf(entry.topic) !== domain : entry.topic !== topic),
    tier: (entry) => tiers.length > 0 && !entry.tiers.some((tier) => tiers.includes(tier)),
    state: (entry) => states.length > 0 && !(entry.memory && states.includes(entry.memory.kind)),
    flagged: (entry) => flagged && !entry.flagged,
    tag: (entry) => tag !== null && !entry.tags.includes(tag),
    text: (entry) => words.length > 0 && !words.every((word) => haystackOf(entry).includes(word)),
  };
}

/** How many lines each choice of a filter would show, all other filters staying as they are. */
export interface Counts {
  readonly kinds: ReadonlyMap<ItemKind, number>;
  readonly domains: ReadonlyMap<string, number>;
  readonly topics: ReadonlyMap<string, number>;
  readonly tiers: ReadonlyMap<Tier, number>;
  readonly states: ReadonlyMap<StandingKind, number>;
  readonly flagged: number;
}

export interface Matches {
  readonly shown: readonly Entry[];
  /** All lines of the chosen kind, whatever the other filters say. */
  readonly total: number;
  readonly counts: Counts;
}

function bump<K>(counts: Map<K, number>, key: K | null): void {
  if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** One pass: a line that fails no filter is shown; one that fails a single filter counts for that filter's choices. */
export function matchEntries(entries: readonly Entry[], filters: Filters): Matches {
  const fails = failures(filters, filters.text.toLowerCase().split(/\s+/u).filter(Boolean));
  const shown: Entry[] = [];
  const counts = {
    kinds: new Map<ItemKind, number>(),
    domains: new Map<string, number>(),
    topics: new Map<string, number>(),
    tiers: new Map<Tier, number>(),
    states: new Map<StandingKind, number>(),
    flagged: 0,
  };
  const count: Readonly<Partial<Record<Facet, (entry: Entry) => void>>> = {
    kind: (entry) => bump(counts.kinds, entry.kind),
    place: (entry) => {
      bump(counts.domains, domainOf(entry.topic));
      bump(counts.topics, entry.topic);
    },
    tier: (entry) => entry.tiers.forEach((tier) => bump(counts.tiers, tier)),
    state: (entry) => bump(counts.states, entry.memory?.kind ?? null),
    flagged: (entry) => {
      if (entry.flagged) counts.flagged += 1;
    },
  };
  const facets = Object.keys(fails) as Facet[];
  for (const entry of entries) {
    const failed = facets.filter((facet) => fails[facet](entry));
    if (failed.length === 0) shown.push(entry);
    for (const facet of failed.length === 0 ? facets : failed.length === 1 ? failed : []) count[facet]?.(entry);
  }
  const total = filters.kind === null ? entries.length : entries.filter(({ kind }) => kind === filters.kind).length;
  return { shown, total, counts };
}
