/** What a spoken answer sounds like in numbers, from its levels alone: no server, no words. */
import { FRAME_MS } from './voice-level.ts';
import { countSyllables, findSpeech, type Run } from './voice-speech.ts';

/** All times in milliseconds. */
export interface VoiceNumbers {
  readonly lengthMs: number;
  /** Without the silences before, between and after. */
  readonly speakingMs: number;
  /** From the start to the first word; null when nothing was said. */
  readonly firstWordMs: number | null;
  /** Silences of 300 ms or more between words. */
  readonly pauses: number;
  readonly longestPauseMs: number;
  /** Peaks of loudness, about one a syllable: good to compare a person's answers with each other. */
  readonly syllables: number;
}

/** Under this much speech a pace says nothing. */
const ENOUGH_MS = 3000;

function pausesBetween(runs: readonly Run[]): number[] {
  return runs.slice(1).map(({ from }, index) => (from - (runs[index]?.to ?? from)) * FRAME_MS);
}

/** The numbers of one answer. Time in proportion to its length: about a millisecond for ten minutes. */
export function voiceNumbers(levels: Uint8Array): VoiceNumbers {
  const runs = findSpeech(levels);
  const pauses = pausesBetween(runs);
  const [first] = runs;
  return {
    lengthMs: levels.length * FRAME_MS,
    speakingMs: runs.reduce((sum, { from, to }) => sum + (to - from) * FRAME_MS, 0),
    firstWordMs: first ? first.from * FRAME_MS : null,
    pauses: pauses.length,
    longestPauseMs: Math.max(0, ...pauses),
    syllables: runs.reduce((sum, run) => sum + countSyllables(levels, run), 0),
  };
}

/** Syllables a minute while speaking; null when too little was said to tell. */
export function paceOf({ syllables, speakingMs }: VoiceNumbers): number | null {
  return speakingMs < ENOUGH_MS ? null : Math.round((syllables * 60_000) / speakingMs);
}

/** The part of the time in which something was said, 0 to 1. */
export function speakingShare({ speakingMs, lengthMs }: VoiceNumbers): number {
  return lengthMs === 0 ? 0 : speakingMs / lengthMs;
}
