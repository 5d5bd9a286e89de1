/** Mocks in the database: a run that outlives its page, an end that is stored once, and what it leaves in the log. */
import { describe, expect, test } from 'vitest';
import type { Question } from '#bank/item.ts';
import { makeBackup } from '#exchange/backup.ts';
import { readBackup } from '#exchange/backup-reader.ts';
import { pointsHeard } from '#mock/answer.ts';
import { reduceRun, type RunInput } from '#mock/reduce-run.ts';
import { currentDraft, startRun, type MockRun } from '#mock/run.ts';
import { DEFAULT_MOCK } from '#mock/settings.ts';
import { DEFAULT_SETTINGS } from '#review/settings.ts';
import { readCandidates } from '#storage/mock-candidates.ts';
import { finishMock, takeBackMock, takeInMock } from '#storage/mock-finish.ts';
import { readMock, readMockHistory } from '#storage/mock-history.ts';
import { beginMockRun, readMockRun, readMockWriter, saveMockRun, takeMockRun } from '#storage/mock-run.ts';
import { readItem } from '#storage/read-item.ts';
import { readLog, rebuildStates } from '#storage/rebuild.ts';
import { restoreBackup } from '#storage/restore.ts';
import { beginStretch, deleteGoneSound, readAmount, readGoneAmount, storePart } from '#storage/recordings.ts';
import { lastUndoable } from '#storage/undo.ts';
import type { LamplightDb } from '#storage/database.ts';
import { backupText } from '#exchange/backup.ts';
import { DAY_MS, deviceId, itemId, replayContext, schedulePolicy, studyDay } from '../support/builders.ts';
import { dump } from '../support/dump.ts';
import { mockAnswer, mockPoint, mockRecord } from '../support/mock-records.ts';
import { openTestDb } from '../support/test-db.ts';
import { candidate } from '../mock/candidates.ts';

const context = replayContext();
const MOCK = { device: deviceId(1), settings: DEFAULT_SETTINGS, context, policy: schedulePolicy() };
const START = Date.UTC(2026, 10, 22, 9);
const ID = '00000000-0000-7000-8000-000000000001';
const TODAY = studyDay(Math.floor(START / DAY_MS));

function begin(...ids: string[]): MockRun {
  const run = startRun(ID, DEFAULT_MOCK, { questions: ids.map((id) => candidate(id)), notes: [] }, START);
  if (!run) throw new Error('Nothing was drawn.');
  return run;
}

/** Answers the current question with these points ticked, a minute a stage. */
/** Finds, or does not find, the fault in a listing of the current question, a minute a stage. */
function choose(run: MockRun, right: boolean): MockRun {
  const minute = (now: MockRun, input: DistributedOmit<RunInput, 'nowMs'>): MockRun =>
    reduceRun(now, { ...input, nowMs: (now.sinceMs ?? START) + 60_000 });
  const spoken = minute(minute(run, { type: 'spoke' }), { type: 'spoke' });
  return minute(minute(spoken, { type: 'chose', choice: { picked: 'x', right } }), { type: 'graded', points: [] });
}

async function answer(db: LamplightDb, run: MockRun, ticked: readonly string[]): Promise<MockRun> {
  const item = (await readItem(db, currentDraft(run).asked.item)) as Question | null;
  const minute = (now: MockRun, input: DistributedOmit<RunInput, 'nowMs'>): MockRun =>
    reduceRun(now, { ...input, nowMs: (now.sinceMs ?? START) + 60_000 });
  let now = minute(minute(minute(run, { type: 'spoke' }), { type: 'spoke' }), { type: 'guessed', percent: 75 });
  now = reduceRun(now, { type: 'touched', points: [], followUps: [], nowMs: now.sinceMs ?? START });
  for (const point of ticked) now = minute(now, { type: 'ticked', point: point as never, atMs: null });
  const draft = currentDraft(now);
  return minute(now, { type: 'graded', points: item ? pointsHeard(item, draft) : [mockPoint('c1')] });
}

type DistributedOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

describe('the end of a mock', () => {
  test('becomes one review of each scored question and one record; missed core points are due tomorrow', async () => {
    const { db } = await openTestDb();
    let run = await answer(db, begin('q-one', 'q-two', 'q-three'), ['c1', 'd1']);
    run = await answer(db, run, ['c1', 'c2', 'd1', 'd2', 'b1']);
    run = reduceRun(run, { type: 'skipped', nowMs: START + 900_000 });
    await beginMockRun(db, run);
    const record = await finishMock(db, run, MOCK, START + 900_000);
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
    await finishMock(db, await answer(db, begin('q-one'), []), MOCK, START);
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

  test('is stored once, whichever tab comes second', async () => {
    const { db } = await openTestDb();
    const run = await answer(db, begin('q-one'), ['c1']);
    const [first, second] = await Promise.all([finishMock(db, run, MOCK, START), finishMock(db, run, MOCK, START + 1)]);
    expect([first, second].filter((record) => record === null)).toHaveLength(1);
    expect(await finishMock(db, run, MOCK, START + 2)).toBeNull();
    expect((await readLog(db)).events).toHaveLength(2);
  });

  test('leaves rows that a rebuild would make too', async () => {
    const { db } = await openTestDb();
    await finishMock(db, await answer(db, begin('q-one'), ['c1']), MOCK, START);
    const before = await dump(db, ['tallies', 'journal', 'local']);
    await rebuildStates(db, context);
    expect(await dump(db, ['tallies', 'journal', 'local'])).toEqual(before);
  });

  test('of a question that has left the bank stays in the record alone', async () => {
    const { db } = await openTestDb();
    const record = await finishMock(db, await answer(db, begin('q-gone'), []), MOCK, START);
    expect(record?.answers).toMatchObject([{ item: 'q-gone', outcome: 'graded', event: null }]);
    expect((await readLog(db)).events.map(({ type }) => type)).toEqual(['mockFinished']);
  });

  test('that fails stores nothing, and the run is still there', async () => {
    const { db } = await openTestDb();
    const run = await answer(db, begin('q-one'), ['c1']);
    await beginMockRun(db, run);
    const before = await dump(db);
    const broken = { ...run, id: 'with blanks ' };
    await expect(finishMock(db, broken, MOCK, START)).rejects.toThrow(RangeError);
    expect(await dump(db)).toEqual(before);
  });
});

describe('a cause that was to be found', () => {
  const listing = (id: string) => candidate(id, { as: 'pair', pair: 0, kind: 'debug' });

  test('counts as a review of its question, right as Hard and wrong as Again, and scores none of its points', async () => {
    const { db } = await openTestDb();
    const questions = [listing('q-one'), listing('q-two'), candidate('err-timeout', { as: 'error' })];
    const run = startRun(ID, { ...DEFAULT_MOCK, format: 'cause' }, { questions, notes: [] }, START);
    if (!run) throw new Error('Nothing was drawn.');
    const done = choose(choose(choose(run, true), false), true);
    const record = await finishMock(db, done, MOCK, START + 900_000);
    const { events } = await readLog(db);
    expect(events.map(({ type, item }) => `${type} ${item}`)).toEqual([
      'reviewed q-one',
      'reviewed q-two',
      `mockFinished mock:${ID}`,
    ]);
    expect(events.slice(0, 2)).toMatchObject([
      { source: 'mock', grade: 2, hinted: true, points: [], due: { kind: 'days' } },
      { source: 'mock', grade: 1, hinted: false, points: [] },
    ]);
    expect(record?.answers.map(({ event }) => event)).toEqual([events[0]?.id, events[1]?.id, null]);
    expect(await takeBackMock(db, ID, MOCK)).toBe(true);
    const cards = await db.cards.where('item').anyOf('q-one', 'q-two').toArray();
    expect(cards.map(({ queue }) => queue)).toEqual(['new', 'new']);
  });

  test('in two listings of one question counts once', async () => {
    const { db } = await openTestDb();
    const questions = [listing('q-one'), { ...listing('q-one'), pair: 1 }];
    const run = startRun(ID, { ...DEFAULT_MOCK, format: 'cause' }, { questions, notes: [] }, START);
    if (!run) throw new Error('Nothing was drawn.');
    const record = await finishMock(db, choose(choose(run, false), true), MOCK, START + 900_000);
    expect((await readLog(db)).events.map(({ type }) => type)).toEqual(['reviewed', 'mockFinished']);
    expect(record?.answers.map(({ event }) => event === null)).toEqual([false, true]);
  });
});

test('a mock can be taken back as a whole, and step-by-step undo does not touch it', async () => {
  const { db } = await openTestDb();
  const derived = ['events', 'journal', 'tallies', 'local', 'marks'];
  const before = await dump(db, derived);
  await finishMock(db, await answer(db, begin('q-one'), ['c1']), MOCK, START);
  expect(await lastUndoable(db, MOCK.device)).toBeNull();
  expect(await takeBackMock(db, ID, MOCK)).toBe(true);
  const { cards, ...rest } = await dump(db, derived);
  expect({ ...rest, cards: cards?.filter((row) => !(row as { id: string }).id.startsWith('mock:')) }).toEqual(before);
  expect(await readMockHistory(db)).toEqual({ mocks: [], unreadable: 0 });
  expect(await takeBackMock(db, ID, MOCK)).toBe(false);
});

test('a mock that is taken back takes its recordings with it, and no others', async () => {
  const { db } = await openTestDb();
  const keep = async (mock: string) => {
    const row = { ...beginStretch({ mock, answer: '0' }, 'audio/webm', START), ms: 3000, bytes: 4 };
    await storePart(db, row, { recording: row.id, index: 0, data: new Uint8Array(4), levels: new Uint8Array(150) });
  };
  await finishMock(db, await answer(db, begin('q-one'), ['c1']), MOCK, START);
  await keep('other');
  const before = await dump(db, ['events', 'journal', 'tallies', 'local', 'marks', 'cards']);
  await keep(ID);
  await takeBackMock(db, ID, MOCK);
  expect(await dump(db, ['events', 'journal', 'tallies', 'local', 'marks', 'cards'])).toEqual(before);
  expect(await readAmount(db, 'other')).toMatchObject({ stretches: 1 });
});

test('recordings of mocks that are no longer here are found and deleted; those of a mock, a run or the sound check stay', async () => {
  const { db } = await openTestDb();
  await finishMock(db, await answer(db, begin('q-one'), ['c1']), MOCK, START);
  await beginMockRun(db, { ...begin('q-two'), id: 'under-way' });
  for (const mock of [ID, 'under-way', 'sound-check', 'gone']) {
    const row = { ...beginStretch({ mock, answer: '0' }, 'audio/webm', START), ms: 3000, bytes: 4 };
    await storePart(db, row, { recording: row.id, index: 0, data: new Uint8Array(4), levels: new Uint8Array(150) });
  }
  expect(await readGoneAmount(db)).toEqual({ stretches: 1, ms: 3000, bytes: 4 });
  await deleteGoneSound(db);
  expect(await readAmount(db, null)).toMatchObject({ stretches: 3 });
  expect(await readAmount(db, 'gone')).toMatchObject({ stretches: 0 });
  expect(await readGoneAmount(db)).toMatchObject({ stretches: 0 });
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

test('a mock travels in a backup to another device', async () => {
  const here = await openTestDb();
  await finishMock(here.db, await answer(here.db, begin('q-one'), ['c1']), MOCK, START);
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
  await finishMock(db, await answer(db, begin('q-one'), ['c1']), MOCK, START);
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
    expect((await db.local.where('key').startsWith('mock-run').primaryKeys()).map(String)).toEqual([
      'mock-run',
      'mock-run tab-3',
    ]);
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
  await finishMock(db, run, MOCK, START);
  const needs = new Map((await readCandidates(db, TODAY, context.scheduler)).map((each) => [each.item, each]));
  const [one, two, three] = ['q-one', 'q-two', 'q-three'].map((id) => needs.get(itemId(id)));
  expect([one?.mocksAgo, two?.mocksAgo, three?.mocksAgo]).toEqual([0, 0, null]);
  expect(one?.need).toBeGreaterThan(two?.need ?? 1);
  expect(three?.need).toBeGreaterThan(two?.need ?? 1);
});
