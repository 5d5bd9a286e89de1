/** Keeps the rows of cards in line with the bank: what is asked, where it stands in the order, what rests. */
import type { ItemId } from '#bank/item.ts';
import { newCard } from '#review/card-state.ts';
import type { ItemRow, LamplightDb } from './database.ts';
import { placeOf } from './place.ts';
import { cardRow, type CardRow } from './rows.ts';
import { stateOfRow } from './today.ts';

/** Rows of cards for questions that are new, and rows of known cards in their new place; those of points that are gone rest. */
async function cardRowsFor(db: LamplightDb, questions: readonly ItemRow[]): Promise<CardRow[]> {
  const known = await db.cards
    .where('item')
    .anyOf(questions.map((row) => row.id))
    .toArray();
  const withCard = new Set(known.filter((card) => card.point === null).map((card) => String(card.item)));
  const places = new Map(questions.map((row) => [row.id, placeOf(row)]));
  const moved = known.map((card) => cardRow(stateOfRow(card), places.get(card.item) ?? null));
  const fresh = questions
    .filter((row) => !withCard.has(row.id))
    .map((row) => cardRow(newCard(row.id as ItemId, null), placeOf(row)));
  return [...moved, ...fresh];
}

/**
 * Cards of what is no longer a question rest when the log speaks of it (then it has a mark), and go when it does not.
 *
 * @throws CorruptRowError
 */
export async function restCards(db: LamplightDb, ids: readonly string[]): Promise<void> {
  const cards = await db.cards.where('item').anyOf(ids).toArray();
  if (cards.length === 0) return;
  const marked = new Set((await db.marks.where('item').anyOf(ids).primaryKeys()).map(String));
  await db.cards.bulkDelete(cards.map((card) => card.id));
  await db.cards.bulkPut(cards.filter((card) => marked.has(card.item)).map((card) => cardRow(stateOfRow(card), null)));
}

/** Brings the cards of some items into line with the bank, whatever it now says of them. @throws CorruptRowError */
export async function settleItems(db: LamplightDb, ids: readonly string[]): Promise<void> {
  const rows = await db.items.bulkGet([...ids]);
  await restCards(
    db,
    ids.filter((_, index) => !rows[index]),
  );
  await settleCards(
    db,
    rows.filter((row) => row !== undefined),
  );
}

/** Brings the cards of changed items into line with what the items are now. @throws CorruptRowError */
export async function settleCards(db: LamplightDb, rows: readonly ItemRow[]): Promise<void> {
  const questions = rows.filter((row) => row.summary.type === 'question');
  const others = rows.filter((row) => row.summary.type !== 'question');
  await db.cards.bulkPut(await cardRowsFor(db, questions));
  await restCards(
    db,
    others.map((row) => row.id),
  );
}
