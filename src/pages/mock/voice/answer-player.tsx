import { useMemo, useState } from 'react';
import { measureVoice } from '#mock/voice-numbers.ts';
import { outline } from '#mock/voice-line.ts';
import { Line } from '#pages/parts/line.tsx';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Segmented } from '#ui/segmented.tsx';
import type { Player } from './use-player.ts';
import { VoiceFacts } from './voice-facts.tsx';
import css from './voice.module.css';
import { clockFace } from '#pages/mock/run/words.ts';

export interface Mark {
  /** From the start of the answer. */
  readonly atMs: number;
  readonly name: string;
}

export interface AnswerPlayerProps {
  readonly player: Player;
  /** Moments to jump to, drawn on the line: points that were ticked while listening. Undefined where nothing is ticked. */
  readonly marks?: readonly Mark[];
}

const RATES = [
  { value: '1', label: '1×' },
  { value: '1.5', label: '1.5×' },
  { value: '2', label: '2×' },
] as const;
type Rate = (typeof RATES)[number]['value'];

const BARS = 120;

/** What was recorded of an answer: its shape, a line to go along, the numbers, and the words where they were written down. */
export function AnswerPlayer({ player, marks }: AnswerPlayerProps) {
  const { stretches, positionMs, lengthMs, playing } = player;
  const [rate, setRate] = useState<Rate>('1');
  const levels = useMemo(() => Uint8Array.from(stretches.flatMap((stretch) => [...stretch.levels])), [stretches]);
  const voice = useMemo(() => measureVoice(levels), [levels]);
  const said = stretches.map(({ recording }) => recording.text).filter((text) => text !== '');
  return (
    <section className={css['player']} aria-label="What you said">
      <Wave levels={levels} played={positionMs / lengthMs} marks={(marks ?? []).map(({ atMs }) => atMs / lengthMs)} />
      <input
        type="range"
        className={css['slider']}
        aria-label="Place in the recording"
        min={0}
        max={lengthMs}
        step={100}
        value={Math.min(positionMs, lengthMs)}
        aria-valuetext={`${clockFace(positionMs)} of ${clockFace(lengthMs)}`}
        onChange={(event) => player.seek(Number(event.target.value))}
      />
      <div className={css['controls']}>
        <Button icon={playing ? 'pause' : 'play'} onClick={playing ? player.pause : player.play}>
          {playing ? 'Pause' : 'Play'}
        </Button>
        <Button variant="plain" onClick={() => player.seek(Math.max(0, positionMs - 5000))}>
          Back 5 s
        </Button>
        <Segmented
          label="Speed"
          options={RATES}
          value={rate}
          onChange={(value) => {
            setRate(value);
            player.setRate(Number(value));
          }}
        />
        <span className={css['times']}>
          {clockFace(positionMs)} of {clockFace(lengthMs)}
        </span>
      </div>
      {marks && <Jumps player={player} marks={marks} />}
      <VoiceFacts voice={voice} />
      {said.length > 0 && <p className={css['heard']}>Understood: {said.join(' … ')}</p>}
    </section>
  );
}

interface WaveProps {
  readonly levels: Uint8Array;
  /** Shares of the whole, 0 to 1. */
  readonly played: number;
  readonly marks: readonly number[];
}

/** The quietest level that is drawn: −60 dB. */
const SOFTEST = 80;

function Wave({ levels, played, marks }: WaveProps) {
  const bars = useMemo(() => outline(levels, BARS), [levels]);
  return (
    <svg className={css['wave']} viewBox={`0 0 ${BARS} 40`} preserveAspectRatio="none" aria-hidden="true">
      {bars.map((level, index) => {
        const height = Math.max(1, ((level - SOFTEST) / (200 - SOFTEST)) * 40);
        return (
          <rect
            // oxlint-disable-next-line react/no-array-index-key -- a bar is its place
            key={index}
            className={cx(index / BARS < played && css['played'])}
            x={index + 0.15}
            y={(40 - height) / 2}
            width={0.7}
            height={height}
          />
        );
      })}
      {[...new Set(marks)].map((share) => (
        <line
          key={share}
          className={css['mark']}
          x1={share * BARS}
          x2={share * BARS}
          y1={0}
          y2={40}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}

/** Each stamped moment, to play from there. Folded, so that a tick moves nothing that lies below. */
function Jumps({ player, marks }: Required<AnswerPlayerProps>) {
  const jump = (atMs: number): void => {
    player.seek(atMs);
    player.play();
  };
  return (
    <Disclosure summary="Ticked while listening" note={String(marks.length)}>
      <ul className={css['jumps']} aria-label="Ticked while listening">
        {marks
          .toSorted((a, b) => a.atMs - b.atMs)
          .map(({ atMs, name }) => (
            <li key={name}>
              <button type="button" className={css['jump']} onClick={() => jump(atMs)}>
                <span className={css['times']}>{clockFace(atMs)}</span>
                <span>
                  <Line text={name} />
                </span>
              </button>
            </li>
          ))}
      </ul>
    </Disclosure>
  );
}
