/** Today's list: what the person has put on it is asked beside what the settings allow. */
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '#review/settings.ts';
import { studyDayOfStamp } from '#review/record.ts';
import { addToToday, dropFromToday } from '#storage/add-to-today.ts';
import { readAddedToday } from '#storage/added-today.ts';
import { readQueue, readToday } from '#storage/today.ts';
import { DAY_MS, itemId, studyDay } from '../support/builders.ts';
import { question } from '../support/item-builders.ts';
import { practise, type Practice } from '../support/practice.ts';
import { openTestDb } from '../support/test-db.ts';

const QUESTIONS = Array.from({ length: 8 }, (_, n) => question(`q-${n}`));
const ALL = ['c1', 'c2', 'd1', 'd2', 'b1'];

async function somebody() {
  const { db } = await openTestDb(QUESTIONS);
  const me = practise(db);
  const today = () => studyDayOfStamp(me.clock.stamp(), me.context.rolloverHour);
  const add = (...ids: string[]) => addToToday(db, today(), ids.map(itemId));
  return { db, me, today, add };
}

function queueOf(me: Practice, over: Partial<Settings> = {}) {
  const today = studyDayOfStamp(me.clock.stamp(), me.context.rolloverHour);
  return readQueue(me.db, today, { ...DEFAULT_SETTINGS, ...over }, me.context.scheduler);
}

describe('today’s list', () => {
  test('brings a new question before its turn and beside those that the day allows', async () => {
    const { me, add } = await somebody();
    await add('q-6');
    expect(new Set((await queueOf(me, { newPerDay: 2 })).cards)).toEqual(new Set(['q-6', 'q-0', 'q-1']));
    expect((await queueOf(me, { newPerDay: 0 })).cards).toEqual(['q-6']);
  });

  test('takes no place from the others when it holds one whose turn it is anyway', async () => {
    const { me, add } = await somebody();
    await add('q-0');
    expect(new Set((await queueOf(me, { newPerDay: 2 })).cards)).toEqual(new Set(['q-0', 'q-1', 'q-2']));
  });

  test('uses nothing of the day’s allowance when it is answered', async () => {
    const { db, me, add, today } = await somebody();
    await add('q-6');
    await me.grade('q-6', 3, { ticked: ALL });
    expect((await queueOf(me, { newPerDay: 2 })).cards).toEqual(['q-0', 'q-1']);
    const { done } = await readToday(db, today(), DEFAULT_SETTINGS, me.context.scheduler);
    expect(done).toEqual({ fresh: 1, reviews: 0 });
  });

  test('brings a question that is not due, once, and counts it apart from what fades', async () => {
    const { me, add } = await somebody();
    await me.grade('q-3', 4, { ticked: ALL });
    me.clock.advance(DAY_MS);
    await add('q-3');
    const queue = await queueOf(me, { newPerDay: 0, reviewsPerDay: 0 });
    expect(queue.cards).toEqual(['q-3']);
    expect(queue.counts).toEqual({ fading: 0, points: 0, fresh: 0, steps: 0, added: 1 });
    await me.grade('q-3', 3, { ticked: ALL });
    expect((await queueOf(me, { newPerDay: 0 })).cards).toEqual([]);
  });

  test('brings a due question although the day allows no reviews, without its points beside it', async () => {
    const { me, add } = await somebody();
    await me.grade('q-3', 2, { ticked: ['c1'] });
    me.clock.advance(30 * DAY_MS);
    await add('q-3');
    const queue = await queueOf(me, { newPerDay: 0, reviewsPerDay: 0 });
    expect(queue.cards).toEqual(['q-3']);
    expect(queue.counts).toEqual({ fading: 1, points: 0, fresh: 0, steps: 0 });
  });

  test('leaves a suspended question alone', async () => {
    const { me, add } = await somebody();
    await me.store({ type: 'suspended', ...me.clock.stamp(), item: itemId('q-3'), card: 'q-3' as never, on: true });
    await add('q-3');
    expect((await queueOf(me, { newPerDay: 0 })).cards).toEqual([]);
  });

  test('holds a question once, gives back what is new on it, and is empty on the next day', async () => {
    const { db, me, add, today } = await somebody();
    expect(await add('q-1', 'q-2')).toEqual(['q-1', 'q-2']);
    expect(await add('q-2', 'q-3')).toEqual(['q-3']);
    expect(await readAddedToday(db, today())).toEqual(['q-1', 'q-2', 'q-3']);
    await dropFromToday(db, today(), [itemId('q-1'), itemId('q-3')]);
    expect(await readAddedToday(db, today())).toEqual(['q-2']);
    me.clock.advance(DAY_MS);
    expect(await readAddedToday(db, today())).toEqual([]);
    expect((await queueOf(me, { newPerDay: 0 })).cards).toEqual([]);
  });

  test('that is damaged or names what is not in the bank asks nothing', async () => {
    const { db, me, add } = await somebody();
    await add('never-there');
    expect((await queueOf(me, { newPerDay: 0 })).cards).toEqual([]);
    await db.local.put({ key: 'addedToday', value: 'nonsense' });
    expect(await readAddedToday(db, studyDay(1))).toEqual([]);
  });
});
