/** Items out of their packs. A pack is parsed when the first of its items is looked at, and kept while others are likely. */
import type { Item, ItemId } from '#bank/item.ts';
import type { PackFile } from '#bank/pack/pack.ts';
import type { LamplightDb } from './database.ts';
import { CorruptRowError } from './corrupt-row.ts';

/** How many parsed packs stay in memory. */
const KEPT = 12;
const parsed = new Map<string, ReadonlyMap<string, Item>>();

function keep(hash: string, items: ReadonlyMap<string, Item>): void {
  parsed.delete(hash);
  parsed.set(hash, items);
  const oldest = parsed.keys().next().value;
  if (parsed.size > KEPT && oldest !== undefined) parsed.delete(oldest);
}

/** Parses a pack's text, which was checked when it was stored. @throws CorruptRowError when it has been damaged since */
function parsePackText(file: string, text: string): ReadonlyMap<string, Item> {
  try {
    const { items } = JSON.parse(text) as PackFile;
    return new Map(items.map(({ item }) => [item.id, item]));
  } catch (error) {
    throw new CorruptRowError('packs', file, error instanceof Error ? error.message : String(error));
  }
}

/** The whole of an item; null when it is not in the bank. @throws CorruptRowError */
export async function readItem(db: LamplightDb, id: ItemId): Promise<Item | null> {
  const row = await db.items.get(id);
  if (!row) return null;
  const pack = await db.packs.get(row.pack);
  if (!pack) throw new CorruptRowError('packs', row.pack, 'the stored pack is missing');
  const items = parsed.get(pack.hash) ?? parsePackText(pack.file, pack.text);
  keep(pack.hash, items);
  const item = items.get(id);
  if (!item) throw new CorruptRowError('packs', row.pack, `it does not hold ${id}`);
  return item;
}
