/** A person's own questions: kept as rows among the settings, and put among the bank's items by this one place. */
import { v7 as uuidV7 } from 'uuid';
import type { ItemId } from '#bank/item.ts';
import { PACK_FORMAT, type PackManifest } from '#bank/pack/pack.ts';
import { toSummary } from '#bank/pack/summary.ts';
import { seededFraction } from '#memory/fuzz.ts';
import type { DeviceId } from '#review/ids.ts';
import { itemOf, OWN_BANK, OWN_LIMITS, OWN_TOPIC, ownRows, type OwnQuestion } from '#review/own-question.ts';
import { putCarried } from './carried-row.ts';
import type { ItemRow, LamplightDb } from './database.ts';
import { restCards, settleCards } from './settle-cards.ts';

const TABLES = ['settings', 'banks', 'packs', 'items', 'cards', 'marks'];

/** They stand before all others in the order of learning: who wrote one was asked it. */
const FIRST_POSITION = -OWN_LIMITS.questions;

const rowsOfOwn = (db: LamplightDb) => db.settings.where('key').startsWith(ownRows.prefix);

/** An id for a question that is written now. */
export function newOwnId(): ItemId {
  return `own-${uuidV7()}` as ItemId;
}

/** An id for a point that is written now: no other has it, here or elsewhere, not even one that was removed. */
export function newOwnPointId(): string {
  return `p-${uuidV7().slice(-12)}`;
}

/** One question; null when there is none of this id, or it was removed. */
export async function readOwn(db: LamplightDb, id: ItemId): Promise<OwnQuestion | null> {
  return ownRows.from([await db.settings.get(ownRows.keyOf(id))])[0] ?? null;
}

/** Whether there is room for one more; rows of removed ones count, since they travel. */
export async function hasRoomForOwn(db: LamplightDb): Promise<boolean> {
  return (await rowsOfOwn(db).count()) < OWN_LIMITS.questions;
}

/**
 * Stores a question as it now is, or removes it, and brings the bank's items into line in the same transaction. What was
 * learnt of it stays in the history.
 *
 * @throws RangeError for a question that is none
 */
export async function writeOwn(
  db: LamplightDb,
  id: ItemId,
  own: OwnQuestion | null,
  device: DeviceId,
  nowMs: number,
): Promise<void> {
  await db.transaction('rw', TABLES, async () => {
    await putCarried(db, ownRows.keyOf(id), (stamp) => ownRows.row(id, own, stamp), device, nowMs);
    await settle(db);
  });
}

/** Makes the items anew from the rows, as after a restore. */
export async function settleOwn(db: LamplightDb): Promise<void> {
  await db.transaction('rw', TABLES, () => settle(db));
}

/** The same for the same text alone: what came in from elsewhere may be neither more nor later than what it replaces. */
function nameOf(text: string): string {
  return `${OWN_BANK}-${seededFraction(text)}`;
}

async function settle(db: LamplightDb): Promise<void> {
  const questions = ownRows.from(await rowsOfOwn(db).toArray());
  const before = await db.items.where('bank').equals(OWN_BANK).primaryKeys();
  const here = new Set<string>(questions.map(({ id }) => id));
  const left = before.filter((id) => !here.has(id));
  await restCards(db, left);
  await db.items.bulkDelete(left);
  await db.packs.where('bank').equals(OWN_BANK).delete();
  if (questions.length === 0) return db.banks.delete(OWN_BANK);
  const items = questions.map(itemOf).map((item) => ({ hash: nameOf(JSON.stringify(item)), item }));
  const text = `{"items":[\n${items.map((packed) => JSON.stringify(packed)).join(',\n')}\n]}`;
  // Whoever holds a text or an item in memory does so by the name of its pack.
  const version = nameOf(text);
  await db.packs.put({ file: version, hash: version, bank: OWN_BANK, text });
  const itemRows = items.map(({ hash, item }, index): ItemRow => {
    const position = FIRST_POSITION + index;
    return { id: item.id, bank: OWN_BANK, pack: version, hash, position, summary: toSummary(item) };
  });
  await db.items.bulkPut(itemRows);
  await db.banks.put({ id: OWN_BANK, manifest: manifestOf(version, questions) });
  await settleCards(db, itemRows);
}

function manifestOf(version: string, questions: readonly OwnQuestion[]): PackManifest {
  const [domain = '', topic = ''] = OWN_TOPIC.split('/');
  const about = 'What you wrote yourself.';
  const isUsed = questions.some((question) => question.topic === OWN_TOPIC);
  return {
    id: OWN_BANK,
    title: 'Your own questions',
    licence: '',
    domains: isUsed
      ? [{ id: domain, title: 'Your own', about, topics: [{ id: topic, title: 'Questions', about }] }]
      : [],
    retired: [],
    format: PACK_FORMAT,
    version,
    packs: [{ file: version, hash: version, bytes: 0, items: questions.length }],
    order: questions.map(({ id }) => id),
  };
}
