/** What the bank has for mocks that ask for a cause: its listings of which one half is bad, and its errors. */
import type { ErrorEntry, ItemId } from '#bank/item.ts';
import { causeOfError, causeOfPair, pairsOf, type Listing } from '#mock/causes.ts';
import { readBankIndex, type BankIndex } from './bank-index.ts';
import type { LamplightDb } from './database.ts';
import { readItem } from './read-item.ts';

export interface PlacedPair extends Listing {
  readonly item: ItemId;
  /** Its place among the item's pairs, from 0. */
  readonly index: number;
}

export interface Causes {
  readonly pairs: readonly PlacedPair[];
  readonly errors: readonly ErrorEntry[];
}

const known = new WeakMap<BankIndex, Causes>();

/** Every pair in a question's text, and every error; the whole bank is read once for each version of it. @throws CorruptRowError */
export async function readCauses(db: LamplightDb): Promise<Causes> {
  const index = await readBankIndex(db);
  const before = known.get(index);
  if (before) return before;
  const pairs: PlacedPair[] = [];
  const errors: ErrorEntry[] = [];
  const rows = index.rows.filter(({ summary }) => summary.type === 'question' || summary.type === 'error');
  // Pack by pack, so that each is parsed once.
  for (const { id } of rows.toSorted((a, b) => (a.pack < b.pack ? -1 : a.pack > b.pack ? 1 : 0))) {
    const item = await readItem(db, id as ItemId);
    if (item?.type === 'error') errors.push(item);
    if (item?.type !== 'question') continue;
    const { topic } = item;
    pairs.push(...pairsOf(item).map((pair, place) => ({ item: item.id, index: place, pair, topic })));
  }
  const causes = { pairs, errors };
  known.set(index, causes);
  return causes;
}

const askable = new WeakMap<Causes, Causes>();

/** Those causes that there is a choice for. @throws CorruptRowError */
export async function readAskableCauses(db: LamplightDb): Promise<Causes> {
  const all = await readCauses(db);
  const before = askable.get(all);
  if (before) return before;
  const { pairs, errors } = all;
  const found = {
    pairs: pairs.filter((pair) => causeOfPair(pair, pairs, '') !== null),
    errors: errors.filter((error) => causeOfError(error, errors, '') !== null),
  };
  askable.set(all, found);
  return found;
}
