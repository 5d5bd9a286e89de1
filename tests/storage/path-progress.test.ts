import { expect, test } from 'vitest';
import { readPathProgress, readPaths } from '#storage/path-progress.ts';
import { itemId } from '../support/builders.ts';
import { path } from '../support/item-builders.ts';
import { practise } from '../support/practice.ts';
import { SMALL_BANK } from '../support/test-bank.ts';
import { openTestDb } from '../support/test-db.ts';

const id = itemId('path-web');

test('a path goes on with the first question that is not yet learnt, until all are', async () => {
  const { db } = await openTestDb();
  const me = practise(db);
  expect(await readPathProgress(db, id)).toMatchObject({ seen: 0, total: 2, next: { item: 'q-one' } });
  await me.grade('q-two', 1);
  expect(await readPathProgress(db, id)).toMatchObject({ seen: 1, total: 2, next: { item: 'q-one' } });
  await me.grade('q-one', 3);
  expect(await readPathProgress(db, id)).toMatchObject({ seen: 2, total: 2, next: null });
});

test('a question of which only a point was learnt is still to come', async () => {
  const { db } = await openTestDb();
  await practise(db).grade('q-one', 3, { point: 'c1' });
  expect(await readPathProgress(db, id)).toMatchObject({ seen: 0, next: { item: 'q-one' } });
});

test('what is no path has no progress', async () => {
  const { db } = await openTestDb();
  expect(await readPathProgress(db, itemId('q-one'))).toBeNull();
  expect(await readPathProgress(db, itemId('path-none'))).toBeNull();
});

test('a damaged card on the way is named', async () => {
  const { db } = await openTestDb();
  await db.cards.update('q-one' as never, { state: null as never });
  await expect(readPathProgress(db, id)).rejects.toMatchObject({ table: 'cards', key: 'q-one' });
});

test('all paths come in the order of the bank', async () => {
  const { db } = await openTestDb([...SMALL_BANK, path('path-early', ['q-one'], { tiers: ['foundational'] })]);
  expect((await readPaths(db)).map((row) => row.id)).toEqual(['path-early', 'path-web']);
});
