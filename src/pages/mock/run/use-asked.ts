/** The item of the question that is asked now, with what there is to choose from where a cause is to be found. */
import type { ErrorEntry, Item } from '#bank/item.ts';
import { causeOfError, causeOfPair, type Cause, type Pair } from '#mock/causes.ts';
import type { DrawnQuestion } from '#mock/drawn.ts';
import type { LamplightDb } from '#storage/database.ts';
import { readCauses } from '#storage/mock-pairs.ts';
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
  switch (asked.as) {
    case 'question':
      return { item, pair: null, cause: null };
    case 'error':
      return { item, pair: null, cause: item.type === 'error' ? await readFix(db, item, own) : null };
    case 'pair':
      return { item, ...(await readFault(db, item, asked.pair ?? 0, own)) };
  }
}

/** The whole bank is read only where an entry has no wrong fix of its own. */
async function readFix(db: LamplightDb, error: ErrorEntry, seed: string): Promise<Cause | null> {
  return causeOfError(error, [], seed) ?? causeOfError(error, (await readCauses(db)).errors, seed);
}

async function readFault(db: LamplightDb, item: Item, place: number, seed: string): Promise<Omit<Asked, 'item'>> {
  const { pairs } = await readCauses(db);
  const listing = pairs.find((each) => each.item === item.id && each.index === place);
  return { pair: listing?.pair ?? null, cause: listing ? causeOfPair(listing, pairs, seed) : null };
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
