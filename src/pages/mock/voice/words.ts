/** Times and sizes of recordings in words. */
import { percentOf } from '#bank/percent.ts';
import type { MeasuredVoice } from '#mock/voice-numbers.ts';
import { voiceNumbers } from '#mock/voice-numbers.ts';
import { clockFace } from '#pages/mock/run/words.ts';
import { bytesInWords } from '#pages/settings/bytes.ts';
import type { Amount } from '#storage/recordings.ts';
import { countOf } from '#pages/parts/format.ts';

/** `1.4 s`. */
function secondsOf(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** `1:05 recorded, 199 kB on this device`. */
export function amountInWords({ ms, bytes, stretches }: Amount): string {
  const parts = stretches > 1 ? ` in ${countOf(stretches, 'part')}` : '';
  return `${clockFace(ms)} recorded${parts}, ${bytesInWords(bytes)} on this device`;
}

/** The numbers of a voice by name, for a list; what cannot be told yet has a dash. */
export function voiceInWords(voice: MeasuredVoice): { readonly name: string; readonly text: string }[] {
  const { speakingShare, peaksPerMinute } = voiceNumbers(voice);
  const { firstWordMs, pauses, longestPauseMs } = voice;
  const longest = pauses === 0 ? '' : `, the longest ${secondsOf(longestPauseMs)}`;
  return [
    { name: 'First word after', text: firstWordMs === null ? '–' : secondsOf(firstWordMs) },
    { name: 'Speaking', text: percentOf(speakingShare) },
    { name: 'Pauses', text: `${pauses}${longest}` },
    { name: 'Pace', text: peaksPerMinute === null ? '–' : `about ${peaksPerMinute} syllables a minute` },
  ];
}
