/** Recorded answers: stored part by part, read back whole, deleted without touching anything else. */
import { describe, expect, test, vi } from 'vitest';
import { problemOf, type LamplightDb } from '#storage/database.ts';
import {
  deleteAnswerSound,
  deleteGoneSound,
  deleteSound,
  readAmount,
  readAnswerAmount,
  readAnswerSound,
  readGoneAmount,
  SOUND_CHECK,
  storePart,
  type AnswerPlace,
  type RecordingRow,
} from '#storage/recordings.ts';
import { beginMockRun } from '#storage/mock-run.ts';
import { eventId } from '../support/builders.ts';
import { dump } from '../support/dump.ts';
import { openTestDb } from '../support/test-db.ts';
import { answer, begin, finishHere, ID, START } from './mock-runs.ts';

const FIRST: AnswerPlace = { mock: 'mock-1', answer: '0' };
const SECOND: AnswerPlace = { mock: 'mock-1', answer: '1' };
const ELSEWHERE: AnswerPlace = { mock: 'mock-2', answer: '0' };

/** Stores a stretch of three-second parts whose bytes are given. */
async function record(db: LamplightDb, place: AnswerPlace, id: string, parts: readonly string[]): Promise<void> {
  let row: RecordingRow = { ...place, id, startedAtMs: 1, mime: 'audio/webm', ms: 0, bytes: 0, text: '' };
  for (const [index, text] of parts.entries()) {
    const data = new TextEncoder().encode(text);
    row = { ...row, ms: row.ms + 3000, bytes: row.bytes + data.length };
    await storePart(db, row, { recording: id, index, data, levels: new Uint8Array(150).fill(index + 1) });
  }
}

describe('an answer that was recorded', () => {
  test('sounds as it was spoken: each stretch whole, in order of time, whatever was stored between', async () => {
    const { db } = await openTestDb();
    await record(db, FIRST, 'b', ['and ', 'on']);
    await record(db, SECOND, 'c', ['else']);
    await record(db, FIRST, 'a', ['first ', 'then ', 'last']);
    const stretches = await readAnswerSound(db, FIRST);
    expect(await Promise.all(stretches.map(({ sound }) => sound.text()))).toEqual(['first then last', 'and on']);
    expect(stretches.map(({ sound }) => sound.type)).toEqual(['audio/webm', 'audio/webm']);
    expect(stretches[1]?.levels).toEqual(Uint8Array.from([...Array(150).fill(1), ...Array(150).fill(2)]));
  });

  test('keeps its order beyond ten parts', async () => {
    const { db } = await openTestDb();
    const parts = Array.from({ length: 25 }, (_, index) => `${index},`);
    await record(db, FIRST, 'a', parts);
    expect(await (await readAnswerSound(db, FIRST))[0]?.sound.text()).toBe(parts.join(''));
  });

  test('has levels as long as its sound also where some were not measured', async () => {
    const { db } = await openTestDb();
    const row: RecordingRow = { ...FIRST, id: 'a', startedAtMs: 1, mime: '', ms: 3000, bytes: 1, text: '' };
    await storePart(db, row, { recording: 'a', index: 0, data: new Uint8Array(1), levels: new Uint8Array([9]) });
    expect((await readAnswerSound(db, FIRST))[0]?.levels).toHaveLength(150);
  });

  test('is counted without its sound being read', async () => {
    const { db } = await openTestDb();
    await record(db, FIRST, 'a', ['four', 'four']);
    await record(db, FIRST, 'b', ['four']);
    await record(db, SECOND, 'c', ['four']);
    await record(db, ELSEWHERE, 'd', ['four']);
    const read = vi.spyOn(db.recordingParts, 'where');
    expect(await readAnswerAmount(db, FIRST)).toEqual({ stretches: 2, ms: 9000, bytes: 12 });
    expect(await readAmount(db, 'mock-1')).toEqual({ stretches: 3, ms: 12_000, bytes: 16 });
    expect(await readAmount(db, null)).toEqual({ stretches: 4, ms: 15_000, bytes: 20 });
    expect(await readAnswerAmount(db, { mock: 'mock-3', answer: '0' })).toEqual({ stretches: 0, ms: 0, bytes: 0 });
    expect(read).not.toHaveBeenCalled();
  });
});

describe('deleting', () => {
  test('an answer leaves every other answer, and all else that is stored, as it was', async () => {
    const { db } = await openTestDb();
    await record(db, SECOND, 'b', ['stays']);
    await record(db, ELSEWHERE, 'c', ['stays']);
    const before = await dump(db);
    await record(db, FIRST, 'a', ['goes', 'goes']);
    await deleteAnswerSound(db, FIRST);
    expect(await dump(db)).toEqual(before);
  });

  test('a mock leaves the other mocks, and deleting all leaves no byte', async () => {
    const { db } = await openTestDb();
    await record(db, ELSEWHERE, 'c', ['stays']);
    const before = await dump(db);
    await record(db, FIRST, 'a', ['goes']);
    await record(db, SECOND, 'b', ['goes']);
    await deleteSound(db, 'mock-1');
    expect(await dump(db)).toEqual(before);
    await deleteSound(db, null);
    expect(await db.recordings.count()).toBe(0);
    expect(await db.recordingParts.count()).toBe(0);
  });
});

test('a part that is refused leaves the parts before it and their count as they were', async () => {
  const { db } = await openTestDb();
  await record(db, FIRST, 'a', ['kept']);
  const before = await dump(db);
  const full = new DOMException('The disk is full.', 'QuotaExceededError');
  const refusing = vi.spyOn(db.recordingParts, 'put').mockImplementation(() => {
    throw full;
  });
  const row: RecordingRow = { ...FIRST, id: 'a', startedAtMs: 1, mime: '', ms: 6000, bytes: 99, text: '' };
  const part = { recording: 'a', index: 1, data: new Uint8Array(95), levels: new Uint8Array(150) };
  expect(problemOf(await storePart(db, row, part).catch((error: unknown) => error))).toBe('full');
  expect(await dump(db)).toEqual(before);
  refusing.mockRestore();
  await storePart(db, row, part);
  expect(await readAnswerAmount(db, FIRST)).toEqual({ stretches: 1, ms: 6000, bytes: 99 });
});

test('sound belongs to a mock that is gone only when neither a run nor a record of it is here, be it readable or not', async () => {
  const { db } = await openTestDb();
  await finishHere(db, await answer(db, begin('q-one'), ['c1']), START);
  const row = await db.events.where('item').startsWith('mock:').first();
  const damaged = { ...row, id: eventId(9), item: 'mock:damaged', guard: 'x', mock: { mood: 1 } };
  await db.events.add(damaged as never);
  await beginMockRun(db, { ...begin('q-one'), id: 'running' });
  for (const mock of [ID, 'damaged', 'running', 'gone', SOUND_CHECK]) {
    await record(db, { mock, answer: '0' }, mock, ['four']);
  }
  expect(await readGoneAmount(db)).toMatchObject({ stretches: 1 });
  await deleteGoneSound(db);
  expect(await readAmount(db, 'gone')).toMatchObject({ stretches: 0 });
  expect(await readAmount(db, null)).toMatchObject({ stretches: 4 });
});

test('a mock that ends while it is looked for is not gone', async () => {
  const { db } = await openTestDb();
  const run = await answer(db, begin('q-one'), ['c1']);
  await beginMockRun(db, run);
  await record(db, { mock: ID, answer: '0' }, 'a', ['four']);
  const get = db.local.get.bind(db.local) as (key: string) => Promise<unknown>;
  vi.spyOn(db.local, 'get').mockImplementationOnce((async (key: string) => {
    await finishHere(db, run, START);
    return get(key);
  }) as never);
  expect(await readGoneAmount(db)).toMatchObject({ stretches: 0 });
});
