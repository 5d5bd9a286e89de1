/** Mocks in the database: a run that outlives its page, an end that is stored once, and what it leaves in the log. */
import { describe, expect, test } from 'vitest';
import { makeBackup } from '#exchange/backup.ts';
import { readBackup } from '#exchange/backup-reader.ts';
import { closeRun } from '#mock/close-run.ts';
import { mockFromParams, mockQuery } from '#mock/link.ts';
import { reduceRun } from '#mock/reduce-run.ts';
import { DEFAULT_MOCK } from '#mock/settings.ts';
import { drawFor } from '#pages/mock/prepare.ts';
import { readCandidates } from '#storage/mock-candidates.ts';
import { finishMock, takeBackMock, takeInMock } from '#storage/mock-finish.ts';
import { readMock, readMockHistory } from '#storage/mock-history.ts';
import {
  beginMockRun,
  discardMockRun,
  readMockRun,
  readMockWriter,
  saveMockRun,
  takeMockRun,
} from '#storage/mock-run.ts';
import { writeOwn } from '#storage/own-questions.ts';
import { readLog, rebuildStates } from '#storage/rebuild.ts';
import { restoreBackup } from '#storage/restore.ts';
import { lastUndoable } from '#storage/undo.ts';
import { backupText } from '#exchange/backup.ts';
import { itemId } from '../support/builders.ts';
import { ownQuestion, question } from '../support/item-builders.ts';
import { dump } from '../support/dump.ts';
import { mockAnswer, mockPoint, mockRecord } from '../support/mock-records.ts';
import { openTestDb } from '../support/test-db.ts';
import { answer, begin, context, finishHere, ID, MOCK, START, TODAY } from './mock-runs.ts';

describe('the end of a mock', () => {
  test('becomes one review of each scored question and one record; missed core points are due tomorrow', async () => {
    const { db } = await openTestDb();
    let run = await answer(db, begin('q-one', 'q-two', 'q-three'), ['c1', 'd1']);
    run = await answer(db, run, ['c1', 'c2', 'd1', 'd2', 'b1']);
    run = reduceRun(run, { type: 'skipped', nowMs: START + 900_000 });
    await beginMockRun(db, run);
    const record = await finishHere(db, run, START + 900_000);
    const { events } = await readLog(db);
    expect(events.map(({ type, item }) => `${type} ${item}`)).toEqual([
      'reviewed q-one',
      'reviewed q-two',
      `mockFinished mock:${ID}`,
    ]);
    expect(events.slice(0, 2)).toMatchObject([
      { source: 'mock', grade: 1, proposed: 1, tookMs: 120_000, atMs: run.drafts[0]?.gradedAtMs },
      { source: 'mock', grade: 4 },
    ]);
    expect(record?.answers.map(({ event }) => event)).toEqual([events[0]?.id, events[1]?.id, null]);
    expect(await db.cards.get('q-one#c2' as never)).toMatchObject({ queue: 'due', dueDay: TODAY + 1 });
    expect(await db.cards.get('q-one#c1' as never)).toMatchObject({ queue: 'off' });
    expect(await readMockRun(db)).toBeNull();
    expect((await readMock(db, ID))?.record).toEqual(record);
  });

  test('who said nothing of a question has missed all of its points', async () => {
    const { db } = await openTestDb();
    await finishHere(db, await answer(db, begin('q-one'), []), START);
    const [event] = (await readLog(db)).events;
    expect(event).toMatchObject({ grade: 1, proposed: null });
    expect(event?.type === 'reviewed' && event.points.map(({ hit }) => hit)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  test('is stored once, whichever press comes second', async () => {
    const { db } = await openTestDb();
    const run = await answer(db, begin('q-one'), ['c1']);
    await beginMockRun(db, run);
    await takeMockRun(db, 'tab');
    const press = (nowMs: number) => finishMock(db, run, MOCK, nowMs, 'tab');
    const [first, second] = await Promise.all([press(START), press(START + 1)]);
    expect([first, second].filter((record) => record === null)).toHaveLength(1);
    expect(await finishHere(db, run, START + 2)).toBeNull();
    expect((await readLog(db)).events).toHaveLength(2);
  });

  test('of a page that slept while another one went on stores nothing and forgets nothing', async () => {
    const { db } = await openTestDb();
    const run = begin('q-one', 'q-two');
    await beginMockRun(db, run);
    await takeMockRun(db, 'asleep');
    await takeMockRun(db, 'awake');
    const later = await answer(db, run, ['c1']);
    await saveMockRun(db, later, 'awake');
    const before = await dump(db);
    const older = closeRun(await answer(db, run, []), START) ?? run;
    expect(await finishMock(db, older, MOCK, START, 'asleep')).toBeNull();
    expect(await discardMockRun(db, 'asleep')).toBe(false);
    expect(await dump(db)).toEqual(before);
    expect(await readMockRun(db)).toEqual(later);
    expect(await discardMockRun(db, 'awake')).toBe(true);
    expect(await readMockRun(db)).toBeNull();
  });

  test('leaves rows that a rebuild would make too', async () => {
    const { db } = await openTestDb();
    await finishHere(db, await answer(db, begin('q-one'), ['c1']), START);
    const before = await dump(db, ['tallies', 'journal', 'local']);
    await rebuildStates(db, context);
    expect(await dump(db, ['tallies', 'journal', 'local'])).toEqual(before);
  });

  test('of a question that has left the bank stays in the record alone', async () => {
    const { db } = await openTestDb();
    const record = await finishHere(db, await answer(db, begin('q-gone'), []), START);
    expect(record?.answers).toMatchObject([{ item: 'q-gone', outcome: 'graded', event: null }]);
    expect((await readLog(db)).events.map(({ type }) => type)).toEqual(['mockFinished']);
  });

  test('that fails stores nothing, and the run is still there', async () => {
    const { db } = await openTestDb();
    const run = await answer(db, begin('q-one'), ['c1']);
    await beginMockRun(db, run);
    await takeMockRun(db, 'tab');
    const before = await dump(db);
    const broken = { ...run, id: 'with blanks ' };
    await expect(finishMock(db, broken, MOCK, START, 'tab')).rejects.toThrow(RangeError);
    expect(await dump(db)).toEqual(before);
  });
});

test('a mock can be taken back as a whole, and step-by-step undo does not touch it', async () => {
  const { db } = await openTestDb();
  const derived = ['events', 'journal', 'tallies', 'local', 'marks'];
  const before = await dump(db, derived);
  await finishHere(db, await answer(db, begin('q-one'), ['c1']), START);
  expect(await lastUndoable(db, MOCK.device)).toBeNull();
  expect(await takeBackMock(db, ID, MOCK)).toBe(true);
  const { cards, ...rest } = await dump(db, derived);
  expect({ ...rest, cards: cards?.filter((row) => !(row as { id: string }).id.startsWith('mock:')) }).toEqual(before);
  expect(await readMockHistory(db)).toEqual({ mocks: [], unreadable: 0 });
  expect(await takeBackMock(db, ID, MOCK)).toBe(false);
});

test('a record that was made elsewhere counts here once', async () => {
  const { db } = await openTestDb();
  const record = mockRecord({
    by: 'partner',
    answers: [mockAnswer({ points: [mockPoint('c1'), mockPoint('c2', { heard: 'missed' })] })],
  });
  const taken = await takeInMock(db, ID, record, MOCK, record.finishedAtMs + 5000);
  expect(await takeInMock(db, ID, record, MOCK, record.finishedAtMs + 9000)).toBeNull();
  const [event] = (await readLog(db)).events;
  expect(event).toMatchObject({ type: 'reviewed', source: 'mock', grade: 1, atMs: record.finishedAtMs });
  expect(taken?.answers[0]?.event).toBe(event?.id);
});

test.each([
  ['runs ahead does not put a record into the future', Date.UTC(2026, 10, 22, 9)],
  ['was never set does not put a record into 1970', 5000],
])('a partner’s clock that %s', async (_, startedAtMs) => {
  const { db } = await openTestDb();
  const record = mockRecord({ by: 'partner', startedAtMs, finishedAtMs: startedAtMs + 900_000 });
  const nowMs = Date.UTC(2026, 10, 22, 8, 59);
  const times = { startedAtMs: nowMs - 900_000, finishedAtMs: nowMs };
  expect(await takeInMock(db, ID, record, MOCK, nowMs)).toMatchObject(times);
  expect((await readLog(db)).events[0]).toMatchObject({ type: 'reviewed', atMs: nowMs });
});

test('a mock travels in a backup to another device', async () => {
  const here = await openTestDb();
  await finishHere(here.db, await answer(here.db, begin('q-one'), ['c1']), START);
  const { events } = await readLog(here.db);
  const text = [...backupText(makeBackup({ nowMs: START, device: MOCK.device, settings: [], events }))].join('');
  const read = readBackup(text);
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  expect(read.differing).toEqual([]);
  const there = await openTestDb();
  await restoreBackup(there.db, read.backup, 'merge', START);
  expect(await readMockHistory(there.db)).toEqual(await readMockHistory(here.db));
});

test('a damaged record is counted and does not hide the others', async () => {
  const { db } = await openTestDb();
  await finishHere(db, await answer(db, begin('q-one'), ['c1']), START);
  const row = await db.events.where('item').startsWith('mock:').first();
  await db.events.add({
    ...row,
    id: '00000000-0000-7000-8000-00000000ffff',
    item: 'mock:2',
    guard: 'x',
    mock: { mood: 1 },
  } as never);
  const { mocks, unreadable } = await readMockHistory(db);
  expect([mocks.map(({ id }) => id), unreadable]).toEqual([[ID], 1]);
});

describe('a run', () => {
  test('is found as it was stored, until its end', async () => {
    const { db } = await openTestDb();
    const run = begin('q-one');
    await beginMockRun(db, run);
    expect(await takeMockRun(db, 'tab-1')).toEqual(run);
    const later = reduceRun(run, { type: 'spoke', nowMs: START + 9000 });
    await saveMockRun(db, later, 'tab-1');
    expect(await readMockRun(db)).toEqual(later);
    await beginMockRun(db, { ...run, id: 'other' });
    expect((await readMockRun(db))?.id).toBe('other');
  });

  test('belongs to the page that took it last; what another one still writes is not seen, and does not stay', async () => {
    const { db } = await openTestDb();
    const run = begin('q-one');
    await beginMockRun(db, run);
    await takeMockRun(db, 'tab-1');
    await takeMockRun(db, 'tab-2');
    await saveMockRun(db, reduceRun(run, { type: 'spoke', nowMs: START + 9000 }), 'tab-1');
    expect([await readMockRun(db), await readMockWriter(db)]).toEqual([run, 'tab-2']);
    await takeMockRun(db, 'tab-3');
    expect((await db.runs.toCollection().primaryKeys()).map(String)).toEqual(['mock-run', 'mock-run tab-3']);
  });
});

test('candidates carry how much they are needed and when they were last asked', async () => {
  const { db } = await openTestDb();
  const fresh = await readCandidates(db, TODAY, context.scheduler);
  expect(fresh.map(({ item, as }) => `${item} ${as}`).toSorted()).toEqual([
    'err-timeout error',
    'q-one question',
    'q-three question',
    'q-two question',
  ]);
  const run = await answer(db, await answer(db, begin('q-one', 'q-two'), ['c1']), ['c1', 'c2', 'd1', 'd2']);
  await finishHere(db, run, START);
  const needs = new Map((await readCandidates(db, TODAY, context.scheduler)).map((each) => [each.item, each]));
  const [one, two, three] = ['q-one', 'q-two', 'q-three'].map((id) => needs.get(itemId(id)));
  expect([one?.mocksAgo, two?.mocksAgo, three?.mocksAgo]).toEqual([0, 0, null]);
  expect(one?.need).toBeGreaterThan(two?.need ?? 1);
  expect(three?.need).toBeGreaterThan(two?.need ?? 1);
});

test('one link gives two people the same interview, whatever they have learnt, been asked, and written themselves', async () => {
  const bank = Array.from({ length: 20 }, (_, at) =>
    question(`q-${at}`, { topic: at % 2 === 0 ? 'web/http' : 'web/tls' }),
  );
  const [mine, theirs] = [await openTestDb(bank), await openTestDb(bank)];
  const link = mockQuery({ ...DEFAULT_MOCK, length: { kind: 'count', count: 4 }, draw: 'same', seed: 'shared' });
  const params = new URLSearchParams(link);
  const settings = mockFromParams((name) => params.get(name));
  const drawn = async ({ db }: typeof mine) =>
    (await drawFor(db, settings, TODAY, context.scheduler)).questions.map(({ item }) => item);
  const first = await drawn(mine);
  expect(new Set(first).size).toBe(4);
  let run = begin(...first);
  while (run.stage !== null) run = await answer(mine.db, run, []);
  await finishHere(mine.db, run, START);
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => itemId(`own-${name}`))) {
    await writeOwn(mine.db, id, ownQuestion({ id }), MOCK.device, START);
  }
  expect(await drawn(mine)).toEqual(first);
  expect(await drawn(theirs)).toEqual(first);
});
