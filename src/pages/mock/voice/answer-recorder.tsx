import { useEffect, useEffectEvent } from 'react';
import type { VoiceNumbers } from '#review/mock-record.ts';
import { readAnswerAmount, type AnswerPlace } from '#storage/recordings.ts';
import { useLive } from '#storage/use-live.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Muted } from '#ui/card.tsx';
import { Row } from '#ui/page.tsx';
import { RecorderFace } from './recorder-face.tsx';
import { deleteRecording, disarmRecorder, finishSpeaking, startSpeaking, useRecorder } from './recorder.ts';
import css from './voice.module.css';
import { amountInWords } from './words.ts';

export interface AnswerRecorderProps {
  /** The answer that is given now; another one means that this one has ended. */
  readonly place: AnswerPlace;
  /** Whether somebody speaks: the interview's clock runs and it is not the time to think. */
  readonly speaking: boolean;
  /** The numbers of an answer, each time that speaking has ended. */
  readonly onVoice?: (place: AnswerPlace, voice: VoiceNumbers) => void;
}

/** Records the answers of an interview, once the person has asked for it. Mount it once for the whole run. */
export function AnswerRecorder({ place, speaking, onVoice }: AnswerRecorderProps) {
  const { mock, answer } = place;
  const armed = useRecorder(({ state: { kind } }) => kind === 'ready' || kind === 'recording');
  const amount = useLive(({ db }) => readAnswerAmount(db, { mock, answer }), [mock, answer]);
  const ended = useEffectEvent(async (at: AnswerPlace) => {
    const voice = await finishSpeaking(at);
    if (voice) onVoice?.(at, voice);
  });
  useEffect(() => {
    if (!speaking || !armed) return undefined;
    const at = { mock, answer };
    void startSpeaking(at);
    return () => void ended(at);
  }, [mock, answer, speaking, armed]);
  useEffect(() => () => void disarmRecorder(), []);
  return (
    <section className={css['recorder']} aria-label="Recording">
      <RecorderFace />
      {amount && amount.stretches > 0 && (
        <Stored words={amountInWords(amount)} onDelete={() => deleteRecording({ mock, answer })} />
      )}
    </section>
  );
}

interface StoredProps {
  readonly words: string;
  readonly onDelete: () => Promise<void>;
}

function Stored({ words, onDelete }: StoredProps) {
  const { toast } = useAnnounce();
  const press = async (): Promise<void> => {
    await onDelete();
    toast({ text: 'The recording of this answer is deleted.' });
  };
  return (
    <Row>
      <Muted>{words}</Muted>
      <Button variant="plain" onClick={() => void press()}>
        Delete recording
      </Button>
    </Row>
  );
}
