/** Items and heads for tests of packs. */
import { createHash } from 'node:crypto';
import type { Item, ItemId } from '#bank/item.ts';
import type { Tier } from '#bank/tier.ts';
import { itemOf, SAMPLES } from './sample-texts.ts';

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const topic = (id: string) => ({ id, title: id, about: `About ${id}.` });
/** The head of a pack with two topics and one tombstone. */
export const HEAD = {
  id: 'sample',
  title: 'A sample',
  licence: 'CC0',
  domains: [{ ...topic('web'), topics: [topic('hooks'), topic('other')] }],
  retired: [{ id: 'gone', successor: 'verify-sender' }],
};

export const id = (text: string) => text as ItemId;
const NO_LINKS = { requires: [], next: [], see: [] };

export interface Made {
  readonly tier?: Tier;
  readonly topic?: string;
  readonly requires?: readonly string[];
  readonly tags?: readonly string[];
}

const BASE = itemOf('question');

/** The sample question under another name and in another place. */
export function made(
  name: string,
  { tier = 'mid', topic: place = 'web/hooks', requires = [], tags = ['a', 'b'] }: Made = {},
): Item {
  return {
    ...BASE,
    id: id(name),
    tier,
    topic: place,
    tags,
    links: { ...NO_LINKS, requires: requires.map(id) },
  };
}

/** One item of every kind. */
export const ALL: readonly Item[] = (Object.keys(SAMPLES) as (keyof typeof SAMPLES)[]).map((kind) => itemOf(kind));
