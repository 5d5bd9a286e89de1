import { useEffect, useRef, useState } from 'react';
import type { MockRun } from '#mock/run.ts';
import { BEAT_MS, clocksAt, isClocked, warningAt, type Clocks, type Warning } from '#mock/run-clock.ts';
import { send } from './store.ts';

/** How often the faces of the clocks are drawn. */
const TICK_MS = 250;

/** The clocks as they go, and the quiet word that is due. Stores a beat while they run. */
export function useClocks(run: MockRun): { readonly clocks: Clocks; readonly warning: Warning | null } {
  const [nowMs, setNowMs] = useState(() => Date.now());
  const running = isClocked(run.stage) && run.sinceMs !== null;
  const { sinceMs } = run;
  const since = useRef(sinceMs);
  useEffect(() => {
    since.current = sinceMs;
  }, [sinceMs]);
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => {
      const now = Date.now();
      setNowMs(now);
      if (now - (since.current ?? now) >= BEAT_MS) send({ type: 'beat' });
    }, TICK_MS);
    const leave = (): void => send({ type: 'beat' });
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
    };
  }, [running]);
  const atMs = Math.max(nowMs, sinceMs ?? 0);
  return { clocks: clocksAt(run, atMs), warning: warningAt(run, atMs) };
}
