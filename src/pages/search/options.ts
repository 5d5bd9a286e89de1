/** What the list under the box offers: hits by kind, else what to try. One option after another, as the arrow keys walk. */
import type { ItemKind } from '#bank/item.ts';
import { kindName } from '#pages/library/words.ts';
import { filterWord, isFilterWord, partedByFilters, takeFilters } from '#search/filters.ts';
import type { SearchAnswer, ShownHit } from '#storage/search-answer.ts';

export type SearchOption =
  | { readonly kind: 'hit'; readonly hit: ShownHit }
  /** Puts a text into the box. */
  | { readonly kind: 'text'; readonly text: string; readonly words: string };

export interface OptionGroup {
  readonly id: string;
  readonly title: string;
  /** How many there are in all; null where nothing is counted. */
  readonly count: number | null;
  readonly options: readonly SearchOption[];
}

/** All options as the arrow keys walk them: an option's place here is its place everywhere. */
export function optionsOf(groups: readonly OptionGroup[]): readonly SearchOption[] {
  return groups.flatMap(({ options }) => options);
}

/** Hits by kind; the kind of the best hit comes first. */
function hitGroups({ hits, counts }: SearchAnswer, most: number): OptionGroup[] {
  const kinds = new Map<ItemKind, ShownHit[]>();
  for (const hit of hits.slice(0, most)) kinds.set(hit.entry.kind, [...(kinds.get(hit.entry.kind) ?? []), hit]);
  return [...kinds].map(([kind, own]) => ({
    id: kind,
    title: kindName(kind),
    count: counts[kind] ?? own.length,
    options: own.map((hit) => ({ kind: 'hit', hit })),
  }));
}

function tidied(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** A text to put into the box, under its own words or others. */
function tryOption(text: string, words = text): SearchOption {
  return { kind: 'text', text, words };
}

/** With several filters, the text without each of them: one alone may hide everything. */
function withoutOne(text: string): SearchOption[] {
  const words = partedByFilters(text);
  const filters = new Set(words.filter(isFilterWord));
  if (filters.size < 2) return [];
  return [...filters].map((filter) =>
    tryOption(`${words.filter((word) => word !== filter).join(' ')} `, `Without ${filter}`),
  );
}

function remedies({ text, nearest, unfiltered }: SearchAnswer): OptionGroup[] {
  const open = tidied(takeFilters(text, null).rest);
  const loose = tidied(open.replaceAll(/["“”]/gu, ' '));
  const options = [
    ...(unfiltered > 0 ? [tryOption(open, `${open} without filters (${unfiltered})`)] : []),
    ...withoutOne(text),
    ...(loose === open || loose === '' ? [] : [tryOption(loose)]),
    ...nearest.map((term) => tryOption(term)),
  ];
  return options.length === 0 ? startGroups([], text) : [{ id: 'try', title: 'Try instead', count: null, options }];
}

const STARTS: readonly { readonly text: string; readonly words: string }[] = [
  { text: `${filterWord('is', 'due')} `, words: 'What is due' },
  { text: `${filterWord('is', 'flagged')} `, words: 'What you flagged' },
  { text: `${filterWord('kind', 'error')} `, words: 'Errors, or paste a message' },
];

/** What stands under an empty box, and under a text that finds nothing and has nothing like it: all but that text itself. */
export function startGroups(recent: readonly string[], text = ''): OptionGroup[] {
  const lately: OptionGroup = {
    id: 'recent',
    title: 'Recent searches',
    count: null,
    options: recent.map((each) => tryOption(each)),
  };
  const start: OptionGroup = {
    id: 'start',
    title: 'Start with',
    count: null,
    options: STARTS.filter((each) => each.text.trim() !== text.trim()).map((each) => tryOption(each.text, each.words)),
  };
  return recent.length > 0 ? [lately, start] : [start];
}

/** The groups of an answer; with no hits what to try instead. */
export function groupsOf(answer: SearchAnswer, most: number): OptionGroup[] {
  return answer.hits.length > 0 ? hitGroups(answer, most) : remedies(answer);
}
