/** The small row of an item: what lists and queues need, without its text. */
import type { Item, ItemId, ItemKind, KeyPoint, QuestionKind } from '../item.ts';
import type { Tier } from '../tier.ts';

export type PointSummary = Pick<KeyPoint, 'id' | 'weight' | 'from' | 'prompt'>;

export interface ItemSummary {
  readonly id: ItemId;
  readonly type: ItemKind;
  readonly title: string;
  readonly tags: readonly string[];
  readonly aliases: readonly string[];
  /** Of all but paths. */
  readonly tier?: Tier;
  /** Of all but paths. */
  readonly topic?: string;
  /** Of paths. */
  readonly tiers?: readonly Tier[];
  /** Of questions. */
  readonly kind?: QuestionKind;
  /** Of questions: length of a good spoken answer. */
  readonly seconds?: number;
  /** Of errors and snippets. */
  readonly language?: string;
  /** Empty for all but questions. */
  readonly points: readonly PointSummary[];
}

/** The summary of any item. */
export function toSummary(item: Item): ItemSummary {
  const { id, type, title, tags, aliases } = item;
  return { id, type, title, tags, aliases, points: [], ...particulars(item) };
}

function particulars(item: Item): Partial<ItemSummary> {
  switch (item.type) {
    case 'question': {
      const { tier, topic, kind, seconds, keyPoints } = item;
      return { tier, topic, kind, seconds, points: keyPoints.map(toPoint) };
    }
    case 'error':
    case 'snippet':
      return { tier: item.tier, topic: item.topic, language: item.language };
    case 'sheet':
      return { tier: item.tier, topic: item.topic };
    case 'path':
      return { tiers: item.tiers };
  }
}

function toPoint({ id, weight, from, prompt }: KeyPoint): PointSummary {
  return { id, weight, from, ...(prompt !== undefined && { prompt }) };
}
