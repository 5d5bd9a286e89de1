/**
 * Brings a bank into the database and up to date by difference. Each pack is one transaction: what has arrived can be used
 * at once, and an interrupted load goes on where it stopped. Progress hangs on item ids and is never touched by content.
 */
import { planLoad } from '#bank/pack/load-plan.ts';
import type { PackFile, PackManifest, PackRef } from '#bank/pack/pack.ts';
import { readManifest, readPackFile, type ReadResult } from '#bank/pack/read-pack.ts';
import { toSummary } from '#bank/pack/summary.ts';
import type { ItemRow, LamplightDb } from './database.ts';
import { restCards, settleCards } from './settle-cards.ts';

export type BankProblem =
  | { readonly kind: 'download'; readonly file: string; readonly why: string }
  | { readonly kind: 'damaged'; readonly file: string; readonly why: string }
  | { readonly kind: 'newer' };

/** The bank could not be brought up to date. What was stored before is still there. */
export class BankError extends Error {
  override readonly name = 'BankError';
  readonly problem: BankProblem;

  constructor(problem: BankProblem) {
    super(`bank: ${problem.kind}${'file' in problem ? ` ${problem.file}: ${problem.why}` : ''}`);
    this.problem = problem;
  }
}

export interface LoadProgress {
  readonly itemsDone: number;
  readonly itemsTotal: number;
}

export interface BankSource {
  /** The text of a file of the bank, `manifest.json` or a pack's. Rejects when it cannot be had. */
  fetchText(file: string): Promise<string>;
  /** SHA-256 as hex. */
  sha256(text: string): Promise<string>;
}

export interface BankChange {
  readonly changed: boolean;
  readonly left: readonly string[];
}

const MANIFEST = 'manifest.json';

async function download(source: BankSource, file: string): Promise<string> {
  try {
    return await source.fetchText(file);
  } catch (error) {
    throw new BankError({ kind: 'download', file, why: error instanceof Error ? error.message : String(error) });
  }
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BankError({ kind: 'damaged', file, why: error instanceof Error ? error.message : String(error) });
  }
}

function sound<T>(file: string, result: ReadResult<T>): T {
  if (result.kind === 'ok') return result.value;
  if (result.kind === 'newer') throw new BankError({ kind: 'newer' });
  const why = result.kind === 'invalid' ? `unexpected content at ${result.at}` : 'larger than any real pack';
  throw new BankError({ kind: 'damaged', file, why });
}

async function fetchPack(source: BankSource, ref: PackRef): Promise<{ text: string; pack: PackFile }> {
  const text = await download(source, ref.file);
  if ((await source.sha256(text)) !== ref.hash) {
    throw new BankError({ kind: 'damaged', file: ref.file, why: 'its content is not what the manifest announced' });
  }
  return { text, pack: sound(ref.file, readPackFile(parseJson(ref.file, text))) };
}

async function storePack(
  db: LamplightDb,
  manifest: PackManifest,
  ref: PackRef,
  fetched: { text: string; pack: PackFile },
): Promise<void> {
  const place = new Map(manifest.order.map((id, index) => [id, index]));
  const rows: ItemRow[] = fetched.pack.items.map(({ hash, item }) => ({
    id: item.id,
    bank: manifest.id,
    pack: ref.file,
    hash,
    position: place.get(item.id) ?? manifest.order.length,
    summary: toSummary(item),
  }));
  await db.transaction('rw', [db.packs, db.items, db.cards, db.marks], async () => {
    await db.packs.put({ file: ref.file, hash: ref.hash, bank: manifest.id, text: fetched.text });
    await db.items.bulkPut(rows);
    await settleCards(db, rows);
  });
}

/** Items whose place in the order of learning moved although their pack is the same. */
async function moveItems(db: LamplightDb, manifest: PackManifest): Promise<void> {
  const place = new Map<string, number>(manifest.order.map((id, index) => [id, index]));
  const rows = await db.items.where('bank').equals(manifest.id).toArray();
  const moved = rows.flatMap((row) => {
    const position = place.get(row.id);
    return position === undefined || position === row.position ? [] : [{ ...row, position }];
  });
  if (moved.length === 0) return;
  await db.items.bulkPut(moved);
  await settleCards(db, moved);
}

/** Items that left: their text goes, their cards rest, their history stays. */
async function dropItems(db: LamplightDb, ids: readonly string[]): Promise<void> {
  await restCards(db, ids);
  await db.items.bulkDelete([...ids]);
}

async function finish(db: LamplightDb, manifest: PackManifest): Promise<string[]> {
  return db.transaction('rw', [db.banks, db.packs, db.items, db.cards, db.marks], async () => {
    const stays = new Set<string>(manifest.order);
    const ids = await db.items.where('bank').equals(manifest.id).primaryKeys();
    const left = ids.filter((id) => !stays.has(id));
    await dropItems(db, left);
    await moveItems(db, manifest);
    const files = new Set(manifest.packs.map((pack) => pack.file));
    const stored = await db.packs.where('bank').equals(manifest.id).primaryKeys();
    await db.packs.bulkDelete(stored.filter((file) => !files.has(file)));
    await db.banks.put({ id: manifest.id, manifest });
    return left;
  });
}

/** The stored manifest, if the stored packs are exactly its own; after an update that was cut off they are not. */
async function settledManifest(db: LamplightDb, id: string): Promise<PackManifest | undefined> {
  const manifest = (await db.banks.get(id))?.manifest;
  const files = await db.packs.where('bank').equals(id).primaryKeys();
  const own = new Set(manifest?.packs.map((ref) => ref.file));
  return own.size === files.length && files.every((file) => own.has(file)) ? manifest : undefined;
}

/** Whether a pack is stored and its items are taken from it. */
async function isInPlace(db: LamplightDb, { file, items }: PackRef): Promise<boolean> {
  return (await db.packs.where('file').equals(file).count()) > 0 && (await countItems(db, file)) === items;
}

function countItems(db: LamplightDb, file: string): Promise<number> {
  return db.items.where('pack').equals(file).count();
}

/** Packs to fetch, in the order in which they should arrive; what an interrupted load has stored is not fetched again. */
async function missingPacks(
  db: LamplightDb,
  settled: PackManifest | undefined,
  next: PackManifest,
): Promise<readonly PackRef[]> {
  const { fetch } = planLoad(settled, next);
  if (settled) return fetch;
  const inPlace = await Promise.all(fetch.map((ref) => isInPlace(db, ref)));
  return fetch.filter((_, index) => !inPlace[index]);
}

/**
 * Compares the bank on offer with the stored one and fetches what differs, the first lessons first. `onProgress` is called
 * after each pack is stored and usable.
 *
 * @throws BankError; all that was stored before, and every pack that has arrived, stays usable
 */
export async function loadBank(
  db: LamplightDb,
  source: BankSource,
  onProgress: (progress: LoadProgress) => void = () => undefined,
): Promise<BankChange> {
  const text = await download(source, MANIFEST);
  const manifest = sound(MANIFEST, readManifest(parseJson(MANIFEST, text)));
  const settled = await settledManifest(db, manifest.id);
  if (settled?.version === manifest.version) return { changed: false, left: [] };
  const missing = await missingPacks(db, settled, manifest);
  const itemsTotal = missing.reduce((sum, ref) => sum + ref.items, 0);
  let itemsDone = 0;
  for (const ref of missing) {
    await storePack(db, manifest, ref, await fetchPack(source, ref));
    itemsDone += ref.items;
    onProgress({ itemsDone, itemsTotal });
  }
  return { changed: true, left: await finish(db, manifest) };
}
