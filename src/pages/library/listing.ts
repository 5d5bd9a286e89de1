/** A list of the Library as it is shown: what fits its filters, in its order, on its shelves. */
import type { DomainHead } from '#bank/head.ts';
import { todayOf, type Environment } from '#pages/parts/environment.ts';
import { getStorage } from '#storage/current.ts';
import { matchEntries, type Entry, type Matches } from './entry.ts';
import { filtersOfList, type Filters } from './filters.ts';
import { groupEntries, type DomainGroup } from './groups.ts';
import { readLibrary } from './read-library.ts';
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

/** The lines of a list by its name, in their order, without paths: these have pages of their own. @throws CorruptRowError */
export async function readOrder(list: string, { settings, context }: Environment): Promise<readonly Entry[]> {
  const today = todayOf(settings, Date.now());
  const { scheduler } = context;
  const { entries, domains } = await readLibrary(getStorage().db, today, scheduler);
  const { order } = listEntries(entries, filtersOfList(list), domains, { today, scheduler });
  return order.filter(({ kind }) => kind !== 'path');
}
