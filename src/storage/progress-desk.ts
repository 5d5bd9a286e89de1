/**
 * All that Progress is made of, held in memory: read once, then brought up to date by what the journal says, so that an answer costs the
 * reading of one item, however long the log is.
 */
import type { ItemId } from '#bank/item.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { countAnswer, type DayTally } from '#progress/day-tally.ts';
import type { CardState } from '#review/card-state.ts';
import type { ReplayContext } from '#review/reduce.ts';
import { readBankIndex, type BankIndex } from './bank-index.ts';
import { readInBatches } from './batches.ts';
import type { LamplightDb } from './database.ts';
import {
  changesOf,
  journalAfter,
  keepPackedCards,
  readBasis,
  readPackedCards,
  readStoredDays,
  settleDays,
  type TallyBasis,
} from './progress-days.ts';
import type { JournalRow } from './progress-journal.ts';
import { packCards, unpackCards } from './progress-pack.ts';
import { stateOfRow } from './today.ts';

export interface Desk {
  readonly index: BankIndex;
  /** The cards of each item that was ever answered: those that were learned and not reset. */
  readonly cards: ReadonlyMap<ItemId, readonly CardState[]>;
  readonly tallies: ReadonlyMap<StudyDay, DayTally>;
}

type Facts = Omit<Desk, 'index'>;

interface Held {
  readonly facts: Facts;
  readonly basis: TallyBasis;
  readonly context: ReplayContext;
  /** The last line of the journal that is in it. */
  readonly seq: number;
}

/** The last desk of each database. What is in it is never changed, only replaced. */
const desks = new WeakMap<LamplightDb, Held>();

type CardsOf = Map<ItemId, CardState[]>;

function addCards(cards: CardsOf, states: readonly CardState[]): void {
  for (const state of states) {
    if (state.learning.kind === 'new') continue;
    const own = cards.get(state.item);
    if (own) own.push(state);
    else cards.set(state.item, [state]);
  }
}

/** Puts the cards of some items as they are stored in the place of those that are there. */
async function replaceCards(db: LamplightDb, cards: CardsOf, lines: readonly JournalRow[]): Promise<void> {
  const items = [...new Set(lines.map(({ item }) => item))];
  const rows = await db.cards.where('item').anyOf(items).toArray();
  for (const item of items) cards.delete(item);
  addCards(cards, rows.map(stateOfRow));
}

/** Rows in one batch: a batch is a task of its own. */
const BATCH = 1000;

/** From the packed cards and the lines since, or from the rows. */
async function readCards(db: LamplightDb, basis: TallyBasis): Promise<CardsOf> {
  const cards: CardsOf = new Map();
  const packed = await readPackedCards(db, basis);
  if (packed) {
    addCards(cards, unpackCards(packed.text));
    await replaceCards(db, cards, await journalAfter(db, packed.seq));
  } else addCards(cards, (await readInBatches(db.cards, ({ id }) => id, BATCH)).map(stateOfRow));
  return cards;
}

async function readAll(db: LamplightDb, basis: TallyBasis, context: ReplayContext): Promise<Held> {
  const [tallies, cards] = await Promise.all([readStoredDays(db), readCards(db, basis)]);
  return { facts: { cards, tallies }, basis, context, seq: basis.seq };
}

/** Whether what is held only lacks some lines of the journal, all of which are still there. */
function canGoOn(held: Held | undefined, basis: TallyBasis, context: ReplayContext): held is Held {
  return held?.context === context && held.basis.round === basis.round && held.seq >= basis.seq;
}

async function goOn(db: LamplightDb, from: Held): Promise<Held> {
  const { facts, context } = from;
  const lines = await journalAfter(db, from.seq);
  const seq = lines.at(-1)?.seq;
  if (seq === undefined) return from;
  const cards: CardsOf = new Map(facts.cards as ReadonlyMap<ItemId, CardState[]>);
  const [changes] = await Promise.all([changesOf(db, lines, context), replaceCards(db, cards, lines)]);
  const tallies = new Map(facts.tallies);
  for (const [answer, by] of changes) countAnswer(tallies, answer, by, context.scheduler);
  return { ...from, facts: { cards, tallies }, seq };
}

/** One moment of the database; null when the days must be counted first. */
async function readHeld(db: LamplightDb, context: ReplayContext, known: Held | undefined): Promise<Held | null> {
  return db.transaction('r', [db.tallies, db.journal, db.events, db.cards], async () => {
    const basis = await readBasis(db, context);
    if (!basis) return null;
    return goOn(db, canGoOn(known, basis, context) ? known : await readAll(db, basis, context));
  });
}

/** The desk as it is now; null when the days must be counted first. @throws CorruptRowError */
export async function readDesk(db: LamplightDb, context: ReplayContext): Promise<Desk | null> {
  const [index, held] = await Promise.all([readBankIndex(db), readHeld(db, context, desks.get(db))]);
  if (!held) return null;
  desks.set(db, held);
  return { ...held.facts, index };
}

/** Adds up what the journal holds and keeps the cards of the desk for the next start. For when there is nothing else to do. */
export async function settleDesk(db: LamplightDb, context: ReplayContext): Promise<void> {
  await settleDays(db, context);
  const held = desks.get(db);
  if (!held || held.context !== context) return;
  const { seq, basis, facts } = held;
  if ((await readPackedCards(db, basis))?.seq === seq) return;
  await keepPackedCards(db, { seq, round: basis.round, text: packCards([...facts.cards.values()].flat()) }, context);
}
