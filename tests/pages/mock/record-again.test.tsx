// @vitest-environment jsdom
/** A mock that was recorded when it was left: the microphone comes back with the run, or with one press, and never by itself elsewhere. */
import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { disarmRecorder, useRecorder } from '#pages/mock/voice/recorder.ts';
import { question } from '../../support/item-builders.ts';
import { renderApp } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';
import { FakeRecorder, FakeTrack } from './fake-recorder.ts';
import { findStart } from './start.ts';

let permission: string;
let tracks: FakeTrack[];

beforeEach(() => {
  permission = 'granted';
  tracks = [];
  vi.stubGlobal('MediaRecorder', FakeRecorder);
  vi.stubGlobal('AudioContext', undefined);
  const getUserMedia = (): Promise<unknown> => {
    const track = new FakeTrack();
    tracks.push(track);
    return Promise.resolve({ getTracks: () => [track], getAudioTracks: () => [track] });
  };
  const query = (): Promise<unknown> => Promise.resolve({ state: permission });
  Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia }, configurable: true });
  Object.defineProperty(navigator, 'permissions', { value: { query }, configurable: true });
});

afterEach(async () => {
  await disarmRecorder();
  Reflect.deleteProperty(navigator, 'mediaDevices');
  Reflect.deleteProperty(navigator, 'permissions');
  vi.unstubAllGlobals();
});

const kind = () => useRecorder.getState().state.kind;

/** Begins a mock with the microphone on. */
async function beginRecorded() {
  const { db } = await openTestDb([question('q-one'), question('q-two')]);
  const person = renderApp('/mock?count=2', db);
  await person.click(await findStart());
  await person.click(await screen.findByRole('button', { name: 'Record my answers' }));
  await screen.findByText(/^The microphone is on\./u);
  return person;
}

type Person = Awaited<ReturnType<typeof beginRecorded>>;

async function leave(person: Person): Promise<void> {
  await person.click(screen.getByRole('button', { name: 'End mock' }));
  await person.click(await screen.findByRole('button', { name: 'Leave, go on later' }));
  await waitFor(() => expect([kind(), tracks.at(-1)?.stop.mock.calls.length]).toEqual(['off', 1]));
}

async function comeBack(person: Person): Promise<void> {
  await person.click(await screen.findByRole('link', { name: 'Go on with it' }));
  await screen.findByRole('button', { name: /^(?:Start speaking|I have finished)$/u });
}

test('it is on again when one comes back, is told, and records what is said', async () => {
  const person = await beginRecorded();
  await leave(person);
  await findStart();
  expect(kind()).toBe('off');
  await comeBack(person);
  expect((await screen.findAllByText(/^The microphone is on again/u)).length).toBeGreaterThan(0);
  await person.click(screen.getByRole('button', { name: 'Start speaking' }));
  expect(await screen.findByText('Recording')).toBeTruthy();
});

test('where the browser would ask first, it waits for a press where the recording is looked for', async () => {
  const person = await beginRecorded();
  await leave(person);
  permission = 'prompt';
  await comeBack(person);
  await person.click(await screen.findByRole('button', { name: 'Go on recording' }));
  expect(await screen.findByText(/^The microphone is on\./u)).toBeTruthy();
  expect(tracks).toHaveLength(2);
});

test('what was turned off by hand stays off', async () => {
  const person = await beginRecorded();
  await person.click(screen.getByRole('button', { name: 'Turn the microphone off' }));
  await waitFor(() => expect(kind()).toBe('off'));
  await leave(person);
  await comeBack(person);
  expect(await screen.findByRole('button', { name: 'Record my answers' })).toBeTruthy();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([kind(), tracks.length]).toEqual(['off', 1]);
});

test('another mock begins without it', async () => {
  const person = await beginRecorded();
  await leave(person);
  await person.click(await findStart());
  await person.click(await screen.findByRole('button', { name: 'End it, start this one' }));
  expect(await screen.findByRole('button', { name: 'Record my answers' })).toBeTruthy();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([kind(), tracks.length]).toEqual(['off', 1]);
});
