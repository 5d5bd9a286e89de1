/** The whole of a database, for comparing before and after. */
import type { LamplightDb } from '#storage/database.ts';

export type Dump = Readonly<Record<string, readonly unknown[]>>;

/**
 * The days and their journal have another form before and after they are counted: `tests/storage/progress-days` compares them. What is
 * stored stands ahead of the log for a moment longer: `tests/storage/catch-up` looks at that.
 */
const APART = ['tallies', 'journal', 'ahead'];

/** Every row of every other table by name, in the order of keys. `without` leaves more tables out. */
export async function dump(db: LamplightDb, without: readonly string[] = []): Promise<Dump> {
  const tables = db.tables.filter((table) => ![...APART, ...without].includes(table.name));
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table.name, await table.toArray()])));
}
