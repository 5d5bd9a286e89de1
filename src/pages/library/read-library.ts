/** Everything that the Library lists, read from small rows: no item's text is touched. */
import type { DomainHead } from '#bank/head.ts';
import type { ItemId } from '#bank/item.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { floorsOf, type Floor } from '#progress/house.ts';
import { standingOf, type Standing } from '#progress/standing.ts';
import type { CardState } from '#review/card-state.ts';
import { readBankIndex } from '#storage/bank-index.ts';
import { readInBatches } from '#storage/batches.ts';
import type { ItemRow, LamplightDb } from '#storage/database.ts';
import { stateOfRow } from '#storage/today.ts';
import { entriesOf, type Entry } from './entry.ts';

export interface LibraryRows {
  /** In the recommended order of learning. */
  readonly items: readonly ItemRow[];
  /** The cards of whole questions that were ever answered or taken out of the schedule, by item. */
  readonly cards: ReadonlyMap<string, CardState>;
  readonly flagged: ReadonlySet<string>;
  readonly domains: readonly DomainHead[];
}

/** The Library as it is on a day. */
export interface LibraryView {
  /** In the recommended order of learning. */
  readonly entries: readonly Entry[];
  readonly domains: readonly DomainHead[];
  /** How each topic stands, by `domain/topic`. */
  readonly floors: ReadonlyMap<string, Floor>;
}

/** Lines that are made in one go, between two looks at what the person does. */
const SLICE = 1500;

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** The lines of the Library and how its topics stand, made a part at a time. @throws CorruptRowError */
export async function readLibrary(db: LamplightDb, today: StudyDay, scheduler: Scheduler): Promise<LibraryView> {
  const { items, cards, flagged, domains } = await readLibraryRows(db);
  const entries: Entry[] = [];
  const standings = new Map<ItemId, Standing>();
  for (let from = 0; from < items.length; from += SLICE) {
    if (from > 0) await pause();
    const own = entriesOf({ items: items.slice(from, from + SLICE), cards, flagged }, today);
    for (const entry of own) {
      entries.push(entry);
      // What was never asked has no standing.
      if (entry.memory && cards.has(entry.id))
        standings.set(entry.memory.card.item, standingOf(entry.memory.card, today, scheduler));
    }
  }
  if (entries.length > SLICE) await pause();
  const questions = entries.flatMap(({ topic, tiers: [tier], memory }) =>
    memory && topic !== null && tier ? [{ id: memory.card.item, topic, tier }] : [],
  );
  const floors = new Map(floorsOf([], questions, standings).map((floor) => [floor.topic, floor]));
  if (entries.length > SLICE) await pause();
  return { entries, domains, floors };
}

/** All rows of the Library. @throws CorruptRowError for a card that this app cannot have written */
async function readLibraryRows(db: LamplightDb): Promise<LibraryRows> {
  const [{ rows, domains }, cards, flagged] = await Promise.all([
    readBankIndex(db),
    readInBatches(db.cards, ({ id }) => id),
    db.marks.where('flagged').equals(1).primaryKeys(),
  ]);
  return {
    items: rows,
    cards: new Map(
      cards.flatMap((row) => (row.point === null && row.queue !== 'new' ? [[row.item, stateOfRow(row)]] : [])),
    ),
    flagged: new Set(flagged),
    domains,
  };
}
