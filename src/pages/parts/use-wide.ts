import { useSyncExternalStore } from 'react';

/** How to hear of a media query and what it says; made once, so that drawing again does not listen anew. */
function mediaStore(query: string): [subscribe: (listen: () => void) => () => void, matches: () => boolean] {
  const open = (): MediaQueryList | null => (typeof window.matchMedia === 'function' ? window.matchMedia(query) : null);
  return [
    (listen) => {
      const media = open();
      media?.addEventListener('change', listen);
      return () => media?.removeEventListener('change', listen);
    },
    () => open()?.matches ?? true,
  ];
}

/** From here on a page has room for two columns, in CSS `(min-width: 68rem)`. */
const WIDE = mediaStore('(min-width: 68rem)');
/** From here on the navigation stands at the side. */
const TABLET = mediaStore('(min-width: 48rem)');

/** Whether the window has room for two columns beside the navigation. */
export function useWide(): boolean {
  return useSyncExternalStore(...WIDE);
}

/** Whether the window is wider than a phone's. */
export function useTabletUp(): boolean {
  return useSyncExternalStore(...TABLET);
}
