/** A second visit, when the server is gone. */
import type { Browser, Page } from '@playwright/test';
import { DIST } from '../../.scripts/build.mjs';
import { serve } from '../../.scripts/serve.mjs';
import { openToday } from './stored.ts';

/** Waits until the offline copy is complete and answers for this page. */
export async function untilOfflineReady(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const { active } = await navigator.serviceWorker.ready;
    return active?.state === 'activated' && navigator.serviceWorker.controller !== null;
  });
}

/** A page for a second visit: the first was to a server that has been stopped since. */
export async function visitAndStop(browser: Browser): Promise<Page> {
  const { url, stop } = await serve({ dir: DIST });
  const context = await browser.newContext({ baseURL: url });
  const first = await context.newPage();
  await openToday(first);
  await untilOfflineReady(first);
  await first.close();
  await stop();
  return context.newPage();
}
