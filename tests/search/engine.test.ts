// The search over a real database: index, notes, filters on what a person did.
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { buildIndex } from '#search/build-index.ts';
import { shipIndex, shippedName } from '#search/shipped.ts';
import type { LamplightDb } from '#storage/database.ts';
import { loadBank } from '#storage/load-bank.ts';
import { openSearch, type SearchNews } from '#storage/search.ts';
import type { SearchAnswer } from '#storage/search-answer.ts';
import { SearchEngine } from '#storage/search-work.ts';
import { studyDayOf } from '#memory/study-day.ts';
import { cardId, itemId } from '../support/builders.ts';
import { seededClock } from '../support/clock.ts';
import { practise } from '../support/practice.ts';
import { buildBank } from '../support/test-bank.ts';
import { openTestDb } from '../support/test-db.ts';
import { documents, ITEMS } from './documents.ts';

const NOW = Date.UTC(2026, 10, 22, 14);
const today = studyDayOf(NOW, 60, 4);

function answersTo(client: ReturnType<typeof openSearch>, text: string): Promise<SearchAnswer> {
  return new Promise((resolve, reject) => {
    client.ask({ text, today, most: 20 }, (news) => {
      if (news.kind === 'failed') reject(new Error(news.detail));
      else if (news.last) resolve(news.answer);
    });
  });
}

async function idsFor(db: LamplightDb, text: string): Promise<string[]> {
  const { hits } = await answersTo(openSearch(db), text);
  return hits.map(({ entry }) => entry.id);
}

describe('the search of a database', () => {
  test('finds what the bank holds, with an excerpt and a reason', async () => {
    const { db } = await openTestDb(ITEMS);
    const [hit] = (await answersTo(openSearch(db), 'decompress')).hits;
    expect(hit?.entry.id).toBe('q-hmac');
    expect(hit?.excerpt?.text).toBe('Proxies that decompress a body change its bytes.');
    expect(hit?.reason).toEqual({ kind: 'text', place: 'deepDive' });
  });

  test('the index is kept, and taken from there the next time', async () => {
    const { db } = await openTestDb(ITEMS);
    const before = await answersTo(openSearch(db), 'constant time');
    expect(await db.local.get('searchIndex')).toBeDefined();
    await db.packs.toCollection().modify((row: { text: string }) => {
      row.text = 'damaged';
    });
    const after = await answersTo(openSearch(db), 'constant time');
    expect(after.hits.map(({ entry }) => entry)).toEqual(before.hits.map(({ entry }) => entry));
  });

  test('a kept index that is damaged is built again', async () => {
    const { db } = await openTestDb(ITEMS);
    await answersTo(openSearch(db), 'x');
    const row = await db.local.get('searchIndex');
    const { version } = (row?.value ?? {}) as { version?: string };
    await db.local.put({
      key: 'searchIndex',
      value: { version, index: { buffer: new ArrayBuffer(3), entries: '[]' } },
    });
    expect(await idsFor(db, 'genuine')).toEqual(['q-hmac']);
  });

  describe('the index that was shipped beside the packs', () => {
    const BASE = 'https://example.test/bank/';

    /** A database whose packs cannot be read, and what a server answers that has the file. */
    async function shipped(): Promise<{ db: LamplightDb; asked: string[] }> {
      const { db, source } = await openTestDb(ITEMS);
      const { version } = source.bank.manifest;
      const text = shipIndex(buildIndex(documents()), version);
      await db.packs.toCollection().modify((row: { text: string }) => {
        row.text = 'damaged';
      });
      const asked: string[] = [];
      vi.stubGlobal('fetch', (url: string) => {
        asked.push(url);
        return Promise.resolve(new Response(text, { status: url === BASE + shippedName(version) ? 200 : 404 }));
      });
      onTestFinished(() => {
        vi.unstubAllGlobals();
      });
      return { db, asked };
    }

    async function titlesOf(engine: SearchEngine, text: string): Promise<string[]> {
      const answers: SearchAnswer[] = [];
      await engine.ask(
        { text, today, most: 5 },
        () => false,
        (answer) => answers.push(answer),
      );
      return answers.at(-1)?.hits.map(({ entry }) => entry.id) ?? [];
    }

    test('is taken, and kept for the next time', async () => {
      const { db, asked } = await shipped();
      expect(await titlesOf(new SearchEngine(db, BASE), 'genuine')).toEqual(['q-hmac']);
      expect(await titlesOf(new SearchEngine(db, BASE), 'genuine')).toEqual(['q-hmac']);
      expect(asked).toHaveLength(1);
    });

    test('is not asked for while packs are on their way, for it speaks of all of them', async () => {
      const { db, asked } = await shipped();
      await db.packs.put({ file: 'another-000000000000.json', hash: 'x', bank: 'test', text: '' });
      expect(await titlesOf(new SearchEngine(db, BASE), 'genuine')).toEqual([]);
      expect(asked).toEqual([]);
    });

    test('is made on the device where the server has none', async () => {
      const { db } = await openTestDb(ITEMS);
      vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
      onTestFinished(() => {
        vi.unstubAllGlobals();
      });
      expect(await titlesOf(new SearchEngine(db, BASE), 'genuine')).toEqual(['q-hmac']);
    });
  });

  test('an update of the bank is found after a refresh', async () => {
    const { db, source } = await openTestDb(ITEMS);
    const client = openSearch(db);
    expect((await answersTo(client, 'pumpernickel')).hits).toEqual([]);
    source.bank = await buildBank(
      ITEMS.map((item) => (item.id === 'q-hmac' ? { ...item, title: 'Pumpernickel' } : item)),
    );
    await loadBank(db, source);
    client.refresh();
    await expect.poll(async () => (await answersTo(client, 'pumpernickel')).hits.length).toBe(1);
  });

  test('an own note is found with its item, and gone when it is emptied', async () => {
    const { db } = await openTestDb(ITEMS);
    const practice = practise(db, seededClock(1, NOW));
    const note = (text: string) =>
      practice.store({ type: 'noted', ...practice.clock.stamp(), item: itemId('q-hmac'), text });
    await note('Marguerite asked this');
    const { hits } = await answersTo(openSearch(db), 'marguerite hmac');
    expect(hits.map(({ entry }) => entry.id)).toEqual(['q-hmac']);
    expect(hits[0]?.excerpt?.place).toBe('note');
    await note('');
    expect(await idsFor(db, 'marguerite')).toEqual([]);
    expect(await idsFor(db, 'genuine')).toEqual(['q-hmac']);
  });

  test('a note outlives its item: it is found by its words when the item has left the bank, and with it when it is back', async () => {
    const { db, source } = await openTestDb(ITEMS);
    const whole = source.bank;
    const practice = practise(db, seededClock(1, NOW));
    const note = (text: string) =>
      practice.store({ type: 'noted', ...practice.clock.stamp(), item: itemId('q-hmac'), text });
    await note('Marguerite asked this');
    source.bank = await buildBank(ITEMS.filter(({ id }) => id !== 'q-hmac'));
    await loadBank(db, source);
    const client = openSearch(db);
    for (const text of ['marguerite', 'is:noted', 'marguerite is:noted']) {
      const { hits } = await answersTo(client, text);
      expect(hits.map(({ entry, excerpt }) => [entry.id, entry.title, excerpt?.text])).toEqual([
        ['q-hmac', 'Your note of something that is not in the bank', 'Marguerite asked this'],
      ]);
    }
    expect(await idsFor(db, 'genuine')).toEqual([]);
    source.bank = whole;
    await loadBank(db, source);
    client.refresh();
    await expect.poll(async () => (await answersTo(client, 'genuine')).hits.length).toBe(1);
    const [hit] = (await answersTo(client, 'marguerite')).hits;
    expect(hit?.entry.title).toMatch(/genuine/u);
    await note('');
    source.bank = await buildBank(ITEMS.filter(({ id }) => id !== 'q-hmac'));
    await loadBank(db, source);
    expect(await idsFor(db, 'marguerite')).toEqual([]);
  });

  test('an item whose pack is damaged is still found by its title when it has a note', async () => {
    const { db } = await openTestDb(ITEMS);
    const practice = practise(db, seededClock(1, NOW));
    await answersTo(openSearch(db), 'genuine');
    await practice.store({ type: 'noted', ...practice.clock.stamp(), item: itemId('q-hmac'), text: 'Mine' });
    await db.packs.toCollection().modify((row: { text: string }) => {
      row.text = 'damaged';
    });
    expect(await idsFor(db, 'genuine')).toEqual(['q-hmac']);
  });

  test('is:due, is:new, is:flagged and is:suspended ask the cards and marks', async () => {
    const { db } = await openTestDb(ITEMS);
    const practice = practise(db, seededClock(1, NOW - 30 * 86_400_000));
    await practice.grade('q-hmac', 3);
    await practice.store({ type: 'flagged', ...practice.clock.stamp(), item: itemId('err-map'), on: true });
    await practice.store({
      type: 'suspended',
      ...practice.clock.stamp(),
      item: itemId('q-idempotency'),
      card: cardId('q-idempotency'),
      on: true,
    });
    expect(await idsFor(db, 'is:due')).toEqual(['q-hmac']);
    expect(await idsFor(db, 'is:new')).toEqual(['q-n-plus-one']);
    expect(await idsFor(db, 'is:flagged')).toEqual(['err-map']);
    expect(await idsFor(db, 'is:suspended')).toEqual(['q-idempotency']);
    expect(await idsFor(db, 'is:flagged is:due')).toEqual([]);
  });

  test('a phrase that the index only guessed at is checked against the text', async () => {
    const { db } = await openTestDb(ITEMS);
    expect(await idsFor(db, '"constant time"')).toEqual(['q-hmac']);
  });

  test('only the newest of several questions is answered', async () => {
    const { db } = await openTestDb(ITEMS);
    const client = openSearch(db);
    const heard: string[] = [];
    const listen = (news: SearchNews) => {
      if (news.kind === 'answer' && news.last) heard.push(news.answer.text);
    };
    for (const text of ['g', 'ge', 'gen']) client.ask({ text, today, most: 5 }, listen);
    await answersTo(client, 'genuine');
    expect(heard).toEqual([]);
  });

  test('a database that cannot be read is said so', async () => {
    const { db } = await openTestDb(ITEMS);
    db.close();
    await expect(answersTo(openSearch(db), 'genuine')).rejects.toThrow(/closed/iu);
  });
});
