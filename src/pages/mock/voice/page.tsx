import { useState } from 'react';
import { Link } from 'react-router';
import { useTitle } from '#pages/parts/use-title.ts';
import { bytesInWords } from '#pages/settings/bytes.ts';
import { getStorage } from '#storage/current.ts';
import {
  deleteGoneSound,
  deleteSound,
  readAmount,
  readGoneAmount,
  SOUND_CHECK,
  type Amount,
} from '#storage/recordings.ts';
import { useLive } from '#storage/use-live.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Page, PageHeader, Row, Stack } from '#ui/page.tsx';
import { AnswerPlayer } from './answer-player.tsx';
import { AnswerRecorder } from './answer-recorder.tsx';
import { useRecorder } from './recorder.ts';
import { useRecording } from './use-recording.ts';
import { usePlayer } from './use-player.ts';
import { clockFace } from '#pages/mock/run/words.ts';

/** The recording that is no answer. */
const CHECK = { mock: SOUND_CHECK, answer: '0' };

/** A sound check before an interview, and what all recordings take on this device. */
export function VoicePage() {
  useTitle('Sound check');
  return (
    <Page>
      <PageHeader
        title="Sound check"
        line={<Link to="/mock">Mock</Link>}
        lead="Say a sentence, listen to it, and see the numbers that your answers will have."
      />
      <Stack>
        <Check />
        <Kept />
      </Stack>
    </Page>
  );
}

function Check() {
  const [speaking, setSpeaking] = useState(false);
  const kind = useRecorder(({ state }) => state.kind);
  useRecording({ place: CHECK, to: speaking ? 'answer' : null });
  const armed = kind === 'ready' || kind === 'recording';
  return (
    <Card title="Your microphone">
      <Stack gap={3}>
        <AnswerRecorder place={CHECK} />
        {armed && (
          <Row>
            <Button variant="primary" onClick={() => setSpeaking(!speaking)}>
              {speaking ? 'I have said it' : 'Start speaking'}
            </Button>
          </Row>
        )}
        {!speaking && <Listen />}
      </Stack>
    </Card>
  );
}

function Listen() {
  const player = usePlayer(CHECK);
  return player ? <AnswerPlayer player={player} /> : null;
}

function Kept() {
  const amount = useLive(({ db }) => readAmount(db, null), []);
  if (!amount || amount.stretches === 0) return null;
  return <KeptAmount amount={amount} />;
}

function KeptAmount({ amount: { ms, bytes } }: { readonly amount: Amount }) {
  const { toast } = useAnnounce();
  const press = async (): Promise<void> => {
    await deleteSound(getStorage().db, null);
    toast({ text: 'All recordings are deleted. What was graded stays.' });
  };
  return (
    <Card title="All recordings">
      <Muted>
        {clockFace(ms)} of speech in {bytesInWords(bytes)}, on this device alone: no backup holds them. An hour takes
        about 11 MB.
      </Muted>
      <Gone />
      <Row>
        <Button variant="danger" onClick={() => void press()}>
          Delete all recordings
        </Button>
      </Row>
    </Card>
  );
}

/** A mock that another device took back leaves its sound here, since no sound travels. */
function Gone() {
  const gone = useLive(({ db }) => readGoneAmount(db), []);
  const { toast } = useAnnounce();
  if (!gone || gone.stretches === 0) return null;
  const press = async (): Promise<void> => {
    await deleteGoneSound(getStorage().db);
    toast({ text: 'The recordings of mocks that are no longer here are deleted.' });
  };
  return (
    <Row>
      <Muted>
        {clockFace(gone.ms)} of it, {bytesInWords(gone.bytes)}, belongs to mocks that are no longer here.
      </Muted>
      <Button variant="plain" onClick={() => void press()}>
        Delete those
      </Button>
    </Row>
  );
}
