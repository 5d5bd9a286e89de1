/** The bank comes in, changes by difference, and never touches progress. */
import { describe, expect, test } from 'vitest';
import type { Item } from '#bank/item.ts';
import { readDueLoads } from '#storage/due-loads.ts';
import { loadBank, type LoadProgress } from '#storage/load-bank.ts';
import { recordMany } from '#storage/many-items.ts';
import { readProgress } from '#storage/progress-read.ts';
import { recountAll } from '#storage/progress-recount.ts';
import { readItem } from '#storage/read-item.ts';
import { readQueue } from '#storage/today.ts';
import { DEFAULT_SETTINGS } from '#review/settings.ts';
import { studyDayOfStamp } from '#review/record.ts';
import { DAY_MS, itemId, replayContext, studyDay } from '../support/builders.ts';
import { seededClock } from '../support/clock.ts';
import { dump } from '../support/dump.ts';
import { keyPoint, KEY_POINTS, question, sheet } from '../support/item-builders.ts';
import { practise, type Practice } from '../support/practice.ts';
import { buildBank, fakeSource, SMALL_BANK } from '../support/test-bank.ts';
import { expectWhole } from '../support/whole-bank.ts';
import { freshName, openTab, openTestDb, type TestDb } from '../support/test-db.ts';

const context = replayContext();
const without = (id: string): Item[] => SMALL_BANK.filter((item) => item.id !== id);

async function emptyDb() {
  return openTab(freshName());
}

/** Publishes these items and loads them; then everything in the database fits together. */
async function update({ db, source }: TestDb, items: readonly Item[]) {
  source.bank = await buildBank(items);
  const change = await loadBank(db, source);
  await expectWhole({ db, source });
  return change;
}

async function newCards({ db }: TestDb): Promise<string[]> {
  return (await readQueue(db, studyDay(0), DEFAULT_SETTINGS, context.scheduler)).cards as unknown as string[];
}

describe('the first visit', () => {
  test('brings every item, and a new card for every question and nothing else', async () => {
    const db = await emptyDb();
    const source = fakeSource(await buildBank());
    expect(await loadBank(db, source)).toEqual({ changed: true, left: [] });
    await expectWhole({ db, source });
    expect((await db.cards.toCollection().primaryKeys()).toSorted()).toEqual(['q-one', 'q-three', 'q-two']);
    expect(await newCards({ db, source, name: '' })).toEqual(['q-one', 'q-two', 'q-three']);
  });

  test('says how far it is after each pack, and ends at the whole', async () => {
    const source = fakeSource(await buildBank());
    const heard: LoadProgress[] = [];
    await loadBank(await emptyDb(), source, (progress) => heard.push(progress));
    const total = SMALL_BANK.length;
    expect(heard.map(({ itemsTotal }) => itemsTotal)).toEqual(source.bank.manifest.packs.map(() => total));
    expect(heard.map(({ itemsDone }) => itemsDone)).toEqual(
      source.bank.manifest.packs.map((_, n, packs) => packs.slice(0, n + 1).reduce((sum, ref) => sum + ref.items, 0)),
    );
  });
});

describe('an update', () => {
  test('that changes nothing fetches the manifest and no more', async () => {
    const { db, source } = await openTestDb();
    const before = await dump(db);
    expect(await loadBank(db, source)).toEqual({ changed: false, left: [] });
    expect(source.asked).toEqual(['manifest.json']);
    expect(await dump(db)).toEqual(before);
  });

  test('of a text fetches its pack alone, and keeps the progress of all that is in it', async () => {
    const test = await openTestDb();
    const me = practise(test.db);
    await me.grade('q-one', 1, { ticked: ['c1'] });
    await me.grade('q-two', 3);
    const cards = await test.db.cards.toArray();
    await update(test, [...without('q-one'), question('q-one', { tier: 'foundational', title: 'What is it really?' })]);
    expect(test.source.asked).toHaveLength(2);
    expect(await readItem(test.db, itemId('q-one'))).toMatchObject({ title: 'What is it really?' });
    expect(await test.db.items.get('q-one')).toMatchObject({ summary: { title: 'What is it really?' } });
    expect(await test.db.cards.toArray()).toEqual(cards);
  });

  test('that moves a question to another pack keeps its progress', async () => {
    const test = await openTestDb();
    await practise(test.db).grade('q-two', 3, { ticked: ['c1'] });
    const learnt = () => test.db.cards.where('item').equals('q-two').toArray();
    const states = (await learnt()).map((row) => row.state);
    await update(test, [...without('q-two'), question('q-two', { topic: 'web/tls' })]);
    expect((await learnt()).map((row) => row.state)).toEqual(states);
  });

  test('that brings a question brings its card, in its place', async () => {
    const test = await openTestDb();
    await update(test, [...SMALL_BANK, question('q-zero', { tier: 'foundational' })]);
    expect(await newCards(test)).toEqual(['q-one', 'q-two', 'q-zero', 'q-three']);
  });

  test('that changes only the order moves the new cards and the learned ones, and fetches only what has changed', async () => {
    const test = await openTestDb();
    await practise(test.db).grade('q-one', 3);
    const way = SMALL_BANK.find((item) => item.type === 'path');
    if (way?.type !== 'path') throw new Error('The bank of this test has a path.');
    const stages = way.stages.map((stage) => ({ ...stage, items: ['q-three', 'q-two', 'q-one'].map(itemId) }));
    await update(test, [...without(way.id), { ...way, stages }]);
    expect(await newCards(test)).toEqual(['q-three', 'q-two']);
    expect(await test.db.cards.get('q-one' as never)).toMatchObject({ position: 3 });
    expect(test.source.asked.filter((file) => file !== 'manifest.json')).toHaveLength(1);
  });

  test('that makes a question a table takes its new card away', async () => {
    const test = await openTestDb();
    await update(test, [...without('q-two'), sheet('q-two')]);
    expect(await newCards(test)).toEqual(['q-one', 'q-three']);
  });

  test('that takes a point away keeps what is known of it', async () => {
    const test = await openTestDb();
    await practise(test.db).grade('q-one', 1, { ticked: ['c1'] });
    const fewer = KEY_POINTS.filter((point) => point.id !== 'c2');
    await update(test, [...without('q-one'), question('q-one', { keyPoints: [...fewer, keyPoint('c3')] })]);
    expect(await test.db.cards.get('q-one#c2' as never)).toMatchObject({ state: { learning: { lastGrade: 1 } } });
  });
});

describe('a point that leaves its question', () => {
  const others = KEY_POINTS.filter((point) => point.id !== 'c2');
  const fewer = [...without('q-one'), question('q-one', { keyPoints: [...others, keyPoint('c3')] })];

  /** The day after `c2` was missed while its question was known: the point alone is due. */
  async function missed() {
    const test = await openTestDb();
    const me = practise(test.db);
    await me.grade('q-one', 4, { ticked: ['c1'] });
    const tomorrow = studyDayOfStamp(seededClock(1, me.clock.nowMs + DAY_MS).stamp(), 4);
    const due = async (): Promise<string[]> => {
      const { cards, counts } = await readQueue(test.db, tomorrow, DEFAULT_SETTINGS, context.scheduler);
      expect(counts.points).toBe(cards.filter((card) => card.includes('#')).length);
      return cards.filter((card) => card.startsWith('q-one'));
    };
    /** What Progress says of that day. */
    const coming = async () => {
      const progress = await readProgress(test.db, tomorrow, DEFAULT_SETTINGS, context);
      return progress?.load[0]?.scheduled;
    };
    await recountAll(test.db, context);
    const rows = () => test.db.cards.where('item').equals('q-one').toArray();
    return { test, me, due, coming, rows, tomorrow };
  }

  test('is neither counted nor asked, and comes back as it was with the point', async () => {
    const { test, due, coming, rows, tomorrow } = await missed();
    const before = await rows();
    expect(await due()).toEqual(['q-one#c2']);
    expect(await coming()).toBe(1);
    await update(test, fewer);
    expect(await due()).toEqual([]);
    expect((await readDueLoads(test.db, studyDay(tomorrow - 1))).get(tomorrow)).toBe(0);
    expect(await coming()).toBe(0);
    expect(await test.db.events.where('item').equals('q-one').count()).toBe(1);
    await update(test, SMALL_BANK);
    expect(await rows()).toEqual(before);
    expect(await due()).toEqual(['q-one#c2']);
  });

  test('stays away whatever is stored for its question, or taken back', async () => {
    const { test, me, due } = await missed();
    await update(test, fewer);
    await me.store({ type: 'flagged', ...me.clock.stamp(), item: itemId('q-one'), on: true });
    expect(await due()).toEqual([]);
    await me.undo();
    expect(await due()).toEqual([]);
    await recordMany(test.db, [itemId('q-one')], () => flagged(me), context);
    expect(await due()).toEqual([]);
    await expectWhole(test);
  });
});

function flagged({ clock }: Practice) {
  return { type: 'flagged', ...clock.stamp(), item: itemId('q-one'), on: true } as const;
}

describe('a question that leaves', () => {
  test('is asked no more, says so, and keeps its history, its cards and its note', async () => {
    const test = await openTestDb();
    const me = practise(test.db);
    await me.grade('q-one', 1, { ticked: ['c1'] });
    me.clock.advance(1000);
    await me.store({ type: 'noted', ...me.clock.stamp(), item: itemId('q-one'), text: 'mine' });
    expect(await update(test, without('q-one'))).toEqual({ changed: true, left: ['q-one'] });
    expect(await readItem(test.db, itemId('q-one'))).toBeNull();
    const rows = await test.db.cards.where('item').equals('q-one').toArray();
    expect(rows).toHaveLength(6);
    expect(rows.every((row) => row.queue === 'off')).toBe(true);
    expect(await test.db.marks.get('q-one' as never)).toMatchObject({ note: 'mine' });
    const today = studyDayOfStamp(seededClock(1, me.clock.nowMs + 90 * DAY_MS).stamp(), 4);
    const queue = await readQueue(test.db, today, DEFAULT_SETTINGS, context.scheduler);
    expect(queue.cards.some((card) => card.startsWith('q-one'))).toBe(false);
  });

  test('and was never touched leaves nothing behind', async () => {
    const test = await openTestDb();
    await update(test, without('q-two'));
    expect(await test.db.cards.where('item').equals('q-two').count()).toBe(0);
  });

  test('and returns is as it was', async () => {
    const test = await openTestDb();
    await practise(test.db).grade('q-one', 1, { ticked: ['c1'] });
    const cards = await test.db.cards.toArray();
    await update(test, without('q-one'));
    await update(test, SMALL_BANK);
    expect(await test.db.cards.toArray()).toEqual(cards);
  });

  test.each([null, 'c1'])(
    'while it was suspended and never answered is still suspended when it returns (%s)',
    async (point) => {
      const test = await openTestDb();
      const me = practise(test.db);
      const card = (point === null ? 'q-one' : `q-one#${point}`) as never;
      await me.store({ type: 'suspended', ...me.clock.stamp(), item: itemId('q-one'), card, on: true });
      const cards = await test.db.cards.toArray();
      await update(test, without('q-one'));
      await update(test, SMALL_BANK);
      expect(await test.db.cards.toArray()).toEqual(cards);
    },
  );

  test('and was buried before it was ever answered is still buried when it returns', async () => {
    const test = await openTestDb();
    const me = practise(test.db);
    const item = itemId('q-one');
    await me.store({ type: 'buried', ...me.clock.stamp(), item, card: 'q-one' as never, untilDay: studyDay(99_999) });
    await update(test, without('q-one'));
    await update(test, SMALL_BANK);
    expect(await test.db.cards.get('q-one' as never)).toMatchObject({ state: { buriedUntil: 99_999 } });
  });
});

describe('an update that was interrupted', () => {
  const changed = [...without('q-three'), question('q-three', { topic: 'web/tls', title: 'Changed?' })];
  const further = [...SMALL_BANK, question('q-zero', { topic: 'web/tls' })];

  /** Loads the changed bank up to the end, where it is cut off before the manifest is stored. */
  async function interrupt(test: TestDb): Promise<void> {
    const both = [...changed.filter((item) => item.id !== 'q-two'), question('q-two', { title: 'Also?' })];
    test.source.bank = await buildBank(both);
    let packs = 0;
    test.source.meddle = (file) => {
      if (file !== 'manifest.json' && (packs += 1) > 1) throw new Error('cut off');
      return undefined;
    };
    await expect(loadBank(test.db, test.source)).rejects.toThrow('cut off');
    test.source.meddle = () => undefined;
  }

  test('and is taken back by the publisher leaves the bank as it was before', async () => {
    const test = await openTestDb();
    await interrupt(test);
    await update(test, SMALL_BANK);
    expect(await readItem(test.db, itemId('q-two'))).toMatchObject({ title: 'What is q-two?' });
  });

  test('and is overtaken by another that has the old texts again shows these', async () => {
    const test = await openTestDb();
    await interrupt(test);
    await update(test, further);
    expect(await readItem(test.db, itemId('q-two'))).toMatchObject({ title: 'What is q-two?' });
  });

  test('and goes on brings the rest', async () => {
    const test = await openTestDb();
    await interrupt(test);
    await loadBank(test.db, test.source);
    await expectWhole(test);
  });
});

test('two tabs that load at once leave one whole bank', async () => {
  const test = await openTestDb();
  const other = await openTab(test.name);
  await practise(test.db).grade('q-one', 3);
  test.source.bank = await buildBank([...without('q-two'), question('q-four')]);
  await Promise.all([loadBank(test.db, test.source), loadBank(other, test.source)]);
  await expectWhole(test);
});
