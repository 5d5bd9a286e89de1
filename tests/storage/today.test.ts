/** What today holds, out of a real database. */
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '#review/settings.ts';
import { studyDayOfStamp } from '#review/record.ts';
import { readNextDue } from '#storage/coming.ts';
import { readDueLoads } from '#storage/due-loads.ts';
import { readFadingNext } from '#storage/fading-next.ts';
import { readTodayOverview } from '#storage/today-overview.ts';
import { readDoneToday, readQueue } from '#storage/today.ts';
import { DAY_MS, learnedCard, studyDay } from '../support/builders.ts';
import { cardRow } from '#storage/rows.ts';
import { placeAt, question } from '../support/item-builders.ts';
import { practise, type Practice } from '../support/practice.ts';
import { openTestDb } from '../support/test-db.ts';

const ALL = ['c1', 'c2', 'd1', 'd2', 'b1'];
const QUESTIONS = Array.from({ length: 12 }, (_, n) => question(`q-${String(n).padStart(2, '0')}`));

function todayOf(me: Practice) {
  return studyDayOfStamp(me.clock.stamp(), me.context.rolloverHour);
}

function queueOf(me: Practice, over: Partial<Settings> = {}) {
  return readQueue(me.db, todayOf(me), { ...DEFAULT_SETTINGS, ...over }, me.context.scheduler);
}

describe('the day', () => {
  test('begins with as many new cards as the settings allow, in the order of learning', async () => {
    const { db } = await openTestDb(QUESTIONS);
    const me = practise(db);
    expect((await queueOf(me)).cards).toEqual(QUESTIONS.slice(0, 8).map(({ id }) => id));
    expect((await queueOf(me, { newPerDay: 2 })).cards).toEqual(['q-00', 'q-01']);
    expect((await queueOf(me, { newPerDay: 0 })).cards).toEqual([]);
  });

  test('allows fewer new cards by those already begun, and all again tomorrow', async () => {
    const { db } = await openTestDb(QUESTIONS);
    const me = practise(db);
    await me.grade('q-00', 3, { ticked: ALL });
    await me.grade('q-01', 1, { ticked: ['c1'] });
    expect(await readDoneToday(db, todayOf(me))).toEqual({ fresh: 2, reviews: 0 });
    expect((await queueOf(me, { newPerDay: 3 })).counts).toMatchObject({ fresh: 1, steps: 1 });
    me.clock.advance(DAY_MS);
    expect(await readDoneToday(db, todayOf(me))).toEqual({ fresh: 0, reviews: 0 });
    expect((await queueOf(me, { newPerDay: 3 })).counts).toMatchObject({ fresh: 3, steps: 0 });
  });

  test('counts a question as one review, however many of its points were reviewed with it', async () => {
    const { db } = await openTestDb(QUESTIONS);
    const me = practise(db);
    for (const id of ['q-00', 'q-01']) await me.grade(id, 3, { ticked: ['c1'] });
    me.clock.advance(10 * DAY_MS);
    for (const id of ['q-00', 'q-01']) await me.grade(id, 3, { ticked: ALL });
    expect(await readDoneToday(db, todayOf(me))).toEqual({ fresh: 0, reviews: 2 });
  });

  test('counts a point that was asked alone as a review', async () => {
    const { db } = await openTestDb(QUESTIONS);
    const me = practise(db);
    await me.grade('q-00', 1, { ticked: ['c1'] });
    me.clock.advance(DAY_MS);
    await me.grade('q-00', 3, { point: 'c2' });
    expect(await readDoneToday(db, todayOf(me))).toEqual({ fresh: 0, reviews: 1 });
  });

  test('asks no more reviews than are left', async () => {
    const { db } = await openTestDb(QUESTIONS);
    const me = practise(db);
    for (const id of ['q-00', 'q-01', 'q-02']) await me.grade(id, 3);
    me.clock.advance(30 * DAY_MS);
    expect((await queueOf(me, { newPerDay: 0, reviewsPerDay: 2 })).counts.fading).toBe(2);
    await me.grade('q-00', 3);
    expect((await queueOf(me, { newPerDay: 0, reviewsPerDay: 2 })).counts.fading).toBe(1);
    await me.grade('q-01', 3);
    expect((await queueOf(me, { newPerDay: 0, reviewsPerDay: 2 })).counts.fading).toBe(0);
  });

  test('brings a missed core point alone tomorrow, and not what was hit', async () => {
    const { db } = await openTestDb(QUESTIONS);
    const me = practise(db);
    await me.grade('q-00', 3, { ticked: ['c1', 'd1'] });
    me.clock.advance(DAY_MS);
    expect((await queueOf(me, { newPerDay: 0 })).cards).toEqual(['q-00#c2']);
  });

  test('passes over new cards that are suspended or buried, however many stand in front', async () => {
    const { db } = await openTestDb(QUESTIONS);
    const me = practise(db);
    const untilDay = studyDay(todayOf(me) + 1);
    for (const { id } of QUESTIONS.slice(0, 5)) {
      await me.store({ type: 'buried', ...me.clock.stamp(), item: id, card: id as never, untilDay });
    }
    const [, , , , , sixth] = QUESTIONS;
    if (!sixth) throw new Error('There are twelve questions.');
    await me.store({ type: 'suspended', ...me.clock.stamp(), item: sixth.id, card: sixth.id as never, on: true });
    expect((await queueOf(me, { newPerDay: 2 })).cards).toEqual(['q-06', 'q-07']);
    me.clock.advance(DAY_MS);
    expect((await queueOf(me, { newPerDay: 2 })).cards).toEqual(['q-00', 'q-01']);
  });

  test('keeps a failed card waiting in the steps of the same day, and asks it first thing the next', async () => {
    const { db } = await openTestDb(QUESTIONS);
    const me = practise(db);
    await me.grade('q-00', 1);
    const { steps, cards } = await queueOf(me, { newPerDay: 0 });
    expect(cards).toEqual([]);
    expect(steps).toEqual([{ card: 'q-00', atMs: me.clock.nowMs + 10 * 60_000 }]);
    me.clock.advance(DAY_MS);
    expect((await queueOf(me, { newPerDay: 0 })).cards).toEqual(['q-00']);
  });

  test('belongs to the person: it turns at the rollover hour where they are', async () => {
    const { db } = await openTestDb(QUESTIONS);
    const me = practise(db);
    await me.grade('q-00', 3, { ticked: ALL });
    const today = todayOf(me);
    me.clock.nowMs = Date.UTC(2026, 10, 23, 2, 59);
    expect(todayOf(me)).toBe(today);
    me.clock.nowMs = Date.UTC(2026, 10, 23, 3, 0);
    expect(todayOf(me)).toBe(today + 1);
  });
});

describe('the overview of today', () => {
  const overview = (me: Practice, over: Partial<Settings> = {}) =>
    readTodayOverview(me.db, todayOf(me), { ...DEFAULT_SETTINGS, ...over }, me.context.scheduler);

  test('says how many and how long, points by their own time', async () => {
    const { db } = await openTestDb([question('q-00', { seconds: 100 }), question('q-01', { seconds: 50 })]);
    const me = practise(db);
    expect(await overview(me)).toMatchObject({
      total: 2,
      seconds: 100 + 50 + 2 * 25,
      faintest: [],
      done: { fresh: 0 },
    });
    await me.grade('q-00', 4, { ticked: ['c1'] });
    me.clock.advance(DAY_MS);
    expect(await overview(me, { newPerDay: 0 })).toMatchObject({
      total: 1,
      seconds: 20 + 8,
      counts: { points: 1, fading: 0, fresh: 0, steps: 0 },
    });
  });

  test('counts the cards that wait for their step', async () => {
    const { db } = await openTestDb([question('q-00', { seconds: 100 })]);
    const me = practise(db);
    await me.grade('q-00', 1);
    expect(await overview(me)).toMatchObject({ total: 1, seconds: 125, counts: { steps: 1 } });
  });

  test('names the three faintest questions, the faintest first, and no points', async () => {
    const { db } = await openTestDb(QUESTIONS);
    const me = practise(db);
    for (const [n, id] of ['q-03', 'q-01', 'q-02', 'q-00'].entries()) {
      await me.grade(id, n === 0 ? 1 : 2, { ticked: ['c1'] });
      me.clock.advance(1000);
    }
    me.clock.advance(60 * DAY_MS);
    const { faintest } = await overview(me);
    expect(faintest.map(({ id }) => id)).toEqual(['q-03', 'q-00', 'q-01']);
  });
});

describe('what comes', () => {
  test('is the next day on which something is due, and how much', async () => {
    const { db } = await openTestDb(QUESTIONS);
    const me = practise(db);
    const today = todayOf(me);
    expect(await readNextDue(db, today)).toBeNull();
    const due = (id: string, day: number) =>
      cardRow(learnedCard(id, { due: { kind: 'day', day: studyDay(today + day) } }), placeAt(0));
    await db.cards.bulkPut([due('q-00', 0), due('q-01', 3), due('q-02', 3), due('q-03', 9)]);
    expect(await readNextDue(db, today)).toEqual({ day: today + 3, count: 2 });
    const fading = await readFadingNext(db, today, 2);
    expect(fading.map(({ row, item }) => [row.id, item.id])).toEqual([
      ['q-01', 'q-01'],
      ['q-02', 'q-02'],
    ]);
  });

  test('leaves out the points that are asked with their question, on its day or as long as it waits', async () => {
    const { db } = await openTestDb(QUESTIONS);
    const me = practise(db);
    const today = todayOf(me);
    const due = (id: string, day: number, point: string | null = null) =>
      cardRow(learnedCard(id, { due: { kind: 'day', day: studyDay(today + day) } }, point), placeAt(0));
    await db.cards.bulkPut([due('q-00', 0), due('q-00', 1, 'c1'), due('q-00', 2, 'c2')]);
    expect(await readNextDue(db, today)).toBeNull();
    expect(await readFadingNext(db, today, 5)).toEqual([]);

    await db.cards.bulkPut([due('q-01', 1), due('q-01', 1, 'c1'), due('q-02', 1, 'c1'), due('q-02', 4)]);
    expect(await readNextDue(db, today)).toEqual({ day: today + 1, count: 2 });
    const fading = await readFadingNext(db, today, 5);
    expect(fading.map(({ row }) => row.id)).toEqual(['q-01', 'q-02#c1', 'q-02']);
  });

  test('counts a point alone when its question rests', async () => {
    const { db } = await openTestDb(QUESTIONS);
    const me = practise(db);
    const today = todayOf(me);
    const tomorrow = { kind: 'day', day: studyDay(today + 1) } as const;
    const suspended = { ...learnedCard('q-00', { due: tomorrow }), suspended: true };
    await db.cards.bulkPut([
      cardRow(suspended, placeAt(0)),
      cardRow(learnedCard('q-00', { due: tomorrow }, 'c1'), placeAt(0)),
    ]);
    expect(await readNextDue(db, today)).toEqual({ day: today + 1, count: 1 });
  });

  test('leaves out what is suspended or has left the bank', async () => {
    const { db } = await openTestDb(QUESTIONS);
    const me = practise(db);
    const today = todayOf(me);
    const card = learnedCard('q-00', { due: { kind: 'day', day: studyDay(today + 1) } });
    const gone = learnedCard('q-gone', { due: { kind: 'day', day: studyDay(today + 1) } });
    await db.cards.bulkPut([cardRow({ ...card, suspended: true }, placeAt(0)), cardRow(gone, null)]);
    expect(await readNextDue(db, today)).toBeNull();
    expect(await readFadingNext(db, today, 5)).toEqual([]);
  });
});

test('how much falls due on each of the next days is counted, today and what rests left out', async () => {
  const { db } = await openTestDb(QUESTIONS);
  const due = (id: string, day: number, suspended = false) =>
    cardRow({ ...learnedCard(id, { due: { kind: 'day', day: studyDay(day) } }), suspended }, placeAt(0));
  await db.cards.bulkPut([
    due('q-00', 100),
    due('q-01', 101),
    due('q-02', 103),
    due('q-03', 103),
    due('q-04', 103, true),
  ]);
  const loads = await readDueLoads(db, studyDay(100));
  expect([100, 101, 102, 103].map((day) => loads.get(studyDay(day)))).toEqual([undefined, 1, 0, 2]);
});
