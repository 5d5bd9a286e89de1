import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser.ts';
import { openPage, openToday, putSetting, rowsOf } from '../support/stored.ts';

const TIMES = 40;
/** As long as the review keeps a second tap from what has just come into place. */
const GUARD_MS = 400;

interface StoredEvent {
  readonly card: string;
  readonly type: string;
}

async function showAnswer(page: Page): Promise<void> {
  await page.goto('/review');
  await page.getByRole('button', { name: 'Show answer' }).click();
  await page.getByRole('button', { name: /^Good/ }).waitFor();
  // No pointer reaches the grades sooner, and by then the reads that a page begins with are over: behind those a grade would
  // wait in the database's line, and the engine may drop what waits there when its page goes.
  await page.waitForTimeout(GUARD_MS);
}

/** Presses Good, and in the very same task leaves the page. */
function gradeAndLeave(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.querySelector<HTMLButtonElement>('button[aria-label^="Good"]')?.click();
    window.location.assign('about:blank');
  });
}

test(`a page that is left in the moment of a grade keeps it, ${TIMES} of ${TIMES}`, async ({ page }) => {
  test.setTimeout(180_000);
  await openToday(page);
  await putSetting(page, 'newPerDay', 100);
  for (let round = 0; round < TIMES; round += 1) {
    await showAnswer(page);
    await gradeAndLeave(page);
    await page.waitForURL('about:blank');
  }
  await openPage(page, '/');
  const events = await rowsOf<StoredEvent>(page, 'events');
  expect(new Set(events.map((event) => event.card)).size).toBe(TIMES);
});

test(`a tab that is closed or killed in the moment of a grade keeps it, ${TIMES} of ${TIMES}`, async ({
  context,
  page,
}) => {
  test.setTimeout(240_000);
  await openToday(page);
  await putSetting(page, 'newPerDay', 100);
  for (let round = 0; round < TIMES; round += 1) {
    const tab = await context.newPage();
    await showAnswer(tab);
    const pressed = tab.evaluate(() => {
      document.querySelector<HTMLButtonElement>('button[aria-label^="Good"]')?.click();
    });
    if (round % 2 === 0) {
      await pressed;
      await tab.close({ runBeforeUnload: false });
    } else {
      await pressed;
      const client = await context.newCDPSession(tab);
      void client.send('Page.crash').catch(() => undefined);
      await tab.waitForEvent('crash');
      await tab.close();
    }
  }
  const events = await rowsOf<StoredEvent>(page, 'events');
  expect(new Set(events.map((event) => event.card)).size).toBe(TIMES);
});

test('two tabs on the same card: one grade counts, both go on with the same next card', async ({ context, page }) => {
  await openToday(page);
  const other = await context.newPage();
  await showAnswer(page);
  await showAnswer(other);
  const press = (tab: Page) =>
    tab.evaluate(() => document.querySelector<HTMLButtonElement>('button[aria-label^="Good"]')?.click());
  await Promise.all([press(page), press(other)]);
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
  await expect(other.getByRole('button', { name: 'Show answer' })).toBeVisible();
  expect(await rowsOf<StoredEvent>(page, 'events')).toHaveLength(1);
  const title = await page.getByRole('heading', { level: 1 }).textContent();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(title ?? '');
});

test('a second press while a grade is being stored does nothing', async ({ page }) => {
  await openToday(page);
  await showAnswer(page);
  await page.evaluate(() => {
    const button = document.querySelector<HTMLButtonElement>('button[aria-label^="Good"]');
    button?.click();
    button?.click();
  });
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
  expect(await rowsOf<StoredEvent>(page, 'events')).toHaveLength(1);
});
