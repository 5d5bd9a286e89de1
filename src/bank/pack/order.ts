/** The recommended order of learning. */
import type { Item, ItemId, Path, PathStage, StageQuery } from '../item.ts';
import { tierRank } from '../tier.ts';
import { type PackHead, topicIds } from '../head.ts';

type Placed = Exclude<Item, Path>;

const TYPES: readonly Item['type'][] = ['question', 'sheet', 'snippet', 'error', 'path'];

type OrderHead = Pick<PackHead, 'domains' | 'beginning'>;

/**
 * Ids of all items: the paths, the pack's beginning first, then the items of its stages in the order of the stages, then the
 * rest by tier, topic (as declared), kind and id. In the rest, what an item requires comes before it.
 */
export function learningOrder(head: OrderHead, items: readonly Item[]): ItemId[] {
  const paths = items.filter((item): item is Path => item.type === 'path').sort(comparePaths);
  const beginning = paths.filter(({ id }) => id === head.beginning);
  const rest = sortPlaced(head, items);
  const placed = new Map(rest.map((item) => [item.id, item]));
  const order = new Set<ItemId>([...beginning, ...paths].map(({ id }) => id));
  for (const { items: named } of beginning.flatMap(({ stages }) => stages)) {
    for (const id of named) if (placed.has(id)) order.add(id);
  }
  for (const item of rest) addWithRequired(item, placed, order);
  return [...order];
}

/** The items with the queries of every path's stage carried out: what one finds stands after what came before, in tier order. */
export function fillStages(head: Pick<PackHead, 'domains'>, items: readonly Item[]): Item[] {
  const sorted = sortPlaced(head, items);
  return items.map((item) => {
    if (item.type !== 'path') return item;
    return { ...item, stages: item.stages.map((stage) => ({ ...stage, items: stageItems(stage, sorted) })) };
  });
}

function stageItems(stage: PathStage, items: readonly Item[]): ItemId[] {
  const found = stage.queries.flatMap((query) => items.filter((item) => item.type === 'question' && fits(item, query)));
  return [...new Set([...stage.items, ...found.map(({ id }) => id)])];
}

function fits({ topic, tier, tags }: Placed, query: StageQuery): boolean {
  const inPlace =
    query.topic === undefined
      ? query.domain === undefined || topic.startsWith(`${query.domain}/`)
      : topic === query.topic;
  return (
    inPlace && (query.tiers.length === 0 || query.tiers.includes(tier)) && query.tags.every((tag) => tags.includes(tag))
  );
}

function comparePaths(a: Path, b: Path): number {
  const first = (path: Path) => Math.min(...path.tiers.map(tierRank));
  return first(a) - first(b) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sortPlaced(head: Pick<PackHead, 'domains'>, items: readonly Item[]): Placed[] {
  const topics = new Map(topicIds(head).map((topic, i) => [topic, i]));
  const rank = (item: Placed) => [tierRank(item.tier), topics.get(item.topic) ?? topics.size, TYPES.indexOf(item.type)];
  const ranked = items.flatMap((item) => (item.type === 'path' ? [] : [{ item, rank: rank(item) }]));
  ranked.sort((a, b) => compareRanks(a.rank, b.rank) || compareText(a.item.id, b.item.id));
  return ranked.map(({ item }) => item);
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) {
    const difference = value - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Adds what the item requires, then the item; a stack of its own, since a pack may chain thousands, or in a circle. */
function addWithRequired(item: Placed, placed: ReadonlyMap<ItemId, Placed>, order: Set<ItemId>): void {
  const waiting = [item];
  const seen = new Set<ItemId>();
  while (waiting.length > 0) {
    const next = waiting.at(-1);
    if (!next) return;
    const missing = seen.has(next.id) ? [] : next.links.requires.filter((id) => !order.has(id) && !seen.has(id));
    seen.add(next.id);
    if (missing.length === 0) {
      order.add(next.id);
      waiting.pop();
    } else {
      waiting.push(...missing.flatMap((id) => placed.get(id) ?? []).reverse());
    }
  }
}
