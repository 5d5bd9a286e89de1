import { useEffect, useLayoutEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

/** How far down each entry of the history was when it was left. */
const kept = new Map<string, number>();

/** Brings a list back to where it was when Back leads to it. `ready`: its lines are there. */
export function useKeptScroll(ready: boolean): void {
  const { key } = useLocation();
  const back = useNavigationType() === NavigationType.Pop;
  const latest = useRef(key);
  const done = useRef(false);
  useEffect(() => {
    latest.current = key;
  }, [key]);
  useLayoutEffect(() => {
    if (!ready || done.current) return;
    done.current = true;
    const top = kept.get(key);
    if (back && top !== undefined) window.scrollTo({ top, behavior: 'instant' });
  }, [ready, back, key]);
  useEffect(() => {
    const note = (): void => {
      kept.set(latest.current, window.scrollY);
    };
    window.addEventListener('scroll', note, { passive: true });
    return () => window.removeEventListener('scroll', note);
  }, []);
}
