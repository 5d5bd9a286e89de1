/** Progress in a real browser: with nothing, with little and with much behind it. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { itemId } from '../support/builders.ts';
import { expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/browser.ts';
import { historyBackup } from '../support/history.ts';
import { openToday, rowsOf } from '../support/stored.ts';

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };

interface StoredItem {
  readonly id: string;
  readonly position: number;
  readonly summary: { readonly type: string };
}

/** Brings months of practice in through the restore in the settings. */
async function live(page: Page, days: number, newPerDay: number): Promise<void> {
  await openToday(page);
  const rows = await rowsOf<StoredItem>(page, 'items');
  const questions = rows.filter(({ summary }) => summary.type === 'question');
  const items = questions.toSorted((a, b) => a.position - b.position).map(({ id }) => itemId(id));
  const text = historyBackup({ items, days, newPerDay, nowMs: Date.now() });
  await page.goto('/settings');
  const buffer = Buffer.from(text);
  await page
    .getByLabel('Restore a backup')
    .setInputFiles({ name: 'backup.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: /^Merge/u }).click();
  await expect.poll(async () => (await rowsOf(page, 'events')).length).toBeGreaterThan(0);
}

async function openProgress(page: Page): Promise<void> {
  await page.goto('/progress');
  await page.getByRole('heading', { level: 3, name: 'A year of days' }).waitFor();
}

type Shift = PerformanceEntry & { readonly value: number; readonly sources: readonly { readonly node: Node | null }[] };

/** How far what stood already on the page was moved by what came later, as browsers count it; 0 is still. */
function shifts(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          const main = document.querySelector('main');
          for (const entry of list.getEntries() as Shift[]) {
            if (entry.sources.some(({ node }) => main?.contains(node))) sum += entry.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );
}

async function expectNothingCutOff(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
}

test('with months behind it, it is still, whole and free of violations', async ({ page }) => {
  test.setTimeout(240_000);
  await live(page, 120, 2);
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    await openProgress(page);
    await page.getByText(/^If it were today you would say about/u).waitFor();
    expect(await shifts(page)).toBeLessThan(0.02);
    await expectNothingCutOff(page);
  }
  await expectAccessible(page);
});

test('with a few days behind it, every chart says what it means or what it waits for', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await live(page, 2, 2);
  await openProgress(page);
  await expect(page.getByText(/^\d+ answers on 3 days of the last year\. 3 days in a row/u)).toBeVisible();
  await expect(page.getByText(/cards? that came back after a day or more you recalled/u)).toBeVisible();
  await expect(page.getByText(/From next week on the line shows how that changes\.$/u)).toBeVisible();
  await expectNothingCutOff(page);
});

test('an answer in another tab changes the figures of the open page', async ({ page, context }) => {
  await live(page, 3, 2);
  await openProgress(page);
  const before = await page.getByText(/answers on \d+ days of the last year/u).textContent();
  const other = await context.newPage();
  await other.goto('/review');
  await other.getByRole('button', { name: 'Show answer' }).click();
  await other.getByRole('button', { name: /^Good/u }).click();
  await expect.poll(() => page.getByText(/answers on \d+ days of the last year/u).textContent()).not.toBe(before);
});

test('the table behind a chart opens by keyboard and leaves as CSV, the drawing as PNG', async ({ page }) => {
  await live(page, 30, 2);
  await openProgress(page);
  const card = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Remembered, against the target' }) });
  const fold = card.last().locator('summary');
  await fold.focus();
  await page.keyboard.press('Enter');
  await expect(card.last().getByRole('table')).toBeVisible();
  await page.keyboard.press('Tab');
  const csv = page.waitForEvent('download');
  await card.last().getByRole('button', { name: 'CSV' }).press('Enter');
  const table = await readFile(await (await csv).path(), 'utf8');
  expect(table).toMatch(/^\uFEFFAge,Asked,Recalled,Share,90% range,Expected\r\nall cards,\d+,\d+,\d+%/u);
  const png = page.waitForEvent('download');
  await card.last().getByRole('button', { name: 'PNG' }).click();
  const file = await png;
  expect(file.suggestedFilename()).toBe('lamplight-remembered-against-the-target.png');
  const picture = await readFile(await file.path());
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  // Three times the size at which it is drawn for a phone.
  expect(picture.readUInt32BE(16)).toBeGreaterThanOrEqual(960);
});

test('a question that fades leads to the curve of its memory and back from its own page', async ({ page }) => {
  await live(page, 30, 2);
  await openProgress(page);
  const week = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'This week' }) })
    .last();
  await week.getByRole('button').first().click();
  await expect(page).toHaveURL(/\/progress\?card=/u);
  await expect(page.getByText(/^\d+ answers? since/u)).toBeInViewport();
  await page.reload();
  await expect(page.getByText(/^\d+ answers? since/u)).toBeInViewport();
});

test('on paper every chart is drawn, and nothing asks to be pressed', async ({ page }) => {
  await live(page, 30, 2);
  await openProgress(page);
  await page.emulateMedia({ media: 'print' });
  for (const name of ['A year of days', 'Time at answers', 'The next 30 days']) {
    const card = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name, exact: true }) })
      .last();
    await expect(card.locator('svg').first()).toBeVisible();
  }
});

test('Today has a line that is true once there is something to say', async ({ page }) => {
  await live(page, 10, 2);
  await page.goto('/');
  await expect(page.getByText(/in the last seven days|in a row|^Back after/u).first()).toBeVisible({ timeout: 15_000 });
});
