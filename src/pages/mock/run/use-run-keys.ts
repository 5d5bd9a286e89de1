import { useMemo } from 'react';
import type { KeyPoint } from '#bank/item.ts';
import type { MockRun } from '#mock/run.ts';
import { isClocked } from '#mock/run-clock.ts';
import { useReviewKeys } from '#pages/review/keys.ts';
import type { RunDialog } from './session.tsx';
import { send } from './store.ts';
import type { Asked } from './use-asked.ts';

const CORE_FIRST: Readonly<Record<KeyPoint['weight'], number>> = { core: 0, detail: 1, bonus: 2 };

/** Presses what is meant here: the one primary button of the stage, which says what it does. */
function accept(): void {
  document.querySelector<HTMLButtonElement>('[data-stage] [aria-keyshortcuts~="Space"]')?.click();
}

/** The digits tick points as they stand on screen, core first. */
function tickKeys(run: MockRun, asked: Asked | null | undefined): Record<string, () => void> {
  if (run.stage !== 'grade' || asked?.item.type !== 'question') return {};
  const points = asked.item.keyPoints.toSorted((a, b) => CORE_FIRST[a.weight] - CORE_FIRST[b.weight]);
  const keys = points.slice(0, 9).map(({ id }, index) => {
    return [String(index + 1), () => send({ type: 'ticked', point: id, atMs: null })] as const;
  });
  return Object.fromEntries(keys);
}

/** All keys of a run. */
export function useRunKeys(
  run: MockRun,
  asked: Asked | null | undefined,
  singleKeys: boolean,
  open: (dialog: RunDialog) => void,
): void {
  const paused = run.pausedAtMs !== null;
  const clocked = isClocked(run.stage);
  const keys = useMemo(
    () => ({
      accept,
      letter: {
        ...tickKeys(run, asked),
        ...(clocked && {
          p: () => send({ type: paused ? 'resumed' : 'paused' }),
          s: () => send({ type: 'skipped' }),
          n: () => open('notes'),
        }),
        '?': () => open('keys'),
      },
    }),
    [run, asked, clocked, paused, open],
  );
  useReviewKeys(keys, singleKeys);
}
