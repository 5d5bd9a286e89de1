import { useMemo } from 'react';
import type { Grade } from '#memory/grade.ts';
import * as actions from './actions.ts';
import { accept, allowed } from './accept.ts';
import { useReviewKeys } from './keys.ts';
import { readAloud } from './read-aloud.ts';
import { useReview } from './store.ts';

function press(grade: Grade): void {
  if (allowed(grade) === grade) void actions.grade(grade);
}

/** All keys of the session. `open` shows a dialog. */
export function useSessionKeys(open: (dialog: 'keys' | 'note') => void): void {
  const singleKeys = useReview((state) => state.environment?.settings.singleKeys ?? true);
  const keys = useMemo(
    () => ({
      accept,
      letter: {
        '1': () => press(1),
        '2': () => press(2),
        '3': () => press(3),
        '4': () => press(4),
        a: actions.tickAll,
        u: () => void actions.undo(),
        h: actions.takeHint,
        f: () => void actions.toggleFlag(),
        e: () => open('note'),
        b: () => void actions.bury(),
        s: () => void actions.suspend(),
        r: readAloud,
        '?': () => open('keys'),
      },
    }),
    [open],
  );
  useReviewKeys(keys, singleKeys);
}
