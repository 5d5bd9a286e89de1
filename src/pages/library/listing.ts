/** A list of the Library as it is shown: what fits its filters, in its order, on its shelves. */
import type { DomainHead } from '#bank/head.ts';
import { matchEntries, type Entry, type Matches } from './entry.ts';
import type { Filters } from './filters.ts';
import { groupEntries, type DomainGroup } from './groups.ts';
import { sortEntries, type SortContext } from './sort.ts';

export interface Listing {
  readonly matches: Matches;
  /** All lines that fit, in the order in which they are shown. */
  readonly order: readonly Entry[];
  /** The same lines by domain and topic; null when another order leaves no shelves. */
  readonly shelves: readonly DomainGroup[] | null;
}

/** The list that filters make of the bank's lines. */
export function listEntries(
  entries: readonly Entry[],
  filters: Filters,
  domains: readonly DomainHead[],
  context: SortContext,
): Listing {
  const matches = matchEntries(entries, filters);
  const shelves = groupEntries(matches.shown, domains);
  const order = shelves.flatMap(({ topics }) => topics.flatMap((topic) => topic.entries));
  if (filters.sort === null) return { matches, order, shelves };
  return { matches, order: sortEntries(order, filters.sort, context), shelves: null };
}
