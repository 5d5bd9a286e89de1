import { useEffect, useEffectEvent } from 'react';
import type { VoiceNumbers } from '#review/mock-record.ts';
import type { AnswerPlace } from '#storage/recordings.ts';
import { disarmRecorder, finishSpeaking, startSpeaking, useRecorder } from './recorder.ts';

export interface Speaking {
  /** The answer that is given now; another one means that this one has ended. */
  readonly place: AnswerPlace;
  /** answer, followUp: somebody speaks, and to what; null: nobody does. */
  readonly to: 'answer' | 'followUp' | null;
  /** The numbers of an answer when it has ended, without its follow-ups. */
  readonly onVoice?: (place: AnswerPlace, voice: VoiceNumbers) => void;
}

/** Records while somebody speaks, once the person has armed the recorder; turns the microphone off when the page is left. */
export function useRecording({ place: { mock, answer }, to, onVoice }: Speaking): void {
  const armed = useRecorder(({ state: { kind } }) => kind === 'ready' || kind === 'recording');
  const ended = useEffectEvent(async (at: AnswerPlace, what: NonNullable<Speaking['to']>) => {
    // Without its numbers an answer is worth as much.
    const voice = await finishSpeaking(at).catch(() => null);
    if (voice && what === 'answer') onVoice?.(at, voice);
  });
  useEffect(() => {
    if (to === null || !armed) return undefined;
    const at = { mock, answer };
    void startSpeaking(at);
    return () => void ended(at, to);
  }, [mock, answer, to, armed]);
  useEffect(() => () => void disarmRecorder(), []);
}
