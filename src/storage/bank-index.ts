/** What the bank holds, as far as lists and progress ask: read once for each version of the bank. */
import type { DomainHead } from '#bank/head.ts';
import type { PointedQuestion } from '#progress/sunday.ts';
import type { WayQuestion } from '#progress/way.ts';
import { readInBatches } from './batches.ts';
import type { BankRow, ItemRow, LamplightDb } from './database.ts';

export type BankQuestion = WayQuestion & PointedQuestion;

/** Domains as the packs declare them; questions and paths in the order of learning. */
export interface BankIndex {
  readonly domains: readonly DomainHead[];
  /** Every item, in the order of learning. */
  readonly rows: readonly ItemRow[];
  readonly questions: readonly BankQuestion[];
  readonly paths: readonly ItemRow[];
}

/** The last index of each database: it changes only when the first lesson is put in use, and when a bank is whole. */
const indexes = new WeakMap<LamplightDb, { readonly version: string; readonly index: BankIndex }>();

const UNKNOWN_SECONDS = 60;

function questionOf({ summary }: ItemRow): BankQuestion[] {
  const { id, type, topic, tier, title, seconds = UNKNOWN_SECONDS, points } = summary;
  if (type !== 'question' || topic === undefined || tier === undefined) return [];
  return [{ id, topic, tier, title, seconds, points: points.map((point) => point.id) }];
}

/** The domains of all banks, without their items. */
export async function readDomains(db: LamplightDb): Promise<DomainHead[]> {
  return domainsOf(await db.banks.toArray());
}

function domainsOf(banks: readonly BankRow[]): DomainHead[] {
  return banks.flatMap(({ manifest }) => manifest.domains);
}

/** Reads all items once for each version of the bank; the same object again until the bank changes. */
export async function readBankIndex(db: LamplightDb): Promise<BankIndex> {
  const [banks, count] = await Promise.all([db.banks.toArray(), db.items.count()]);
  const version = JSON.stringify([banks.map(({ manifest }) => manifest.version), count]);
  const known = indexes.get(db);
  if (known?.version === version) return known.index;
  const rows = await readInBatches(db.items, ({ id }) => id);
  rows.sort((a, b) => a.position - b.position);
  const index: BankIndex = {
    domains: domainsOf(banks),
    rows,
    questions: rows.flatMap(questionOf),
    paths: rows.filter(({ summary }) => summary.type === 'path'),
  };
  indexes.set(db, { version, index });
  return index;
}
