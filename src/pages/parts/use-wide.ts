import { useSyncExternalStore } from 'react';

/** From here on a page has room for two columns, in CSS `(min-width: 68rem)`. */
const WIDE = '(min-width: 68rem)';
/** From here on the navigation stands at the side. */
const TABLET = '(min-width: 48rem)';

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listen) => {
      if (typeof window.matchMedia !== 'function') return () => undefined;
      const media = window.matchMedia(query);
      media.addEventListener('change', listen);
      return () => media.removeEventListener('change', listen);
    },
    () => typeof window.matchMedia !== 'function' || window.matchMedia(query).matches,
  );
}

/** Whether the window has room for two columns beside the navigation. */
export function useWide(): boolean {
  return useMedia(WIDE);
}

/** Whether the window is wider than a phone's. */
export function useTabletUp(): boolean {
  return useMedia(TABLET);
}
