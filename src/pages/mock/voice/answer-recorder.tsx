import { readAnswerAmount, type AnswerPlace } from '#storage/recordings.ts';
import { useLive } from '#storage/use-live.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Muted } from '#ui/card.tsx';
import { Row } from '#ui/page.tsx';
import { RecorderFace, type RecorderFaceProps } from './recorder-face.tsx';
import { deleteRecording } from './recorder.ts';
import css from './voice.module.css';
import { amountInWords } from './words.ts';

export interface AnswerRecorderProps extends Partial<Pick<RecorderFaceProps, 'wasLeft'>> {
  readonly place: AnswerPlace;
}

/** The recorder as it is now, and what is stored of an answer. It only shows: `useRecording` records. */
export function AnswerRecorder({ place: { mock, answer }, wasLeft = false }: AnswerRecorderProps) {
  const amount = useLive(({ db }) => readAnswerAmount(db, { mock, answer }), [mock, answer]);
  return (
    <section className={css['recorder']} aria-label="Recording">
      <RecorderFace mock={mock} wasLeft={wasLeft} />
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
