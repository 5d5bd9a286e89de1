import type { AnswerPlace } from '#storage/recordings.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Row } from '#ui/page.tsx';
import { AnswerPlayer, type Mark } from './answer-player.tsx';
import { deleteRecording } from './recorder.ts';
import { usePlayer } from './use-player.ts';

/** What is still recorded of an answer, to hear again or to delete; nothing where nothing is. */
export function AnswerSound({ place, marks }: { readonly place: AnswerPlace; readonly marks: readonly Mark[] }) {
  const player = usePlayer(place);
  const { toast } = useAnnounce();
  if (!player) return null;
  const press = async (): Promise<void> => {
    await deleteRecording(place);
    toast({ text: 'The recording of this answer is deleted. What was graded stays.' });
  };
  return (
    <>
      <AnswerPlayer player={player} marks={marks} />
      <Row>
        <Button variant="plain" onClick={() => void press()}>
          Delete recording
        </Button>
      </Row>
    </>
  );
}
