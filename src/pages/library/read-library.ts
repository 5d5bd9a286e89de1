/** Everything that the Library lists, read from small rows: no item's text is touched. */
import type { DomainHead } from '#bank/head.ts';
import type { CardState } from '#review/card-state.ts';
import { readBankIndex } from '#storage/bank-index.ts';
import { readInBatches } from '#storage/batches.ts';
import type { ItemRow, LamplightDb } from '#storage/database.ts';
import { stateOfRow } from '#storage/today.ts';

export interface LibraryRows {
  /** In the recommended order of learning. */
  readonly items: readonly ItemRow[];
  /** The card of each whole question, by item. */
  readonly cards: ReadonlyMap<string, CardState>;
  readonly flagged: ReadonlySet<string>;
  readonly domains: readonly DomainHead[];
}

/** All rows of the Library. @throws CorruptRowError for a card that this app cannot have written */
export async function readLibrary(db: LamplightDb): Promise<LibraryRows> {
  const [{ rows, domains }, cards, flagged] = await Promise.all([
    readBankIndex(db),
    readInBatches(db.cards, ({ id }) => id),
    db.marks.where('flagged').equals(1).primaryKeys(),
  ]);
  return {
    items: rows,
    cards: new Map(cards.flatMap((row) => (row.point === null ? [[row.item, stateOfRow(row)]] : []))),
    flagged: new Set(flagged),
    domains,
  };
}
