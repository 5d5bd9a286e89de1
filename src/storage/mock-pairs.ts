/** The good/bad pairs of the bank, for mocks that ask what is wrong with a listing. */
import type { ItemId } from '#bank/item.ts';
import { pairsOf, type Pair } from '#mock/causes.ts';
import { readBankIndex, type BankIndex } from './bank-index.ts';
import type { LamplightDb } from './database.ts';
import { readItem } from './read-item.ts';

export interface PlacedPair {
  readonly item: ItemId;
  /** Its place among the item's pairs, from 0. */
  readonly index: number;
  readonly pair: Pair;
}

const known = new WeakMap<BankIndex, readonly PlacedPair[]>();

/** Every pair in a question's text; the whole bank is read once for each version of it. @throws CorruptRowError */
export async function readPairs(db: LamplightDb): Promise<readonly PlacedPair[]> {
  const index = await readBankIndex(db);
  const before = known.get(index);
  if (before) return before;
  const pairs: PlacedPair[] = [];
  const questions = index.rows.filter(({ summary }) => summary.type === 'question');
  // Pack by pack, so that each is parsed once.
  for (const { id } of questions.toSorted((a, b) => (a.pack < b.pack ? -1 : a.pack > b.pack ? 1 : 0))) {
    const item = await readItem(db, id as ItemId);
    if (item) pairs.push(...pairsOf(item).map((pair, place) => ({ item: item.id, index: place, pair })));
  }
  known.set(index, pairs);
  return pairs;
}
