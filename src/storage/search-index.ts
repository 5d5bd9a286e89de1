/**
 * Where the index of a bank comes from: kept from last time, else the file that was shipped beside its packs, else made of
 * the packs that are stored. It can be thrown away at any time.
 */
import type { Item } from '#bank/item.ts';
import type { PackFile } from '#bank/pack/pack.ts';
import { IndexBuilder } from '#search/build-index.ts';
import type { SearchDocument } from '#search/document.ts';
import { INDEX_FORMAT, openIndex, storeIndex, type PackedIndex, type StoredIndex } from '#search/packed.ts';
import { openShipped, shippedName } from '#search/shipped.ts';
import { OWN_BANK } from '#review/own-question.ts';
import type { LamplightDb } from './database.ts';

const KEPT = 'searchIndex';

interface Kept {
  readonly version: string;
  readonly index: StoredIndex;
}

/** The banks and packs that everybody has; a person's own questions are indexed apart, beside their notes. */
async function readShared(db: LamplightDb) {
  const [banks, files] = await Promise.all([
    db.banks.where('id').notEqual(OWN_BANK).toArray(),
    db.packs.where('bank').notEqual(OWN_BANK).primaryKeys(),
  ]);
  return { banks, files };
}

/** What the index is made of: the same text, the same index. */
export async function searchVersion(db: LamplightDb): Promise<string> {
  const { banks, files } = await readShared(db);
  return JSON.stringify([INDEX_FORMAT, banks.map(({ manifest }) => manifest.version), files]);
}

/** The items of a pack; none when its text is damaged, which whoever opens one of them is told. */
function itemsIn(text: string): Item[] {
  try {
    return (JSON.parse(text) as PackFile).items.map(({ item }) => item);
  } catch {
    return [];
  }
}

async function readKept(db: LamplightDb, version: string): Promise<PackedIndex | null> {
  const row = await db.local.get(KEPT);
  const kept = row?.value as Partial<Kept> | undefined;
  return kept?.version === version && kept.index ? openIndex(kept.index) : null;
}

/** A full disk costs a second at the next start, nothing else. */
async function keep(db: LamplightDb, version: string, index: PackedIndex): Promise<void> {
  try {
    await db.local.put({ key: KEPT, value: { version, index: storeIndex(index) } satisfies Kept });
  } catch {
    // Made again next time.
  }
}

/** The version of the one bank there is, when its packs are exactly those that are stored; else no file can speak for all. */
async function shippedVersion(db: LamplightDb): Promise<string | null> {
  const {
    banks: [bank, ...others],
    files,
  } = await readShared(db);
  if (!bank || others.length > 0) return null;
  const own = new Set<string>(bank.manifest.packs.map(({ file }) => file));
  return own.size === files.length && files.every((file) => own.has(file)) ? bank.manifest.version : null;
}

/** The shipped file; null where there is none, or it is not this bank's. */
async function fetchShipped(db: LamplightDb, base: string | null): Promise<PackedIndex | null> {
  const version = base === null ? null : await shippedVersion(db);
  if (base === null || version === null) return null;
  try {
    const response = await fetch(base + shippedName(version));
    return response.ok ? openShipped(await response.text(), version) : null;
  } catch {
    return null;
  }
}

/** Made of the stored packs. `read` turns an item into what is indexed of it. */
async function build(db: LamplightDb, read: (item: Item) => SearchDocument): Promise<PackedIndex> {
  const rows = await db.items
    .orderBy('position')
    .filter(({ bank }) => bank !== OWN_BANK)
    .toArray();
  const packOf = new Map(rows.map(({ id, pack }) => [id, pack]));
  const builder = new IndexBuilder();
  for (const file of new Set(packOf.values())) {
    const pack = await db.packs.get(file);
    // An update may be under way: what is not there yet comes with the next refresh.
    const items = pack ? itemsIn(pack.text).filter(({ id }) => packOf.get(id) === file) : [];
    for (const item of items) builder.add(read(item));
  }
  return builder.finish();
}

export interface IndexWish {
  /** Of `searchVersion`. */
  readonly version: string;
  /** Address of the packs' folder; null where nothing can be fetched. */
  readonly base: string | null;
  readonly read: (item: Item) => SearchDocument;
}

/** The index of all that is installed, from wherever it is had soonest. */
export async function findIndex(db: LamplightDb, { version, base, read }: IndexWish): Promise<PackedIndex> {
  const kept = await readKept(db, version);
  if (kept) return kept;
  const index = (await fetchShipped(db, base)) ?? (await build(db, read));
  await keep(db, version, index);
  return index;
}
