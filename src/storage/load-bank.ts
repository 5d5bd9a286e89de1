/** Brings a bank into the database and up to date by difference. Progress hangs on item ids and is never touched by content. */
import type { PackFile, PackManifest, PackRef } from '#bank/pack/pack.ts';
import { toSummary } from '#bank/pack/summary.ts';
import { DEFAULT_SETTINGS } from '#review/settings.ts';
import { bringPack, fetchManifest, storedPack, type BankSource } from './bank-files.ts';
import type { ItemRow, LamplightDb } from './database.ts';
import { restCards, settleCards } from './settle-cards.ts';

export interface LoadProgress {
  readonly itemsDone: number;
  readonly itemsTotal: number;
  /** Whether there is something to ask already. */
  readonly usable: boolean;
}

export interface BankChange {
  readonly changed: boolean;
  readonly left: readonly string[];
}

/** So many questions make a first lesson: a day's new cards, as long as nobody sets another number. */
const FIRST_LESSON = DEFAULT_SETTINGS.newPerDay;

/** Packs on their way at the same time, so that a far server does not make each wait for the one before it. */
const ABREAST = 6;

const SETTLED_TABLES = ['banks', 'packs', 'items', 'cards', 'marks'];

interface Missing {
  readonly ref: PackRef;
  /** Its text is here already. */
  readonly stored: boolean;
}

function isQuestion({ summary }: ItemRow): boolean {
  return summary.type === 'question';
}

/** The rows of a pack's items. */
function rowsOf(
  { id, order }: PackManifest,
  places: ReadonlyMap<string, number>,
  file: string,
  pack: PackFile,
): ItemRow[] {
  return pack.items.map(({ hash, item }) => ({
    id: item.id,
    bank: id,
    pack: file,
    hash,
    position: places.get(item.id) ?? order.length,
    summary: toSummary(item),
  }));
}

/** Puts items in use, with their cards. */
async function settle(db: LamplightDb, rows: readonly ItemRow[]): Promise<void> {
  await db.items.bulkPut(rows);
  await settleCards(db, rows);
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

/** The last step: every item that is still to be settled, what moved, what left, and the manifest, all at once. */
async function finish(db: LamplightDb, manifest: PackManifest, rows: readonly ItemRow[]): Promise<string[]> {
  return db.transaction('rw', SETTLED_TABLES, async () => {
    await settle(db, rows);
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

/** How far a pack has come: `absent`, `stored` as a text whose items are not in use yet, or `settled`. */
async function stageOf(db: LamplightDb, { file, items }: PackRef): Promise<'absent' | 'stored' | 'settled'> {
  if ((await db.packs.where('file').equals(file).count()) === 0) return 'absent';
  return (await db.items.where('pack').equals(file).count()) === items ? 'settled' : 'stored';
}

/** Packs whose items are to be settled, in the order in which they should arrive. */
async function missingPacks(
  db: LamplightDb,
  settled: PackManifest | undefined,
  next: PackManifest,
): Promise<readonly Missing[]> {
  if (settled) {
    const had = new Set(settled.packs.map(({ hash }) => hash));
    return next.packs.filter(({ hash }) => !had.has(hash)).map((ref) => ({ ref, stored: false }));
  }
  const stages = await Promise.all(next.packs.map((ref) => stageOf(db, ref)));
  return next.packs.flatMap((ref, index) =>
    stages[index] === 'settled' ? [] : [{ ref, stored: stages[index] === 'stored' }],
  );
}

/**
 * Compares the bank on offer with the stored one and fetches what differs, the first lessons first. Each pack is kept when it
 * arrives, so an interrupted load goes on where it stopped. On a first visit the first lesson is put in use as soon as it is
 * there; all else in one step at the end, so that no screen ever reads a bank that is half old and half new, or reads again
 * for every pack. `onProgress` is called after each pack.
 *
 * @throws BankError; all that was stored before, and on a first visit every pack that has arrived, stays usable
 */
export async function loadBank(
  db: LamplightDb,
  source: BankSource,
  onProgress: (progress: LoadProgress) => void = () => undefined,
): Promise<BankChange> {
  const manifest = await fetchManifest(source);
  const settled = await settledManifest(db, manifest.id);
  if (settled?.version === manifest.version) return { changed: false, left: [] };
  const rows = await bringMissing(db, source, manifest, await missingPacks(db, settled, manifest), onProgress);
  return { changed: true, left: await finish(db, manifest, rows) };
}

/** Does the work for each of a list, some at a time, and answers in the order of the list. */
async function* inOrder<T, R>(list: readonly T[], abreast: number, work: (one: T) => Promise<R>): AsyncGenerator<R> {
  const begun: Promise<R>[] = [];
  for (let next = 0; next < list.length; next += 1) {
    for (const one of list.slice(begun.length, next + abreast)) {
      const result = work(one);
      // What fails is told when its turn comes, and not before.
      result.catch(() => undefined);
      begun.push(result);
    }
    yield await (begun[next] as Promise<R>);
  }
}

/** Brings packs and answers with the rows that are still to be settled. */
async function bringMissing(
  db: LamplightDb,
  source: BankSource,
  manifest: PackManifest,
  missing: readonly Missing[],
  onProgress: (progress: LoadProgress) => void,
): Promise<readonly ItemRow[]> {
  const places = new Map(manifest.order.map((id, index) => [id, index]));
  const itemsTotal = missing.reduce((sum, { ref }) => sum + ref.items, 0);
  let usable = (await db.cards.limit(1).count()) > 0;
  let itemsDone = 0;
  let waiting: ItemRow[] = [];
  const settleWaiting = async (): Promise<void> => {
    await db.transaction('rw', SETTLED_TABLES, () => settle(db, waiting));
    waiting = [];
  };
  try {
    const bring = async ({ ref, stored }: Missing) => ({
      ref,
      pack: (stored && (await storedPack(db, source, ref))) || (await bringPack(db, source, manifest, ref)),
    });
    for await (const { ref, pack } of inOrder(missing, ABREAST, bring)) {
      waiting.push(...rowsOf(manifest, places, ref.file, pack));
      itemsDone += ref.items;
      if (!usable && waiting.filter(isQuestion).length >= FIRST_LESSON) {
        await settleWaiting();
        usable = true;
      }
      onProgress({ itemsDone, itemsTotal, usable });
    }
    return waiting;
  } catch (error) {
    if (!(await db.banks.get(manifest.id))) await settleWaiting();
    throw error;
  }
}
