import { useEffect, useState } from 'react';
import { measureVoice, type MeasuredVoice } from '#mock/voice-numbers.ts';
import { countOf } from '#pages/parts/format.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { Row } from '#ui/page.tsx';
import { Switch } from '#ui/switch.tsx';
import { LevelMeter } from './level-meter.tsx';
import { REFUSAL_WORDS } from './microphone.ts';
import { recordFromNow, recordNoMore } from './record-again.ts';
import { dropHeld, storeHeld, useRecorder, writeWords } from './recorder.ts';
import { scarceMinutes } from './room.ts';
import { understandsHere } from './transcription.ts';
import { VoiceFacts } from './voice-facts.tsx';
import css from './voice.module.css';
import { clockFace } from '#pages/mock/run/words.ts';

export interface RecorderFaceProps {
  /** What is recorded: what is pressed holds for all of it. */
  readonly mock: string;
  /** It was recorded when it was left. */
  readonly wasLeft: boolean;
}

/** What the recorder does now, and what can be done about it. */
export function RecorderFace({ mock, wasLeft }: RecorderFaceProps) {
  const state = useRecorder(({ state }) => state);
  switch (state.kind) {
    case 'off':
      return wasLeft ? (
        <Offer mock={mock} words="This mock was recorded until you left it." press="Go on recording" />
      ) : (
        <Offer mock={mock} words="Your voice stays on this device until you delete it." press="Record my answers" />
      );
    case 'asking':
      return <Said words="The browser asks whether Lamplight may use the microphone." />;
    case 'ready':
      return <On mock={mock} words="The microphone is on. Recording begins when you begin to answer." />;
    case 'recording':
      return <Recording mock={mock} voice={state.voice} />;
    case 'refused':
      return <Offer mock={mock} words={REFUSAL_WORDS[state.why]} press="Try again" warns />;
    case 'lost':
      return (
        <Offer
          mock={mock}
          words="The microphone is gone. Everything that was said until then is kept."
          press="Try again"
          warns
        />
      );
    case 'unstored':
      return <Unstored full={state.full} heldMs={state.heldMs} />;
  }
}

interface OfferProps extends Pick<RecorderFaceProps, 'mock'> {
  readonly words: string;
  readonly press: string;
  readonly warns?: boolean;
}

function Offer({ mock, words, press, warns = false }: OfferProps) {
  return (
    <>
      <Said words={words} warns={warns} />
      <Row>
        <Button icon="mic" onClick={() => void recordFromNow(mock)}>
          {press}
        </Button>
      </Row>
      {!warns && <Room />}
      {!warns && <WordsToo />}
    </>
  );
}

/** A word when there is little room, before anything is said. */
function Room() {
  const [minutes, setMinutes] = useState<number | null>(null);
  useEffect(() => {
    void scarceMinutes().then(setMinutes);
  }, []);
  return minutes === null ? null : (
    <Said warns words={`There is room for about ${countOf(minutes, 'minute')} of speech on this device.`} />
  );
}

/** Offered only where the device understands speech by itself. */
function WordsToo() {
  const words = useRecorder(({ words }) => words);
  const [here, setHere] = useState(false);
  useEffect(() => {
    void understandsHere().then(setHere);
  }, []);
  if (!here) return null;
  return (
    <Switch
      label="Write down what I say"
      hint="This device understands speech by itself; nothing is sent anywhere."
      checked={words}
      onChange={writeWords}
    />
  );
}

function Said({ words, warns = false }: { readonly words: string; readonly warns?: boolean }) {
  return (
    <output className={css['said']}>
      {warns && <Icon name="warning" />}
      <span>{words}</span>
    </output>
  );
}

function On({ mock, words }: Pick<OfferProps, 'mock' | 'words'>) {
  return (
    <>
      <LevelMeter />
      <Said words={words} />
      <Row>
        <Button variant="plain" onClick={() => void recordNoMore(mock)}>
          Turn the microphone off
        </Button>
      </Row>
    </>
  );
}

/** So that nothing moves when the first numbers come. */
const NOTHING_YET = measureVoice(new Uint8Array());

/** Silence for this long at the beginning of an answer may be a wrong microphone. */
const SILENT_MS = 8000;

interface RecordingProps extends Pick<RecorderFaceProps, 'mock'> {
  readonly voice: MeasuredVoice | null;
}

function Recording({ mock, voice }: RecordingProps) {
  const silent = voice !== null && voice.firstWordMs === null && voice.lengthMs > SILENT_MS;
  return (
    <>
      <div className={css['live']}>
        <span className={css['dot']} aria-hidden="true" />
        <output>Recording</output>
        <span className={css['clock']}>{clockFace(voice?.lengthMs ?? 0)}</span>
        <LevelMeter />
      </div>
      {silent && <Said words="Nothing was heard so far. Is this the right microphone?" warns />}
      <VoiceFacts voice={voice ?? NOTHING_YET} />
      <Row>
        <Button variant="plain" icon="stop" onClick={() => void recordNoMore(mock)}>
          Stop recording
        </Button>
      </Row>
    </>
  );
}

function Unstored({ full, heldMs }: { readonly full: boolean; readonly heldMs: number }) {
  const [tried, setTried] = useState(false);
  const why = full ? 'This device is full, so the recording has stopped.' : 'The database refused the recording.';
  const seconds = Math.max(1, Math.round(heldMs / 1000));
  const again = async (): Promise<void> => {
    await storeHeld();
    setTried(true);
  };
  return (
    <>
      <Said
        words={`${why} All that was stored before is kept; the last ${seconds} s are only in memory. Free some space, then press Keep the rest.`}
        warns
      />
      {tried && <Said words="Still refused. Nothing else is lost." />}
      <Row>
        <Button variant="primary" onClick={() => void again()}>
          Keep the rest
        </Button>
        <Button variant="plain" onClick={dropHeld}>
          Let it go
        </Button>
      </Row>
    </>
  );
}
