/** Gives a page's address to somebody else: the system's own sheet where there is one, else the clipboard. */

/** Whether the system has a share sheet. */
export function canShare(): boolean {
  return typeof navigator.share === 'function';
}

export type Shared = 'shared' | 'copied' | 'cancelled' | 'failed';

/** The page's address without its query. */
function pageUrl(): string {
  return `${window.location.origin}${window.location.pathname}`;
}

/** Shares the page that is open, under a title in plain words. */
export async function sharePage(title: string): Promise<Shared> {
  const url = pageUrl();
  try {
    if (canShare()) {
      await navigator.share({ title, url });
      return 'shared';
    }
    await navigator.clipboard.writeText(url);
    return 'copied';
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'failed';
  }
}
