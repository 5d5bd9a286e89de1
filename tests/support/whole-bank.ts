/** Whether a bank in the database fits together. */
import { expect } from 'vitest';
import { readItem } from '#storage/read-item.ts';
import { rebuildStates } from '#storage/rebuild.ts';
import { replayContext } from './builders.ts';
import { dump } from './dump.ts';
import type { TestDb } from './test-db.ts';

/** Each item of the manifest can be read and stands in its place, nothing else is left, and cards are what the log says. */
export async function expectWhole({ db, source }: Pick<TestDb, 'db' | 'source'>): Promise<void> {
  const { manifest } = source.bank;
  expect(await db.items.orderBy('position').primaryKeys()).toEqual(manifest.order);
  for (const id of manifest.order) expect((await readItem(db, id))?.id).toBe(id);
  expect((await db.packs.toCollection().primaryKeys()).toSorted()).toEqual(
    manifest.packs.map((ref) => ref.file).toSorted(),
  );
  expect((await db.banks.get(manifest.id))?.manifest).toEqual(manifest);
  const rows = await dump(db);
  await rebuildStates(db, replayContext());
  expect(await dump(db)).toEqual(rows);
}
