/** On a first visit one may search before the bank is there, and while it is exchanged. */
import { expect, onTestFinished, test } from 'vitest';
import { loadBank } from '#storage/load-bank.ts';
import { openSearch, type SearchNews } from '#storage/search.ts';
import { studyDayOf } from '#memory/study-day.ts';
import { question } from '../support/item-builders.ts';
import { buildBank, fakeSource } from '../support/test-bank.ts';
import { freshName, openTab } from '../support/test-db.ts';
import { ITEMS } from './documents.ts';

const today = studyDayOf(Date.UTC(2026, 10, 22, 14), 60, 4);

/** Notes the ids of each whole answer. */
function notedIn(answers: string[][]) {
  return (news: SearchNews): void => {
    if (news.kind === 'answer' && news.last) answers.push(news.answer.hits.map(({ entry }) => entry.id));
  };
}

/** A database without a bank, a search of it, and what it answers to one text, newest last. */
async function searchFor(text: string) {
  const db = await openTab(freshName());
  onTestFinished(() => db.delete());
  const client = openSearch(db);
  const answers: string[][] = [];
  client.ask({ text, today, most: 20 }, notedIn(answers));
  await expect.poll(() => answers).toEqual([[]]);
  return { db, client, answers, source: fakeSource(await buildBank(ITEMS)) };
}

test('what was asked before the bank came is answered anew when it is there', async () => {
  const { db, answers, source } = await searchFor('genuine');
  await loadBank(db, source);
  await expect.poll(() => answers.at(-1)).toEqual(['q-hmac']);
});

test('and when it changes', async () => {
  const { db, answers, source } = await searchFor('genuine');
  await loadBank(db, source);
  await expect.poll(() => answers.at(-1)).toEqual(['q-hmac']);
  source.bank = await buildBank([...ITEMS, question('q-later', { title: 'What is genuine, and who says so?' })]);
  await loadBank(db, source);
  await expect.poll(() => answers.at(-1)?.toSorted()).toEqual(['q-hmac', 'q-later']);
});

test('nothing is said of it under a box that was emptied', async () => {
  const { db, client, answers, source } = await searchFor('genuine');
  client.lookAhead({ text: '', today, most: 20 });
  await loadBank(db, source);
  const after: string[][] = [];
  client.ask({ text: 'genuine', today, most: 20 }, notedIn(after));
  await expect.poll(() => after.at(-1)).toEqual(['q-hmac']);
  expect(answers).toEqual([[]]);
});
