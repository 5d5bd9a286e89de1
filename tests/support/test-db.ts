/** A fresh database on fake-indexeddb with a bank that came in through the real door. Gone when its test ends. */
import { onTestFinished } from 'vitest';
import type { Item } from '#bank/item.ts';
import { createDatabase, openDatabase, type LamplightDb } from '#storage/database.ts';
import { loadBank } from '#storage/load-bank.ts';
import { buildBank, fakeSource, SMALL_BANK, type FakeSource } from './test-bank.ts';

let opened = 0;

/** A name that no other test of this run uses. */
export function freshName(): string {
  opened += 1;
  return `test-${opened}`;
}

/** Opens a database by name, as a tab does: two of one name are two tabs. Closed when the test ends. */
export async function openTab(name: string): Promise<LamplightDb> {
  const db = await openDatabase(createDatabase(name), () => undefined);
  onTestFinished(() => db.close());
  return db;
}

export interface TestDb {
  readonly db: LamplightDb;
  readonly name: string;
  readonly source: FakeSource;
}

/** A new database that holds these items (a small bank when none are given). */
export async function openTestDb(items: readonly Item[] = SMALL_BANK): Promise<TestDb> {
  const name = freshName();
  const db = await openTab(name);
  const source = fakeSource(await buildBank(items));
  await loadBank(db, source);
  source.asked.length = 0;
  onTestFinished(() => db.delete());
  return { db, name, source };
}
