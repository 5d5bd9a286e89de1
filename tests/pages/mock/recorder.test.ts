// @vitest-environment jsdom
/** The recorder when the browser does not play along: with a microphone and a MediaRecorder that do as they are told. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { armRecorder, disarmRecorder, finishSpeaking, startSpeaking, useRecorder } from '#pages/mock/voice/recorder.ts';
import { setStorage } from '#storage/current.ts';
import type { LamplightDb } from '#storage/database.ts';
import { readAnswerAmount } from '#storage/recordings.ts';
import { deviceId } from '../../support/builders.ts';
import { FakeRecorder, FakeTrack } from './fake-recorder.ts';
import { openTestDb } from '../../support/test-db.ts';

const PLACE = { mock: 'm', answer: '0' };

let db: LamplightDb;
let track: FakeTrack;
let ask: () => Promise<unknown>;

const kind = (): string => useRecorder.getState().state.kind;

beforeEach(async () => {
  ({ db } = await openTestDb());
  setStorage({ db, device: deviceId(1) });
  track = new FakeTrack();
  ask = () => Promise.resolve({ getTracks: () => [track], getAudioTracks: () => [track] });
  FakeRecorder.broken = false;
  vi.stubGlobal('MediaRecorder', FakeRecorder);
  vi.stubGlobal('AudioContext', undefined);
  vi.stubGlobal('navigator', { language: 'en-GB', mediaDevices: { getUserMedia: () => ask() } });
});

afterEach(async () => {
  await disarmRecorder();
  setStorage(null);
  vi.unstubAllGlobals();
});

test('a voice is kept also where it cannot be measured', async () => {
  await armRecorder();
  expect(kind()).toBe('ready');
  await startSpeaking(PLACE);
  FakeRecorder.last?.give('hello ');
  const voice = await finishSpeaking(PLACE);
  expect(voice).toMatchObject({ firstWordMs: null });
  expect(await readAnswerAmount(db, PLACE)).toMatchObject({ stretches: 1, bytes: 9 });
  expect(kind()).toBe('ready');
});

test('a recorder that cannot be made is a refusal in words, and the next press tries again', async () => {
  FakeRecorder.broken = true;
  await armRecorder();
  await startSpeaking(PLACE);
  expect(useRecorder.getState().state).toEqual({ kind: 'refused', why: 'unsupported' });
  expect(track.stop).toHaveBeenCalled();
  FakeRecorder.broken = false;
  await armRecorder();
  await startSpeaking(PLACE);
  expect(kind()).toBe('recording');
});

test.each([
  ['NotAllowedError', 'denied'],
  ['NotFoundError', 'none'],
  ['NotReadableError', 'busy'],
  ['OtherError', 'unsupported'],
])('%s is told as %s', async (name, why) => {
  ask = () => Promise.reject(new DOMException('No', name));
  await armRecorder();
  expect(useRecorder.getState().state).toEqual({ kind: 'refused', why });
});

test('a microphone that is pulled out ends the recording and keeps what was said', async () => {
  await armRecorder();
  await startSpeaking(PLACE);
  FakeRecorder.last?.give('said ');
  track.dispatchEvent(new Event('ended'));
  await vi.waitFor(() => expect(kind()).toBe('lost'));
  expect(await readAnswerAmount(db, PLACE)).toMatchObject({ stretches: 1, bytes: 8 });
});

test('a recorder that stops by itself is told, so that nobody speaks to nothing', async () => {
  await armRecorder();
  await startSpeaking(PLACE);
  FakeRecorder.last?.give('said ');
  FakeRecorder.last?.stop();
  await vi.waitFor(() => expect(kind()).toBe('lost'));
  expect(await readAnswerAmount(db, PLACE)).toMatchObject({ stretches: 1, bytes: 8 });
  expect(track.stop).toHaveBeenCalled();
});

test('whoever leaves while the browser asks has no microphone open afterwards', async () => {
  const stream = await ask();
  let answer = (_stream: unknown): void => undefined;
  ask = () => new Promise((resolve) => (answer = resolve));
  const arming = armRecorder();
  await disarmRecorder();
  answer(stream);
  await arming;
  expect(kind()).toBe('off');
  expect(track.stop).toHaveBeenCalled();
});

test('the next answer begins a stretch of its own, after all of the one before is stored', async () => {
  await armRecorder();
  await startSpeaking(PLACE);
  FakeRecorder.last?.give('first ');
  await startSpeaking({ ...PLACE, answer: '1' });
  FakeRecorder.last?.give('second ');
  await finishSpeaking({ ...PLACE, answer: '1' });
  expect((await readAnswerAmount(db, PLACE)).bytes).toBe('first end'.length);
  expect((await readAnswerAmount(db, { ...PLACE, answer: '1' })).bytes).toBe('second end'.length);
});

test('a page that is hidden stores what there is at once', async () => {
  await armRecorder();
  await startSpeaking(PLACE);
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(async () => expect(await readAnswerAmount(db, PLACE)).toMatchObject({ bytes: 3 }));
  vi.restoreAllMocks();
});
