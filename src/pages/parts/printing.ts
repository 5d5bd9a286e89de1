/** What a page does about paper. A browser tells before it prints, however printing was asked for, and lays out right afterwards. */
import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

function listenToPrint(begin: () => void, end: () => void): () => void {
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  return () => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
}

/** Opens every fold below an element while it is printed. */
export function useUnfoldedPrint(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = (): void => {
      opened = [...(ref.current?.querySelectorAll<HTMLDetailsElement>('details:not([open])') ?? [])];
      for (const fold of opened) fold.open = true;
    };
    const close = (): void => {
      for (const fold of opened) fold.open = false;
      opened = [];
    };
    return listenToPrint(open, close);
  }, [ref]);
}

/** Whether the page is being printed: paper has another width than the window, and cannot be scrolled. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(
    () =>
      listenToPrint(
        () => flushSync(() => setPrinting(true)),
        () => setPrinting(false),
      ),
    [],
  );
  return printing;
}
