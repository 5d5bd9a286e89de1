import type { MeasuredVoice } from '#mock/voice-numbers.ts';
import css from './voice.module.css';
import { voiceInWords } from './words.ts';

/** What a voice sounds like in numbers. */
export function VoiceFacts({ voice }: { readonly voice: MeasuredVoice }) {
  return (
    <dl className={css['facts']}>
      {voiceInWords(voice).map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
