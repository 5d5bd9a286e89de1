import { expect, test } from 'vitest';
import { arrange } from '#storage/arrange.ts';
import { cardId } from '../support/builders.ts';
import { question } from '../support/item-builders.ts';
import { openTestDb } from '../support/test-db.ts';

const ITEMS = ['a', 'b', 'c', 'd'].map((id, n) => question(id, { topic: n < 2 ? 'web/http' : 'web/tls' }));
const CARDS = ['a', 'b', 'c', 'd'].map((id) => cardId(id));

test('neighbours differ in topic where they can', async () => {
  const { db } = await openTestDb(ITEMS);
  expect(await arrange(db, CARDS, { reviewOrder: 'recall' })).toEqual(['a', 'c', 'b', 'd']);
});

test('one topic comes after the other where the person wants that, cards that have left the bank among them', async () => {
  const { db } = await openTestDb(ITEMS);
  const cards = ['c', 'a', 'gone', 'd', 'b'].map((id) => cardId(id));
  expect(await arrange(db, cards, { reviewOrder: 'topic' })).toEqual(['c', 'd', 'a', 'b', 'gone']);
});
