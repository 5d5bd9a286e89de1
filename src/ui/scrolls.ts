import { type RefObject, useLayoutEffect, useState } from 'react';

/** Whether an element's content is wider than it, so that it must be reachable by keyboard. */
export function useScrolls(ref: RefObject<HTMLElement | null>): boolean {
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const { current } = ref;
    if (current === null || typeof ResizeObserver === 'undefined') return undefined;
    const measure = () => setScrolls(current.scrollWidth > current.clientWidth + 1);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [ref]);
  return scrolls;
}
