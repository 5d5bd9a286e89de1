/** What the page says of the bank, computed from the database. */
import type { ItemKind } from '#bank/item.ts';
import { OWN_BANK } from '#review/own-question.ts';
import type { LamplightDb } from '#storage/database.ts';

/** How many questions the person has not seen yet. */
export function readNewCount(db: LamplightDb): Promise<number> {
  return db.cards.where('[queue+position]').between(['new', -Infinity], ['new', Infinity]).count();
}

export interface BankFacts {
  readonly id: string;
  readonly title: string;
  /** SPDX name of the licence of its content. */
  readonly licence: string;
  /** Begins the hash of everything in it. */
  readonly version: string;
  readonly counts: Readonly<Record<ItemKind, number>>;
}

/** The banks on this device, with what they hold. */
export async function readBankFacts(db: LamplightDb): Promise<BankFacts[]> {
  const banks = await db.banks.where('id').notEqual(OWN_BANK).toArray();
  return Promise.all(
    banks.map(async ({ manifest: { id, title, licence, version } }) => {
      const counts: Record<ItemKind, number> = { question: 0, error: 0, snippet: 0, sheet: 0, path: 0 };
      await db.items
        .where('bank')
        .equals(id)
        .each((row) => {
          counts[row.summary.type] += 1;
        });
      return { id, title, licence, version: version.slice(0, 8), counts };
    }),
  );
}
