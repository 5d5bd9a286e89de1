/** The item of the question that is asked now, with what there is to choose from where a cause is to be found. */
import type { Item } from '#bank/item.ts';
import { causeOfError, causeOfPair, pairsOf, type Cause, type Pair } from '#mock/causes.ts';
import type { DrawnQuestion } from '#mock/drawn.ts';
import type { LamplightDb } from '#storage/database.ts';
import { readPairs } from '#storage/mock-pairs.ts';
import { readItem } from '#storage/read-item.ts';
import { useLive } from '#storage/use-live.ts';

export interface Asked {
  readonly item: Item;
  readonly pair: Pair | null;
  readonly cause: Cause | null;
}

async function readAsked(db: LamplightDb, asked: DrawnQuestion, seed: string): Promise<Asked | null> {
  const item = await readItem(db, asked.item);
  if (!item) return null;
  const own = `${seed} ${asked.item} ${asked.pair ?? ''}`;
  if (asked.as === 'error') return { item, pair: null, cause: item.type === 'error' ? causeOfError(item, own) : null };
  if (asked.as === 'question') return { item, pair: null, cause: null };
  const pair = pairsOf(item)[asked.pair ?? 0] ?? null;
  const others = (await readPairs(db)).map((each) => each.pair);
  return { item, pair, cause: pair && causeOfPair(pair, others, own) };
}

/** Undefined until it is read; null when it has left the bank. */
export function useAsked(asked: DrawnQuestion, seed: string): Asked | null | undefined {
  const found = useLive(
    async ({ db }) => ({ of: asked, asked: await readAsked(db, asked, seed) }),
    [asked.item, asked.pair, asked.as, seed],
  );
  // What was read for the question before is not this one's.
  return found?.of.item === asked.item && found.of.pair === asked.pair ? found.asked : undefined;
}
