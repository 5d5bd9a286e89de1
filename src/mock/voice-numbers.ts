/** What a spoken answer sounds like in numbers, from its levels alone: no server, no words. */
import type { VoiceNumbers } from '#review/mock-record.ts';
import { FRAME_MS } from './voice-level.ts';
import { countSyllables, findSpeech, type Run } from './voice-speech.ts';

/** A voice as it was measured; all times in milliseconds. */
export interface MeasuredVoice {
  readonly lengthMs: number;
  /** Without the silences before, between and after. */
  readonly speakingMs: number;
  /** From the start to the first word; null when nothing was said. */
  readonly firstWordMs: number | null;
  /** Silences of a second or more between words: those that a listener notices. */
  readonly pauses: number;
  /** The longest silence between words, of 300 ms or more; 0 when there is none. */
  readonly longestPauseMs: number;
  /** Peaks of loudness, about one a syllable: good to compare a person's answers with each other. */
  readonly syllables: number;
}

/** Under this much speech a pace says nothing. */
const ENOUGH_MS = 3000;
const NOTICED_MS = 1000;

function silencesBetween(runs: readonly Run[]): number[] {
  return runs.slice(1).map(({ from }, index) => (from - (runs[index]?.to ?? from)) * FRAME_MS);
}

/** Measures one answer, a level a frame. Time in proportion to its length: about a millisecond for ten minutes. */
export function measureVoice(levels: Uint8Array): MeasuredVoice {
  const runs = findSpeech(levels);
  const silences = silencesBetween(runs);
  const [first] = runs;
  return {
    lengthMs: levels.length * FRAME_MS,
    speakingMs: runs.reduce((sum, { from, to }) => sum + (to - from) * FRAME_MS, 0),
    firstWordMs: first ? first.from * FRAME_MS : null,
    pauses: silences.filter((ms) => ms >= NOTICED_MS).length,
    longestPauseMs: Math.max(0, ...silences),
    syllables: runs.reduce((sum, run) => sum + countSyllables(levels, run), 0),
  };
}

/** The numbers as a finished mock keeps them. Peaks a minute are null when too little was said to tell. */
export function voiceNumbers({ lengthMs, firstWordMs, speakingMs, pauses, syllables }: MeasuredVoice): VoiceNumbers {
  return {
    lengthMs,
    firstWordMs,
    speakingShare: lengthMs === 0 ? 0 : speakingMs / lengthMs,
    pauses,
    peaksPerMinute: speakingMs < ENOUGH_MS ? null : Math.round((syllables * 60_000) / speakingMs),
  };
}
