import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser.ts';
import { holdReading, openPage, openToday, putSetting, rowsOf } from '../support/stored.ts';

const TIMES = 40;

interface StoredEvent {
  readonly card: string;
  readonly type: string;
}

async function showAnswer(page: Page): Promise<void> {
  await page.goto('/review');
  await page.getByRole('button', { name: 'Show answer' }).click();
  await page.getByRole('button', { name: /^Good/ }).waitFor();
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

/** Presses Good, and closes or kills the tab in the next moment. */
async function gradeAndGo(tab: Page, how: 'closed' | 'killed'): Promise<void> {
  await tab.evaluate(() => document.querySelector<HTMLButtonElement>('button[aria-label^="Good"]')?.click());
  if (how === 'killed') {
    const client = await tab.context().newCDPSession(tab);
    void client.send('Page.crash').catch(() => undefined);
    await tab.waitForEvent('crash');
  }
  await tab.close({ runBeforeUnload: false });
}

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
    await gradeAndGo(tab, round % 2 === 0 ? 'closed' : 'killed');
  }
  await openPage(page, '/');
  const events = await rowsOf<StoredEvent>(page, 'events');
  expect(new Set(events.map((event) => event.card)).size).toBe(TIMES);
});

for (const how of ['closed', 'killed'] as const) {
  test(`a grade that waits behind another tab's reading is kept when its tab is ${how}`, async ({ context, page }) => {
    await openToday(page);
    const tab = await context.newPage();
    await showAnswer(tab);
    const letGo = await holdReading(page, 'events');
    await gradeAndGo(tab, how);
    // The engine drops what waits when its page goes; what stands here is stored by whoever looks next.
    expect(await rowsOf(page, 'ahead')).toHaveLength(1);
    await letGo();
    await openPage(page, '/');
    await expect.poll(async () => (await rowsOf<StoredEvent>(page, 'events')).length).toBe(1);
    expect(await rowsOf(page, 'ahead')).toHaveLength(0);
  });
}

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
