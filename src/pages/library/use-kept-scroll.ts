import { useLayoutEffect, useState } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

interface Place {
  readonly top: number;
  /** The line that stood highest in the window: where it was below the window's top. Null where no line was in sight. */
  readonly line: { readonly href: string; readonly belowTop: number } | null;
}

/** Where each entry of the history was when it was left. */
const kept = new Map<string, Place>();

/** Between two looks for a line, in px: less than the height of any. */
const LOOK_PX = 40;

function highestLine(): Place['line'] {
  for (let y = LOOK_PX; y < window.innerHeight; y += LOOK_PX) {
    const line = document
      .elementFromPoint(window.innerWidth / 2, y)
      ?.closest<HTMLAnchorElement>('main [role=listitem] a[href]');
    if (line) return { href: line.getAttribute('href') ?? '', belowTop: line.getBoundingClientRect().top };
  }
  return null;
}

/** The scroll offset leads near enough for the line to be drawn, and the line to the very place. */
function returnTo({ top, line }: Place): void {
  window.scrollTo({ top, behavior: 'instant' });
  const found = line && document.querySelector(`main [role=listitem] a[href="${CSS.escape(line.href)}"]`);
  if (found) window.scrollBy({ top: found.getBoundingClientRect().top - line.belowTop, behavior: 'instant' });
}

/**
 * Brings a list back to where it was when Back leads to it, by its line: what is above may be drawn by then, and of another
 * height. `ready`: its lines are there; before that the page is too short for the browser to do it by itself.
 */
export function useKeptScroll(ready: boolean): void {
  const { key } = useLocation();
  const type = useNavigationType();
  const [arrival] = useState(() => (type === NavigationType.Pop ? kept.get(key) : undefined));
  useLayoutEffect(() => {
    if (ready && arrival !== undefined) returnTo(arrival);
  }, [ready, arrival]);
  // Lines are still in the page when this is cleaned up.
  useLayoutEffect(() => {
    if (!ready) return undefined;
    // A link to the Library from the Library leads to its top.
    if (type === NavigationType.Push) window.scrollTo({ top: 0, behavior: 'instant' });
    return () => {
      kept.set(key, { top: window.scrollY, line: highestLine() });
    };
  }, [ready, key, type]);
}
