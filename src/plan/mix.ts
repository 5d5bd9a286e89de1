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
    const place = nextPlace(waiting, out);
    out.push(...waiting.splice(place, 1));
  }
  return out.map(({ entry }) => entry);
}

/** Which of the first few that wait comes next. */
function nextPlace(waiting: readonly Placed[], out: readonly Placed[]): number {
  const before = out.at(-1);
  let apart: number | null = null;
  for (let place = 0; place < Math.min(WINDOW, waiting.length); place += 1) {
    const next = waiting[place];
    if (!next || touches(next, out)) continue;
    if (next.topic !== before?.topic) return place;
    apart ??= place;
  }
  return apart ?? 0;
}

function touches({ item }: Placed, out: readonly Placed[]): boolean {
  for (let back = 1; back <= Math.min(GAP, out.length); back += 1) if (out.at(-back)?.item === item) return true;
  return false;
}

/** The same entries, one topic after the other, each topic where its first entry was. */
export function byTopic<T>(entries: readonly T[], placeOf: (entry: T) => Placed): T[] {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const { topic } = placeOf(entry);
    const group = groups.get(topic);
    if (group) group.push(entry);
    else groups.set(topic, [entry]);
  }
  return [...groups.values()].flat();
}
