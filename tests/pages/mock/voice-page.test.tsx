// @vitest-environment jsdom
/** The sound check: a microphone that is refused, and how recordings are deleted. */
import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { disarmRecorder } from '#pages/mock/voice/recorder.ts';
import type { LamplightDb } from '#storage/database.ts';
import { beginStretch, storePart } from '#storage/recordings.ts';
import { renderApp } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';
import { FakeRecorder, FakeTrack } from './fake-recorder.ts';

let asked = 0;
let refusals = 0;

beforeEach(() => {
  asked = 0;
  refusals = 0;
  vi.stubGlobal('MediaRecorder', FakeRecorder);
  vi.stubGlobal('AudioContext', undefined);
  const getUserMedia = (): Promise<unknown> => {
    asked += 1;
    if (asked <= refusals) return Promise.reject(new DOMException('No', 'NotAllowedError'));
    return Promise.resolve({ getTracks: () => [new FakeTrack()], getAudioTracks: () => [new FakeTrack()] });
  };
  Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia }, configurable: true });
});

afterEach(async () => {
  await disarmRecorder();
  Reflect.deleteProperty(navigator, 'mediaDevices');
  vi.unstubAllGlobals();
});

async function keep(db: LamplightDb, mock: string): Promise<void> {
  const row = { ...beginStretch({ mock, answer: '0' }, 'audio/webm', 1), ms: 3000, bytes: 4 };
  await storePart(db, row, { recording: row.id, index: 0, data: new Uint8Array(4), levels: new Uint8Array(150) });
}

test('a microphone that is refused is explained, and asked for again on the next press only', async () => {
  refusals = 1;
  const { db } = await openTestDb();
  const person = renderApp('/mock/voice', db);
  const record = await screen.findByRole('button', { name: 'Record my answers' });
  expect(asked).toBe(0);
  await person.click(record);
  expect(await screen.findByText(/The browser does not allow the microphone here/u)).toBeTruthy();
  expect(asked).toBe(1);
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/The microphone is on/u)).toBeTruthy();
});

test('one press deletes an answer while it is spoken, and leaves the others', async () => {
  const { db } = await openTestDb();
  await keep(db, 'other');
  const person = renderApp('/mock/voice', db);
  await person.click(await screen.findByRole('button', { name: 'Record my answers' }));
  await person.click(await screen.findByRole('button', { name: 'Start speaking' }));
  await screen.findByText('Recording');
  FakeRecorder.last?.give('said');
  await person.click(await screen.findByRole('button', { name: 'Delete recording' }));
  expect((await screen.findAllByText('The recording of this answer is deleted.')).length).toBeGreaterThan(0);
  await waitFor(async () => expect(await db.recordingParts.count()).toBe(1));
  expect((await db.recordings.toArray()).map(({ mock }) => mock)).toEqual(['other']);
});

test('what belongs to mocks that are no longer here is told and deleted by itself, and one press deletes all', async () => {
  const { db } = await openTestDb();
  await keep(db, 'gone');
  await keep(db, 'sound-check');
  const person = renderApp('/mock/voice', db);
  expect(await screen.findByText(/^0:03 of it, .* belongs to mocks that are no longer here\.$/u)).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Delete those' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Delete those' })).toBeNull());
  expect((await db.recordings.toArray()).map(({ mock }) => mock)).toEqual(['sound-check']);
  await person.click(screen.getByRole('button', { name: 'Delete all recordings' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Delete all recordings' })).toBeNull());
  expect([await db.recordings.count(), await db.recordingParts.count()]).toEqual([0, 0]);
});
