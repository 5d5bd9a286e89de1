/** Everything that the Library lists, read from small rows: no item's text is touched. */
import type { DomainHead } from '#bank/head.ts';
import type { CardState } from '#review/card-state.ts';
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
  const [items, cards, marks, banks] = await Promise.all([
    db.items.orderBy('position').toArray(),
    db.cards.filter((row) => row.point === null).toArray(),
    db.marks.where('flagged').equals(1).toArray(),
    db.banks.toArray(),
  ]);
  return {
    items,
    cards: new Map(cards.map((row) => [row.item, stateOfRow(row)])),
    flagged: new Set(marks.map((row) => row.item)),
    domains: banks.flatMap(({ manifest }) => manifest.domains),
  };
}
