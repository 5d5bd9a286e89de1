// @vitest-environment jsdom
/** An hour of speech in three-second parts, faster than it is spoken: all of it is stored, in order, and none of it is held. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  armRecorder,
  disarmRecorder,
  finishSpeaking,
  startSpeaking,
  storeHeld,
  useRecorder,
} from '#pages/mock/voice/recorder.ts';
import { setStorage } from '#storage/current.ts';
import type { LamplightDb } from '#storage/database.ts';
import { readAnswerSound } from '#storage/recordings.ts';
import { deviceId } from '../../support/builders.ts';
import { openTestDb } from '../../support/test-db.ts';
import { FakeAudioContext, FakeLevels, FakeRecorder, FakeTrack } from './fake-recorder.ts';

const PLACE = { mock: 'm', answer: '0' };
const PARTS = 1200;
const PART_MS = 3000;
/** Levels of a part: one each 20 ms. */
const LEVELS = 150;
/** As many bytes as three seconds of a voice take. */
const BYTES = 9000;

let db: LamplightDb;

beforeEach(async () => {
  ({ db } = await openTestDb());
  setStorage({ db, device: deviceId(1) });
  const stream = { getTracks: () => [new FakeTrack()], getAudioTracks: () => [new FakeTrack()] };
  vi.stubGlobal('MediaRecorder', FakeRecorder);
  vi.stubGlobal('AudioContext', FakeAudioContext);
  vi.stubGlobal('AudioWorkletNode', FakeLevels);
  vi.stubGlobal('navigator', { language: 'en-GB', mediaDevices: { getUserMedia: () => Promise.resolve(stream) } });
  vi.useFakeTimers({ toFake: ['performance'] });
});

afterEach(async () => {
  vi.useRealTimers();
  await disarmRecorder();
  setStorage(null);
  vi.unstubAllGlobals();
});

/** Part `index` of the sound, told apart by its bytes. */
function partOf(index: number): Blob {
  return new Blob([new Uint8Array(BYTES).fill(index % 251)]);
}

/** Three seconds pass in which somebody speaks. */
function speakOn(index: number): Blob {
  vi.advanceTimersByTime(PART_MS);
  FakeLevels.last?.hear(new Uint8Array(LEVELS).fill(index % 201));
  const part = partOf(index);
  FakeRecorder.last?.hand(part);
  return part;
}

/** Waits without moving the clock of the recording. */
async function untilStored(count: number): Promise<void> {
  while ((await db.recordingParts.count()) < count) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** The place of the first byte that is not where it belongs; -1 when all are. */
function firstWrong(bytes: Uint8Array): number {
  return bytes.findIndex((byte, at) => byte !== Math.floor(at / BYTES) % 251);
}

async function begin(): Promise<void> {
  await armRecorder();
  await startSpeaking(PLACE);
}

test('every part of an hour is stored in its order, and let go of as soon as it is', { timeout: 60_000 }, async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const parts: WeakRef<Blob>[] = [];
  await begin();
  for (let index = 0; index < PARTS; index += 1) {
    parts.push(new WeakRef(speakOn(index)));
    if (index % 100 === 99) await untilStored(index + 1);
  }
  // Whoever runs on from here has no part in hand.
  await new Promise((resolve) => setTimeout(resolve, 0));
  collect();
  const held = parts.filter((part) => part.deref() !== undefined).length;
  expect(held).toBeLessThan(PARTS / 100);
  const voice = await finishSpeaking(PLACE);
  expect(voice?.lengthMs).toBe(PARTS * PART_MS);
  const rows = await db.recordingParts.toArray();
  expect(rows.map(({ index }) => index)).toEqual(rows.map((_, index) => index));
  const [stretch] = await readAnswerSound(db, PLACE);
  const bytes = new Uint8Array((await stretch?.sound.arrayBuffer()) ?? []).subarray(0, PARTS * BYTES);
  expect([bytes.length, firstWrong(bytes)]).toEqual([PARTS * BYTES, -1]);
  expect(stretch?.levels.findIndex((level, at) => level !== Math.floor(at / LEVELS) % 201)).toBe(-1);
});

test('a device that is full in the middle keeps all before, holds what came after, and stores it when there is room', async () => {
  const KEPT = 200;
  await begin();
  for (let index = 0; index < KEPT; index += 1) speakOn(index);
  await untilStored(KEPT);
  const refusing = vi.spyOn(db.recordingParts, 'put').mockImplementation(() => {
    throw new DOMException('The disk is full.', 'QuotaExceededError');
  });
  speakOn(KEPT);
  speakOn(KEPT + 1);
  await vi.waitFor(() => expect(useRecorder.getState().state).toMatchObject({ kind: 'unstored', full: true }));
  expect(FakeRecorder.last?.state).toBe('inactive');
  expect(await db.recordingParts.count()).toBe(KEPT);
  expect((await db.recordings.toArray()).map(({ ms, bytes }) => [ms, bytes])).toEqual([[KEPT * PART_MS, KEPT * BYTES]]);
  refusing.mockRestore();
  await storeHeld();
  expect(useRecorder.getState().state).toEqual({ kind: 'off' });
  const [stretch] = await readAnswerSound(db, PLACE);
  const bytes = new Uint8Array((await stretch?.sound.arrayBuffer()) ?? []).subarray(0, (KEPT + 2) * BYTES);
  expect([bytes.length, firstWrong(bytes)]).toEqual([(KEPT + 2) * BYTES, -1]);
});
