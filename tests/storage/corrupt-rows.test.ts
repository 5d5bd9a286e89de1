/** A damaged row says which it is, and damages nothing else. */
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '#review/settings.ts';
import { studyDayOfStamp } from '#review/record.ts';
import { CorruptRowError } from '#storage/corrupt-row.ts';
import { eventOfRow, readEventsOf, readItemState } from '#storage/item-states.ts';
import { readItem } from '#storage/read-item.ts';
import { rebuildStates } from '#storage/rebuild.ts';
import { restoreBackup } from '#storage/restore.ts';
import type { CardRow, EventRow } from '#storage/rows.ts';
import { setAsideDamaged } from '#storage/set-aside.ts';
import { readDoneToday, readQueue, stateOfRow } from '#storage/today.ts';
import { DAY_MS, itemId } from '../support/builders.ts';
import { dump } from '../support/dump.ts';
import { practise } from '../support/practice.ts';
import { buildBank } from '../support/test-bank.ts';
import { openTestDb } from '../support/test-db.ts';

/** A database with one learned question, due today, of which two points have cards. */
async function learnt() {
  const { db, name } = await openTestDb();
  const me = practise(db);
  await me.grade('q-one', 1, { ticked: ['c1'] });
  me.clock.advance(DAY_MS);
  const today = studyDayOfStamp(me.clock.stamp(), 4);
  const queue = () => readQueue(db, today, DEFAULT_SETTINGS, me.context.scheduler);
  expect((await queue()).cards).toContain('q-one');
  return { db, name, me, today, queue };
}

/** Ways to damage the state of the row of a learned card. */
const CARD_DAMAGE: readonly (readonly [string, (row: CardRow) => unknown])[] = [
  ['is gone', () => ({ state: undefined })],
  ['is null', () => ({ state: null })],
  ['is a word', () => ({ state: 'rust' })],
  ['is of another card', ({ state }) => ({ state: { ...state, id: 'q-two' } })],
  ['is of another item', ({ state }) => ({ state: { ...state, item: 'q-two' } })],
  ['is of another point', ({ state }) => ({ state: { ...state, point: 'c1' } })],
  ['is half suspended', ({ state }) => ({ state: { ...state, suspended: 'half' } })],
  ['is buried until never', ({ state }) => ({ state: { ...state, buriedUntil: Number.NaN } })],
  ['knows nothing of learning', ({ state }) => ({ state: { ...state, learning: undefined } })],
  ['is new and due', ({ state }) => ({ state: { ...state, learning: { kind: 'new' } } })],
  [
    'is learned in an unknown way',
    ({ state }) => ({ state: { ...state, learning: { ...state.learning, kind: 'osmosis' } } }),
  ],
  ...(
    [
      ['memory', undefined],
      ['memory', { stability: Number.NaN, difficulty: 5 }],
      ['memory', { stability: 0, difficulty: 5 }],
      ['memory', { stability: 40_000, difficulty: 5 }],
      ['memory', { stability: '3', difficulty: 5 }],
      ['memory', { stability: 3, difficulty: 0.5 }],
      ['memory', { stability: 3, difficulty: 11 }],
      ['memory', { stability: 3 }],
      ['due', undefined],
      ['due', { kind: 'unscheduled' }],
      ['due', { kind: 'day' }],
      ['due', { kind: 'day', day: 1 }],
      ['due', { kind: 'someday', day: 1 }],
      ['due', { kind: 'moment', day: 20_780 }],
      ['firstDay', 'Monday'],
      ['lastDay', 0.5],
      ['lastAtMs', -1],
      ['lastGrade', 5],
      ['lastGrade', 0],
      ['reps', 0],
      ['lapses', -1],
    ] as const
  ).map(
    ([key, value]) =>
      [
        `has ${key} ${JSON.stringify(value)}`,
        ({ state }: CardRow) => ({ state: { ...state, learning: { ...state.learning, [key]: value } } }),
      ] as const,
  ),
];

describe('a card whose state', () => {
  test.each(CARD_DAMAGE)('%s is named when the day is read', async (_, damage) => {
    const { db, queue, me, today } = await learnt();
    const row = await db.cards.get('q-one' as never);
    if (!row) throw new Error('There is a card.');
    expect(stateOfRow(row)).toBe(row.state);
    await db.cards.update('q-one' as never, damage(row) as never);
    const error = await queue().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CorruptRowError);
    expect(error).toMatchObject({ table: 'cards', key: 'q-one', name: 'CorruptRowError' });
    await expect(readDoneToday(db, (today - 1) as typeof today)).rejects.toThrow(CorruptRowError);
    expect(await me.look('q-one')).toMatchObject({ events: 1 });
    await rebuildStates(db, me.context);
    expect(await db.cards.get('q-one' as never)).toEqual(row);
  });

  test('is gone while it is new is named when the day is read', async () => {
    const { db, queue } = await learnt();
    await db.cards.update('q-two' as never, { state: undefined as never });
    await expect(queue()).rejects.toMatchObject({ table: 'cards', key: 'q-two' });
  });

  test('is sound is sound, for every card of a long practice', async () => {
    const { db, me } = await learnt();
    await me.grade('q-one', 3, { ticked: ['c1', 'c2', 'd1', 'd2', 'b1'] });
    await me.grade('q-two', 4);
    await me.store({ type: 'suspended', ...me.clock.stamp(), item: itemId('q-two'), card: 'q-two' as never, on: true });
    for (const row of await db.cards.toArray()) expect(stateOfRow(row)).toBe(row.state);
  });
});

describe('an event that is damaged', () => {
  test.each<[string, Partial<Record<keyof EventRow | 'grade' | 'due', unknown>>, string]>([
    ['in its grade', { grade: 9 }, 'grade'],
    ['in its time', { atMs: -5 }, 'atMs'],
    ['in its kind', { type: 'erased' }, 'type'],
    ['in its promise', { due: null }, 'due'],
    ['by something more', { more: 1 } as never, 'more'],
  ])('%s is named with the place, and stays where it is', async (_, damage, place) => {
    const { db, me } = await learnt();
    const [row] = await db.events.toArray();
    if (!row) throw new Error('There is an event.');
    await db.events.put({ ...row, ...damage } as EventRow);
    const error = await readEventsOf(db, itemId('q-one')).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CorruptRowError);
    expect(error).toMatchObject({ table: 'events', key: row.id, message: expect.stringContaining(`: ${place}: `) });
    await expect(readItemState(db, itemId('q-one'), me.context)).rejects.toThrow(CorruptRowError);
    expect(await db.events.count()).toBe(1);
    expect(await me.grade('q-two', 3)).toBe('stored');
  });
});

describe('damaged events that were set aside', () => {
  /** Three grades, the second of them damaged. */
  async function damagedInTheMiddle() {
    const { db } = await openTestDb();
    const me = practise(db);
    for (const grade of [1, 4, 3] as const) {
      await me.grade('q-one', grade);
      me.clock.advance(DAY_MS);
    }
    const rows = await db.events.orderBy('id').toArray();
    const [, second] = rows;
    if (!second) throw new Error('There are three events.');
    await db.events.put({ ...second, grade: 9 } as unknown as EventRow);
    return { db, me, second, rows };
  }

  test('let the person go on with the item: it can be read, graded and undone, without what is damaged', async () => {
    const { db, me } = await damagedInTheMiddle();
    await expect(me.look('q-one')).rejects.toThrow(CorruptRowError);
    expect(await setAsideDamaged(db)).toBe(1);
    await rebuildStates(db, me.context);
    const state = await me.look('q-one');
    expect(state.cards.get('q-one' as never)?.learning).toMatchObject({ reps: 2, lastGrade: 3 });
    expect(await db.cards.get('q-one' as never)).toMatchObject({ state: { learning: { reps: 2 } } });
    for (let n = 0; n < 3; n += 1) {
      expect(await me.grade('q-one', 3)).toBe('stored');
      me.clock.advance(1000);
      expect(await me.undo()).not.toBeNull();
      me.clock.advance(1000);
    }
  });

  test('stay stored as they were, and are set aside once', async () => {
    const { db, second } = await damagedInTheMiddle();
    await setAsideDamaged(db);
    const aside = { id: second.id, damaged: { ...second, grade: 9 } };
    expect(await db.events.get(second.id)).toEqual(aside);
    expect(await setAsideDamaged(db)).toBe(0);
    expect(await db.events.get(second.id)).toEqual(aside);
    expect(await db.events.count()).toBe(3);
  });

  test('are put right by a backup that has them', async () => {
    const { db, me, rows } = await damagedInTheMiddle();
    await setAsideDamaged(db);
    await restoreBackup(db, { events: rows.map(eventOfRow), settings: [] }, 'merge', me.clock.nowMs);
    expect(await me.look('q-one')).toMatchObject({ events: 3 });
    expect(await me.grade('q-one', 3)).toBe('stored');
  });

  test('are none in a sound log, which stays as it is', async () => {
    const { db } = await learnt();
    const before = await dump(db);
    expect(await setAsideDamaged(db)).toBe(0);
    expect(await dump(db)).toEqual(before);
  });
});

describe('a pack that is damaged', () => {
  /** Each with a hash of its own, since parsed packs are kept by hash. */
  const damage = async (text: string | null, n: number) => {
    const { db } = await openTestDb();
    const file = (await db.items.get('q-three'))?.pack ?? '';
    if (text === null) await db.packs.delete(file);
    else await db.packs.update(file, { text, hash: `damaged-${n}` });
    return { db, file };
  };

  test.each([
    ['cut short', '{"items":[{'],
    ['empty', ''],
    ['null', 'null'],
    ['of another shape', '{"items":{}}'],
    ['holding nothings', '{"items":[null]}'],
    ['without the item', '{"items":[]}'],
    ['gone', null],
  ])('%s is named, and other packs are read', async (_, text) => {
    const { db, file } = await damage(text, text?.length ?? -1);
    const error = await readItem(db, itemId('q-three')).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CorruptRowError);
    expect(error).toMatchObject({ table: 'packs', key: file });
    expect((await readItem(db, itemId('q-one')))?.id).toBe('q-one');
  });

  test('is read again once it has been fetched again', async () => {
    const { db, file } = await damage('{', 99);
    await expect(readItem(db, itemId('q-three'))).rejects.toBeInstanceOf(CorruptRowError);
    const sound = (await buildBank()).files.get(file) ?? '';
    await db.packs.update(file, { text: sound });
    expect((await readItem(db, itemId('q-three')))?.id).toBe('q-three');
  });

  test('is none when the item is simply not in the bank', async () => {
    const { db } = await openTestDb();
    expect(await readItem(db, itemId('q-none'))).toBeNull();
  });
});
