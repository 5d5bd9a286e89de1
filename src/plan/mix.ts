/** The order of cards inside a session: neighbours differ in topic, and what belongs to one question lies apart. */
import type { ItemId } from '#bank/item.ts';

export interface Placed {
  readonly topic: string;
  readonly item: ItemId;
}

/** How far ahead a better neighbour is looked for, so that the order given stays nearly what it was. */
const WINDOW = 8;
/** How many other cards at least lie between two of one question, where there are enough. */
const GAP = 4;

/**
 * The same entries with as little moved as it takes: each place gets the first of the next few that neither repeats the topic
 * before it nor touches a question of the last few places; failing that one of another question, failing that the next.
 */
export function setApart<T>(entries: readonly T[], placeOf: (entry: T) => Placed): T[] {
  const waiting = entries.map((entry) => ({ entry, ...placeOf(entry) }));
  const out: (Placed & { readonly entry: T })[] = [];
  while (waiting.length > 0) {
    const before = out.at(-1);
    const recent = new Set(out.slice(-GAP).map(({ item }) => item));
    const window = waiting.slice(0, WINDOW);
    const isApart = ({ item }: Placed): boolean => !recent.has(item);
    const best = window.findIndex((next) => isApart(next) && next.topic !== before?.topic);
    const second = best >= 0 ? best : window.findIndex(isApart);
    out.push(...waiting.splice(Math.max(0, second), 1));
  }
  return out.map(({ entry }) => entry);
}
