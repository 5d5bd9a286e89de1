/** What mocks leave beside reviews of points: causes that were found or not, and recordings. */
import { describe, expect, test } from 'vitest';
import { startRun } from '#mock/run.ts';
import { DEFAULT_MOCK } from '#mock/settings.ts';
import { takeBackMock } from '#storage/mock-finish.ts';
import { beginMockRun } from '#storage/mock-run.ts';
import { readLog } from '#storage/rebuild.ts';
import { beginStretch, deleteGoneSound, readAmount, readGoneAmount, storePart } from '#storage/recordings.ts';
import { candidate } from '../mock/candidates.ts';
import { dump } from '../support/dump.ts';
import { openTestDb } from '../support/test-db.ts';
import { answer, begin, choose, finishHere, ID, MOCK, START } from './mock-runs.ts';

describe('a cause that was to be found', () => {
  const listing = (id: string) => candidate(id, { as: 'pair', pair: 0, kind: 'debug' });

  test('counts as a review of its question, right as Hard and wrong as Again, and scores none of its points', async () => {
    const { db } = await openTestDb();
    const questions = [listing('q-one'), listing('q-two'), candidate('err-timeout', { as: 'error' })];
    const run = startRun(ID, { ...DEFAULT_MOCK, format: 'cause' }, { questions, notes: [] }, START);
    if (!run) throw new Error('Nothing was drawn.');
    const done = choose(choose(choose(run, true), false), true);
    const record = await finishHere(db, done, START + 900_000);
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
    const record = await finishHere(db, choose(choose(run, false), true), START + 900_000);
    expect((await readLog(db)).events.map(({ type }) => type)).toEqual(['reviewed', 'mockFinished']);
    expect(record?.answers.map(({ event }) => event === null)).toEqual([false, true]);
  });
});

test('a mock that is taken back takes its recordings with it, and no others', async () => {
  const { db } = await openTestDb();
  const keep = async (mock: string) => {
    const row = { ...beginStretch({ mock, answer: '0' }, 'audio/webm', START), ms: 3000, bytes: 4 };
    await storePart(db, row, { recording: row.id, index: 0, data: new Uint8Array(4), levels: new Uint8Array(150) });
  };
  await finishHere(db, await answer(db, begin('q-one'), ['c1']), START);
  await keep('other');
  const before = await dump(db, ['events', 'journal', 'tallies', 'local', 'marks', 'cards']);
  await keep(ID);
  await takeBackMock(db, ID, MOCK);
  expect(await dump(db, ['events', 'journal', 'tallies', 'local', 'marks', 'cards'])).toEqual(before);
  expect(await readAmount(db, 'other')).toMatchObject({ stretches: 1 });
});

test('recordings of mocks that are no longer here are found and deleted; those of a mock, a run or the sound check stay', async () => {
  const { db } = await openTestDb();
  await finishHere(db, await answer(db, begin('q-one'), ['c1']), START);
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
