import { type RefObject, useEffect } from 'react';

/**
 * Opens every fold below an element while it is printed, however printing was asked for; or only those that a selector takes.
 * They carry a mark, for nobody pressed them: what remembers a press passes them over.
 */
export function useUnfoldedPrint(ref: RefObject<HTMLElement | null>, folds = 'details:not([open])'): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = (): void => {
      opened = [...(ref.current?.querySelectorAll<HTMLDetailsElement>(folds) ?? [])];
      for (const fold of opened) {
        fold.dataset['onPaper'] = '';
        fold.open = true;
      }
    };
    const close = (): void => {
      for (const fold of opened) {
        fold.open = false;
        delete fold.dataset['onPaper'];
      }
      opened = [];
    };
    window.addEventListener('beforeprint', open);
    window.addEventListener('afterprint', close);
    return () => {
      window.removeEventListener('beforeprint', open);
      window.removeEventListener('afterprint', close);
    };
  }, [ref, folds]);
}
