/** A load that is cut off: what has arrived is in use, what was there before stays whole, and it goes on where it stopped. */
import { describe, expect, test } from 'vitest';
import { loadBank } from '#storage/load-bank.ts';
import { readItem } from '#storage/read-item.ts';
import { itemId } from '../support/builders.ts';
import { dump } from '../support/dump.ts';
import { question } from '../support/item-builders.ts';
import { practise } from '../support/practice.ts';
import { buildBank, fakeSource, SMALL_BANK } from '../support/test-bank.ts';
import { freshName, openTab, openTestDb } from '../support/test-db.ts';
import { expectWhole } from '../support/whole-bank.ts';

describe('a first load', () => {
  test.each([1, 2, 3, 4])('goes on where it stopped, after %d packs', async (packs) => {
    const db = await openTab(freshName());
    const source = fakeSource(await buildBank());
    let served = 0;
    source.meddle = (file) => {
      if (file !== 'manifest.json' && (served += 1) > packs) throw new Error('the train entered a tunnel');
      return undefined;
    };
    await expect(loadBank(db, source)).rejects.toThrow('the train entered a tunnel');
    expect(await db.packs.count()).toBe(packs);
    for (const row of await db.items.toArray()) expect(await readItem(db, itemId(row.id))).not.toBeNull();
    source.meddle = () => undefined;
    source.asked.length = 0;
    await loadBank(db, source);
    expect(source.asked).toHaveLength(1 + source.bank.manifest.packs.length - packs);
    await expectWhole({ db, source });
  });

  test('keeps what was learnt between the pieces', async () => {
    const db = await openTab(freshName());
    const source = fakeSource(await buildBank());
    source.meddle = (file) => {
      if (file.includes('tls')) throw new Error('no signal');
      return undefined;
    };
    await expect(loadBank(db, source)).rejects.toThrow('no signal');
    await practise(db).grade('q-one', 3, { ticked: ['c1', 'c2'] });
    const cards = await db.cards.where('item').equals('q-one').toArray();
    source.meddle = () => undefined;
    await loadBank(db, source);
    expect(await db.cards.where('item').equals('q-one').toArray()).toEqual(cards);
    await expectWhole({ db, source });
  });

  test('puts the first lesson in use before the rest has arrived, and the rest in one step', async () => {
    const db = await openTab(freshName());
    const many = Array.from({ length: 30 }, (_, n) => question(`q-${n + 10}`, { topic: `web/topic-${n + 10}` }));
    const source = fakeSource(await buildBank(many));
    const seen: [usable: boolean, questions: number][] = [];
    source.meddle = (file) => {
      if (file === source.bank.manifest.packs.at(-1)?.file) throw new Error('no signal');
      return undefined;
    };
    const counts: Promise<void>[] = [];
    const load = loadBank(db, source, ({ usable }) => {
      counts.push(db.cards.count().then((count) => void seen.push([usable, count])));
    });
    await expect(load).rejects.toThrow('no signal');
    await Promise.all(counts);
    expect(seen[0]).toEqual([false, 0]);
    expect(new Set(seen.filter(([usable]) => usable).map(([, count]) => count))).toEqual(new Set([8]));
    expect(await db.cards.count()).toBe(29);
  });
});

test('an update that is cut off leaves the bank before it whole', async () => {
  const { db, source } = await openTestDb();
  const before = await dump(db, ['packs']);
  source.bank = await buildBank([...SMALL_BANK, question('q-four'), question('q-five', { topic: 'web/cors' })]);
  let served = 0;
  source.meddle = (file) => {
    if (file !== 'manifest.json' && (served += 1) > 1) throw new Error('no signal');
    return undefined;
  };
  await expect(loadBank(db, source)).rejects.toThrow('no signal');
  expect(await dump(db, ['packs'])).toEqual(before);
  for (const id of SMALL_BANK.map((item) => item.id)) expect((await readItem(db, id))?.id).toBe(id);
});
