/**
 * Spoken answers, in parts of a few seconds as they come in, so that a crash takes the last few at most. They stay on this
 * device: they are no events, no backup holds them, and no restore touches them.
 */
import { v7 as uuidV7 } from 'uuid';
import { FRAME_MS } from '#mock/voice-level.ts';
import { measureVoice, voiceNumbers } from '#mock/voice-numbers.ts';
import type { VoiceNumbers } from '#review/mock-record.ts';
import type { LamplightDb } from './database.ts';
import { readMockIds } from './mock-history.ts';
import { readMockRun } from './mock-run.ts';

/** Which answer of which mock interview is spoken. */
export interface AnswerPlace {
  readonly mock: string;
  readonly answer: string;
}

/** One stretch of recording without a break; an answer has another one after each stop, reload or crash. */
export interface RecordingRow extends AnswerPlace {
  /** Sorts by time within an answer. */
  readonly id: string;
  readonly startedAtMs: number;
  readonly mime: string;
  /** How much of it is stored, in time and in bytes. */
  readonly ms: number;
  readonly bytes: number;
  /** What was understood, where a browser understands speech on the device and the person wished it; else empty. */
  readonly text: string;
}

/** A few seconds of a stretch. */
export interface RecordingPartRow {
  readonly recording: string;
  readonly index: number;
  readonly data: Uint8Array<ArrayBuffer>;
  /** A byte each 20 ms: see `mock/voice-level.ts`. */
  readonly levels: Uint8Array<ArrayBuffer>;
}

/** A stretch with its sound. */
export interface Stretch {
  readonly recording: RecordingRow;
  readonly sound: Blob;
  readonly levels: Uint8Array;
}

/** How much is stored of something. */
export interface Amount {
  readonly stretches: number;
  readonly ms: number;
  readonly bytes: number;
}

const FIRST = 0;
const LAST = Number.MAX_SAFE_INTEGER;

function partsOf(db: LamplightDb, recording: string) {
  return db.recordingParts.where('[recording+index]').between([recording, FIRST], [recording, LAST], true, true);
}

function rowsAt(db: LamplightDb, { mock, answer }: AnswerPlace) {
  return db.recordings.where('[mock+answer]').equals([mock, answer]);
}

/** A stretch that begins now; nothing is stored before its first part. */
export function beginStretch({ mock, answer }: AnswerPlace, mime: string, nowMs: number): RecordingRow {
  return { id: uuidV7({ msecs: nowMs }), mock, answer, startedAtMs: nowMs, mime, ms: 0, bytes: 0, text: '' };
}

/**
 * Stores the next part of a stretch together with how much of it there is now: both or neither.
 *
 * @throws what the database throws (quota, closed connection); all earlier parts are stored
 */
export async function storePart(db: LamplightDb, recording: RecordingRow, part: RecordingPartRow): Promise<void> {
  await db.transaction('rw', [db.recordings, db.recordingParts], () =>
    Promise.all([db.recordings.put(recording), db.recordingParts.put(part)]),
  );
}

/** Stores what was understood of a stretch after its last part was stored. */
export async function storeWords(db: LamplightDb, id: string, text: string): Promise<void> {
  await db.recordings.update(id, { text });
}

/** Every stretch of an answer with its sound, in the order in which they were spoken. */
export async function readAnswerSound(db: LamplightDb, place: AnswerPlace): Promise<Stretch[]> {
  return db.transaction('r', [db.recordings, db.recordingParts], async () => {
    const rows = await rowsAt(db, place).sortBy('id');
    return Promise.all(
      rows.map(async (recording) => {
        const parts = await partsOf(db, recording.id).toArray();
        return { recording, sound: soundOf(recording, parts), levels: levelsOf(recording, parts) };
      }),
    );
  });
}

/** The numbers of all that was recorded of an answer; null when nothing was. */
export async function readAnswerVoice(db: LamplightDb, place: AnswerPlace): Promise<VoiceNumbers | null> {
  const stretches = await readAnswerSound(db, place);
  if (stretches.length === 0) return null;
  return voiceNumbers(measureVoice(Uint8Array.from(stretches.flatMap(({ levels }) => [...levels]))));
}

function soundOf({ mime }: RecordingRow, parts: readonly RecordingPartRow[]): Blob {
  return new Blob(
    parts.map(({ data }) => data),
    { type: mime },
  );
}

/** As many levels as the stretch is long: what is missing, where nothing was measured, is silent. */
function levelsOf({ ms }: RecordingRow, parts: readonly RecordingPartRow[]): Uint8Array {
  const known = parts.flatMap(({ levels }) => [...levels]);
  const levels = new Uint8Array(Math.max(known.length, Math.round(ms / FRAME_MS)));
  levels.set(known);
  return levels;
}

function amountOf(rows: readonly RecordingRow[]): Amount {
  return {
    stretches: rows.length,
    ms: rows.reduce((sum, { ms }) => sum + ms, 0),
    bytes: rows.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

/** How much is stored of an answer. Reads no sound. */
export async function readAnswerAmount(db: LamplightDb, place: AnswerPlace): Promise<Amount> {
  return amountOf(await rowsAt(db, place).toArray());
}

/** How much is stored of a mock interview, or of all of them. Reads no sound. */
export async function readAmount(db: LamplightDb, mock: string | null): Promise<Amount> {
  return amountOf(await rowsOf(db, mock).toArray());
}

function rowsOf(db: LamplightDb, mock: string | null) {
  return mock === null ? db.recordings.toCollection() : db.recordings.where('mock').equals(mock);
}

async function remove(db: LamplightDb, rows: () => ReturnType<typeof rowsAt>): Promise<void> {
  await db.transaction('rw', [db.recordings, db.recordingParts], async () => {
    const ids = await rows().primaryKeys();
    await Promise.all(ids.map((id) => partsOf(db, id).delete()));
    await rows().delete();
  });
}

/** Stands in the place of a mock interview for what is only a trial of the microphone. */
export const SOUND_CHECK = 'sound-check';

/** Mock interviews of which something is recorded here and nothing else is left: they were taken back, or replaced, elsewhere. */
async function goneMocks(db: LamplightDb): Promise<string[]> {
  const recorded = (await db.recordings.orderBy('mock').uniqueKeys()).map(String);
  if (recorded.length === 0) return [];
  // In this order: a run that ends between the two is a record by then.
  const run = await readMockRun(db);
  const known = new Set([SOUND_CHECK, run?.id, ...(await readMockIds(db))]);
  return recorded.filter((mock) => !known.has(mock));
}

/** How much is stored of mock interviews that are no longer here. Reads no sound. */
export async function readGoneAmount(db: LamplightDb): Promise<Amount> {
  return amountOf(
    await db.recordings
      .where('mock')
      .anyOf(await goneMocks(db))
      .toArray(),
  );
}

/** Deletes what was recorded in mock interviews that are no longer here. */
export async function deleteGoneSound(db: LamplightDb): Promise<void> {
  for (const mock of await goneMocks(db)) await deleteSound(db, mock);
}

/** Deletes what was recorded of an answer. Nothing else goes with it. */
export async function deleteAnswerSound(db: LamplightDb, place: AnswerPlace): Promise<void> {
  await remove(db, () => rowsAt(db, place));
}

/** Deletes what was recorded in a mock interview, or in all of them. What was graded stays. */
export async function deleteSound(db: LamplightDb, mock: string | null): Promise<void> {
  await remove(db, () => rowsOf(db, mock));
}
