/** Where in a row of levels somebody speaks, and how many syllables that sounds like. No words are looked for. */
import { decibelsOf, FRAME_MS } from './voice-level.ts';

/** Frames from `from` up to, not including, `to`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** A silence shorter than this belongs to the speech around it: stops inside words take up to a quarter of a second. */
const SHORTEST_PAUSE_MS = 300;
/** A sound shorter than this is a click, no word. */
const SHORTEST_SOUND_MS = 100;
/** Speech stands out of the room by this much, … */
const ABOVE_ROOM_DB = 6;
/** … and is at most this much softer than its loudest parts (the silence threshold of de Jong and Wempe, 2009). */
const BELOW_LOUDEST_DB = 25;
/** What is softer than this is no voice at a microphone, whatever else there is. */
const SOFTEST_DB = -60;
/** A syllable is a peak with dips of this depth on both sides (de Jong and Wempe, 2009). */
const DIP_DB = 2;

/** The level below which this share of the levels lies, 0 to 1. */
function quantile(levels: Uint8Array, share: number): number {
  const counts = new Uint32Array(256);
  for (const level of levels) counts[level] = (counts[level] ?? 0) + 1;
  const rank = Math.floor(share * (levels.length - 1));
  let below = 0;
  for (let level = 0; level < counts.length; level += 1) {
    below += counts[level] ?? 0;
    if (below > rank) return level;
  }
  return 0;
}

/** From how many decibels on a frame counts as speech, by the quiet and the loud parts of the same recording. */
export function speechThreshold(levels: Uint8Array): number {
  const room = decibelsOf(quantile(levels, 0.1));
  const loudest = decibelsOf(quantile(levels, 0.99));
  return Math.max(room + ABOVE_ROOM_DB, loudest - BELOW_LOUDEST_DB, SOFTEST_DB);
}

/** The stretches of speech in order: short silences inside them are bridged, clicks are left out. */
export function findSpeech(levels: Uint8Array): Run[] {
  const threshold = speechThreshold(levels);
  const runs: { from: number; to: number }[] = [];
  for (let frame = 0; frame < levels.length; frame += 1) {
    if (decibelsOf(levels[frame] ?? 0) < threshold) continue;
    const last = runs.at(-1);
    if (last && (frame - last.to) * FRAME_MS < SHORTEST_PAUSE_MS) last.to = frame + 1;
    else runs.push({ from: frame, to: frame + 1 });
  }
  return runs.filter(({ from, to }) => (to - from) * FRAME_MS >= SHORTEST_SOUND_MS);
}

/** Three frames together, so that one rough frame is no syllable. */
function smoothed(levels: Uint8Array, frame: number): number {
  const before = levels[frame - 1] ?? levels[frame] ?? 0;
  const after = levels[frame + 1] ?? levels[frame] ?? 0;
  return (decibelsOf(before) + decibelsOf(levels[frame] ?? 0) + decibelsOf(after)) / 3;
}

/** Peaks of loudness in a stretch of speech: about one a syllable. A stretch has at least one. */
export function countSyllables(levels: Uint8Array, { from, to }: Run): number {
  let count = 0;
  let rising = true;
  let turn = Number.NEGATIVE_INFINITY;
  for (let frame = from; frame < to; frame += 1) {
    const db = smoothed(levels, frame);
    if (rising ? db >= turn : db <= turn) turn = db;
    else if (Math.abs(db - turn) >= DIP_DB) {
      if (rising) count += 1;
      rising = !rising;
      turn = db;
    }
  }
  return rising ? count + 1 : count;
}
