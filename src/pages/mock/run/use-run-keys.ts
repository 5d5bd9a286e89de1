import { useMemo } from 'react';
import type { MockRun } from '#mock/run.ts';
import { isClocked } from '#mock/run-clock.ts';
import { useReviewKeys } from '#pages/review/keys.ts';
import type { RunDialog } from './session.tsx';
import { send } from './store.ts';

/** Presses what is meant here: the one primary button of the stage, which says what it does. */
function accept(): void {
  document.querySelector<HTMLButtonElement>('[data-stage] [aria-keyshortcuts~="Space"]')?.click();
}

/** The digits press the points as they stand on screen, so that a tick keeps its place in the recording. */
const DIGITS = Object.fromEntries(
  Array.from({ length: 9 }, (_, index) => [
    String(index + 1),
    () => document.querySelectorAll<HTMLInputElement>('[data-points] input')[index]?.click(),
  ]),
);

/** All keys of a run. */
export function useRunKeys(run: MockRun, singleKeys: boolean, open: (dialog: RunDialog) => void): void {
  const paused = run.pausedAtMs !== null;
  const clocked = isClocked(run.stage);
  const keys = useMemo(
    () => ({
      accept,
      letter: {
        ...DIGITS,
        ...(clocked && {
          p: () => send({ type: paused ? 'resumed' : 'paused' }),
          s: () => send({ type: 'skipped' }),
          n: () => open('notes'),
        }),
        '?': () => open('keys'),
      },
    }),
    [clocked, paused, open],
  );
  useReviewKeys(keys, singleKeys);
}
