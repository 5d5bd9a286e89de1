import { useEffect } from 'react';

const APP = 'Lamplight';

/** Names the page in the window's title, for tabs, bookmarks and paper, until it is left. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (title === undefined) return undefined;
    document.title = `${title} · ${APP}`;
    return () => {
      document.title = APP;
    };
  }, [title]);
}
