/** Items out of their packs. Of a pack's text only the line of the item that is looked at is parsed. */
import type { Item, ItemId } from '#bank/item.ts';
import type { PackedItem, PackFile } from '#bank/pack/pack.ts';
import type { ItemRow, LamplightDb } from './database.ts';
import { CorruptRowError } from './corrupt-row.ts';
import type { PackRow } from './rows.ts';

/** How many texts and how many parsed items stay in memory: those of a session. */
const KEPT_PACKS = 6;
const KEPT_ITEMS = 48;

interface Memory {
  readonly packs: Map<string, PackRow>;
  readonly items: Map<string, Item>;
}

const memories = new WeakMap<LamplightDb, Memory>();

function memoryOf(db: LamplightDb): Memory {
  const memory = memories.get(db) ?? { packs: new Map(), items: new Map() };
  memories.set(db, memory);
  return memory;
}

function keep<T>(kept: Map<string, T>, most: number, key: string, value: T): T {
  kept.delete(key);
  kept.set(key, value);
  const oldest = kept.keys().next().value;
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  return value;
}

/** The item on a line of its own; undefined in a pack that was stored before there were such lines. */
function onItsLine(text: string, { id, hash }: ItemRow): Item | undefined {
  const start = text.indexOf(`\n{"hash":"${hash}"`);
  const end = text.indexOf('\n', start + 1);
  if (start < 0 || end < 0) return undefined;
  const { item } = JSON.parse(text.slice(start, end).replace(/,$/, '')) as PackedItem;
  return item.id === id ? item : undefined;
}

/** Parses out of a pack's text, which was checked when it was stored. @throws CorruptRowError when it has been damaged since */
function parseItem({ file, text }: PackRow, row: ItemRow): Item {
  try {
    const item =
      onItsLine(text, row) ?? (JSON.parse(text) as PackFile).items.find((one) => one.item.id === row.id)?.item;
    if (item) return item;
  } catch (error) {
    throw new CorruptRowError('packs', file, error instanceof Error ? error.message : String(error));
  }
  throw new CorruptRowError('packs', file, `it does not hold ${row.id}`);
}

/**
 * The whole of an item; null when it is not in the bank. Nothing but the database is waited for: a live query would not see what
 * is read after another promise.
 *
 * @throws CorruptRowError
 */
export async function readItem(db: LamplightDb, id: ItemId): Promise<Item | null> {
  const row = await db.items.get(id);
  if (!row) return null;
  const { packs, items } = memoryOf(db);
  const key = `${row.pack}#${id}`;
  const known = items.get(key);
  if (known) return keep(items, KEPT_ITEMS, key, known);
  const pack = packs.get(row.pack) ?? (await db.packs.get(row.pack));
  if (!pack) throw new CorruptRowError('packs', row.pack, 'the stored pack is missing');
  const item = parseItem(pack, row);
  // A damaged text is not kept: it may be fetched again.
  keep(packs, KEPT_PACKS, row.pack, pack);
  return keep(items, KEPT_ITEMS, key, item);
}
