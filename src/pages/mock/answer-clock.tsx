import { useEffect, useState } from 'react';
import { countOf } from '#pages/parts/format.ts';
import { Button } from '#ui/button.tsx';
import { Meter } from '#ui/meter.tsx';
import css from './mock.module.css';

const INTRODUCTION = 'Say the answer as you would in the interview, then compare. Nothing is recorded or graded here.';

type Clock =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly sinceMs: number; readonly nowMs: number }
  | { readonly kind: 'stopped'; readonly tookSeconds: number };

function clockFace(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A clock that counts up to the length of a good spoken answer, and on beyond it. */
export function AnswerClock({ seconds }: { readonly seconds: number }) {
  const [clock, setClock] = useState<Clock>({ kind: 'idle' });
  const running = clock.kind === 'running';
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => {
      setClock((old) => (old.kind === 'running' ? { ...old, nowMs: Date.now() } : old));
    }, 250);
    return () => clearInterval(timer);
  }, [running]);
  const elapsed = elapsedSeconds(clock);
  const press = (): void => {
    const nowMs = Date.now();
    setClock(
      running
        ? { kind: 'stopped', tookSeconds: wholeSeconds(clock.sinceMs, nowMs) }
        : { kind: 'running', sinceMs: nowMs, nowMs },
    );
  };
  return (
    <div className={css['clock']}>
      <output className={css['result']}>
        {clock.kind === 'stopped' ? resultInWords(clock.tookSeconds, seconds) : INTRODUCTION}
      </output>
      <p className={css['face']} role="timer">
        {clockFace(elapsed)} <span className={css['target']}>of about {clockFace(seconds)}</span>
      </p>
      <Meter label="Answer time" value={Math.min(elapsed, seconds)} max={seconds} text={clockFace(elapsed)} thin />
      <Button variant="primary" size="lg" block icon={running ? 'stop' : 'play'} onClick={press}>
        {running ? 'Stop the clock' : 'Start the clock'}
      </Button>
    </div>
  );
}

/** A clock that was set back counts nothing. */
function wholeSeconds(fromMs: number, toMs: number): number {
  return Math.max(0, Math.floor((toMs - fromMs) / 1000));
}

function elapsedSeconds(clock: Clock): number {
  if (clock.kind === 'idle') return 0;
  return clock.kind === 'stopped' ? clock.tookSeconds : wholeSeconds(clock.sinceMs, clock.nowMs);
}

function resultInWords(took: number, good: number): string {
  const said = `You took ${countOf(took, 'second')}; a good answer takes about ${good}.`;
  if (took > good * 1.5) return `${said} Which sentence could go?`;
  return took < good * 0.5 ? `${said} Which core point is missing?` : said;
}
