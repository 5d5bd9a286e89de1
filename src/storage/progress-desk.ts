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
import { changesOf, journalAfter, readBasis, readStoredDays, type TallyBasis } from './progress-days.ts';
import type { CardRow } from './rows.ts';
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
const desks = new WeakMap<LamplightDb, { readonly held: Held; readonly index: BankIndex }>();

function addCards(cards: Map<ItemId, CardState[]>, rows: readonly CardRow[]): void {
  for (const row of rows) {
    const state = stateOfRow(row);
    if (state.learning.kind === 'new') continue;
    const own = cards.get(state.item);
    if (own) own.push(state);
    else cards.set(state.item, [state]);
  }
}

/** Rows in one batch: a batch is a task of its own. */
const BATCH = 1000;

async function readAll(db: LamplightDb, basis: TallyBasis, context: ReplayContext): Promise<Held> {
  const [tallies, rows] = await Promise.all([readStoredDays(db), readInBatches(db.cards, ({ id }) => id, BATCH)]);
  const cards = new Map<ItemId, CardState[]>();
  addCards(cards, rows);
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
  const items = [...new Set(lines.map(({ item }) => item))];
  const [rows, changes] = await Promise.all([
    db.cards.where('item').anyOf(items).toArray(),
    changesOf(db, lines, context),
  ]);
  const cards = new Map<ItemId, CardState[]>(facts.cards as ReadonlyMap<ItemId, CardState[]>);
  for (const item of items) cards.delete(item);
  addCards(cards, rows);
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
  const known = desks.get(db);
  const [index, first] = await Promise.all([readBankIndex(db), readHeld(db, context, known?.held)]);
  // An update of the bank moves cards and lets some rest.
  const held = known && known.index !== index ? await readHeld(db, context, undefined) : first;
  if (!held) return null;
  desks.set(db, { held, index });
  return { ...held.facts, index };
}
