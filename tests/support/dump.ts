/** The whole of a database, for comparing before and after. */
import type { LamplightDb } from '#storage/database.ts';

export type Dump = Readonly<Record<string, readonly unknown[]>>;

/** Every row of every table by name, in the order of keys. `without` leaves tables out. */
export async function dump(db: LamplightDb, without: readonly string[] = []): Promise<Dump> {
  const tables = db.tables.filter((table) => !without.includes(table.name));
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table.name, await table.toArray()])));
}
