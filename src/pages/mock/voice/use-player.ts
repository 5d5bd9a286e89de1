import { useEffect, useMemo, useReducer } from 'react';
import { readAnswerSound, type AnswerPlace, type Stretch } from '#storage/recordings.ts';
import { useLive } from '#storage/use-live.ts';
import { LinePlayer } from './line-player.ts';

/** A recorded answer to listen to: `now()` stamps a tick, `seek` jumps to a stamp. Times in ms from its start. */
export interface Player extends Pick<LinePlayer, 'now' | 'play' | 'pause' | 'seek' | 'setRate'> {
  readonly stretches: readonly Stretch[];
  readonly lengthMs: number;
  readonly positionMs: number;
  readonly playing: boolean;
}

/**
 * Plays what is recorded of an answer, all stretches one after the other. Undefined until read, null when nothing is recorded.
 */
export function usePlayer({ mock, answer }: AnswerPlace): Player | null | undefined {
  const stretches = useLive(({ db }) => readAnswerSound(db, { mock, answer }), [mock, answer]);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const line = useMemo(() => stretches && new LinePlayer(stretches, redraw), [stretches]);
  useEffect(() => () => line?.close(), [line]);
  if (stretches?.length === 0) return null;
  if (!stretches || !line) return undefined;
  return {
    stretches,
    lengthMs: line.lengthMs,
    positionMs: line.positionMs,
    playing: line.playing,
    now: () => line.now(),
    play: () => line.play(),
    pause: () => line.pause(),
    seek: (atMs) => line.seek(atMs),
    setRate: (rate) => line.setRate(rate),
  };
}
