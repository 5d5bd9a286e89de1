import { useLayoutEffect, useState } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

/** How far down each entry of the history was when it was left. */
const kept = new Map<string, number>();

/**
 * Brings a list back to where it was when Back leads to it. `ready`: its lines are there; before that the page is too short
 * for the browser to do it by itself.
 */
export function useKeptScroll(ready: boolean): void {
  const { key } = useLocation();
  const type = useNavigationType();
  const [arrival] = useState(() => (type === NavigationType.Pop ? kept.get(key) : undefined));
  useLayoutEffect(() => {
    if (ready && arrival !== undefined) window.scrollTo({ top: arrival, behavior: 'instant' });
  }, [ready, arrival]);
  useLayoutEffect(() => {
    if (!ready) return undefined;
    const note = (): void => {
      kept.set(key, window.scrollY);
    };
    window.addEventListener('scroll', note, { passive: true });
    return () => window.removeEventListener('scroll', note);
  }, [ready, key]);
}
