/** Filters that are written as words: `tier:senior topic:webhooks kind:error is:due`. */
import type { ItemKind } from '#bank/item.ts';
import { TIER_ALIASES, TIERS, type Tier } from '#bank/tier.ts';
import { editsBetween, editsFor } from './edit-distance.ts';
import { meantBy, type FilterNames } from './filter-names.ts';
import { fold } from './words.ts';

/** What the person has done with an item; answered from the database, not from the index. */
export type Standing = 'due' | 'new' | 'flagged' | 'suspended' | 'noted';

export interface Filters {
  readonly tiers: readonly Tier[];
  readonly kinds: readonly ItemKind[];
  /** A domain, a topic, or `domain/topic`, folded; the same holds for tags and languages. */
  readonly topics: readonly string[];
  readonly tags: readonly string[];
  readonly languages: readonly string[];
  readonly is: readonly Standing[];
}

export const NO_FILTERS: Filters = { tiers: [], kinds: [], topics: [], tags: [], languages: [], is: [] };

/** A slip or a beginning of fewer letters may be anything. */
const LEAST_MEANT = 2;

const KINDS: ReadonlyMap<string, ItemKind> = new Map([
  ['question', 'question'],
  ['error', 'error'],
  ['snippet', 'snippet'],
  ['sheet', 'sheet'],
  ['cheatsheet', 'sheet'],
  ['path', 'path'],
]);
const STANDINGS: ReadonlyMap<string, Standing> = new Map([
  ['due', 'due'],
  ['fading', 'due'],
  ['new', 'new'],
  ['flagged', 'flagged'],
  ['suspended', 'suspended'],
  ['noted', 'noted'],
]);
const TIER_WORDS: ReadonlyMap<string, Tier> = new Map([...TIERS.map((tier) => [tier, tier] as const), ...TIER_ALIASES]);

/** All that a word may mean among words of a closed list: itself, else what begins with it, else what it is a slip of. */
function closedly<T>(words: ReadonlyMap<string, T>, value: string): readonly T[] {
  const same = words.get(value) ?? words.get(value.replace(/s$/u, ''));
  if (same !== undefined) return [same];
  if (value.length < LEAST_MEANT) return [];
  const meant = (test: (word: string) => boolean): ReadonlySet<T> =>
    new Set([...words].filter(([word]) => test(word)).map(([, own]) => own));
  const begun = meant((word) => word.startsWith(value));
  const most = editsFor(value.length);
  const all = begun.size > 0 ? begun : meant((word) => editsBetween(value, word, most) <= most);
  return all.size === 1 ? [...all] : [];
}

type Read = (value: string, names: FilterNames | null) => Partial<Filters> | null;

function part<K extends keyof Filters>(key: K, values: Filters[K]): Partial<Filters> | null {
  return values.length === 0 ? null : { [key]: values };
}

const readTier: Read = (value) => part('tiers', closedly(TIER_WORDS, value));
const readKind: Read = (value) => part('kinds', closedly(KINDS, value));
const readLanguage: Read = (value, names) => part('languages', names ? meantBy(names.languages, value) : [value]);

const READERS: ReadonlyMap<string, Read> = new Map([
  ['tier', readTier],
  ['level', readTier],
  ['kind', readKind],
  ['type', readKind],
  ['topic', (value, names) => part('topics', names ? meantBy(names.topics, value) : [value])],
  ['tag', (value, names) => part('tags', names ? meantBy(names.tags, value) : [value])],
  ['lang', readLanguage],
  ['language', readLanguage],
  ['is', (value) => part('is', closedly(STANDINGS, value))],
]);

const FORM = String.raw`(?<name>${[...READERS.keys()].join('|')}):(?<value>"[^"\n]{1,60}"|[^\s"]{1,60})`;
const FILTER_WORD = new RegExp(String.raw`(?<=^|\s)${FORM}(?=\s|$)`, 'giu');
const WHOLE = new RegExp(`^${FORM}$`, 'iu');
/** A filter, its quoted value in one piece, or whatever else stands between blanks. */
const WORD = new RegExp(String.raw`${FILTER_WORD.source}|\S+`, 'giu');

/** A filter as one writes it; a value of several words stands in quotes. */
export function filterWord(name: string, value: string): string {
  return /\s/u.test(value) ? `${name}:"${value}"` : `${name}:${value}`;
}

/** Whether a word has the form of a filter. */
export function isFilterWord(word: string): boolean {
  return WHOLE.test(word);
}

/** The words of a text, each filter in one piece. */
export function partedByFilters(text: string): string[] {
  return text.match(WORD) ?? [];
}

export interface Taken {
  /** The text without what was read as a filter. */
  readonly rest: string;
  readonly filters: Filters;
}

/** What the word says; null where it is no filter, or one of no known value. */
function read(word: string, names: FilterNames | null): Partial<Filters> | null {
  const { name = '', value: quoted = '' } = WHOLE.exec(word)?.groups ?? {};
  const value = fold(quoted.replaceAll('"', '').trim());
  return value === '' ? null : (READERS.get(name.toLowerCase())?.(value, names) ?? null);
}

function joined(said: readonly Partial<Filters>[]): Filters {
  const all = <K extends keyof Filters>(key: K): readonly Filters[K][number][] =>
    said.flatMap((each) => each[key] ?? []);
  return {
    tiers: all('tiers'),
    kinds: all('kinds'),
    topics: all('topics'),
    tags: all('tags'),
    languages: all('languages'),
    is: all('is'),
  };
}

/** Reads the filters of a text; `names` are those that values are read by, null takes them as they stand. One that fits nothing stays. */
export function takeFilters(text: string, names: FilterNames | null): Taken {
  const said: Partial<Filters>[] = [];
  const rest = text.replaceAll(FILTER_WORD, (word: string) => {
    const own = read(word, names);
    if (own === null) return word;
    said.push(own);
    return ' ';
  });
  return { rest, filters: joined(said) };
}

/** Reads only those that stand before and after everything else. */
export function takeOuterFilters(text: string, names: FilterNames | null): Taken {
  const words = [...text.matchAll(FILTER_WORD)].map((match) => [match.index, match.index + match[0].length] as const);
  let start = 0;
  for (const [from, to] of words) if (text.slice(start, from).trim() === '') start = to;
  let end = text.length;
  for (const [from, to] of words.toReversed()) if (from >= start && text.slice(to, end).trim() === '') end = from;
  const before = takeFilters(text.slice(0, start), names);
  const after = takeFilters(text.slice(end), names);
  return {
    rest: [before.rest, text.slice(start, end), after.rest].join(' '),
    filters: joined([before.filters, after.filters]),
  };
}

/** Whether any filter is in force. */
export function hasFilters(filters: Filters): boolean {
  return Object.values(filters).some((values: readonly unknown[]) => values.length > 0);
}
