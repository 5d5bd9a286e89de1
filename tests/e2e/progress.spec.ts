/** Progress in a real browser: with nothing, with little and with much behind it. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { itemId } from '../support/builders.ts';
import { expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/browser.ts';
import { historyBackup } from '../support/history.ts';
import { openToday, putRow, rowsOf } from '../support/stored.ts';

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

/** Opens Progress with every section unfolded, as a person may have left it. */
async function openProgress(page: Page): Promise<void> {
  const value = { week: true, ahead: true, days: true, memory: true, house: true };
  await putRow(page, 'local', { key: 'progressSections', value });
  await page.goto('/progress');
  await page.getByRole('heading', { level: 3, name: 'A year of days' }).waitFor();
}

/** The card with this heading. */
const cardOf = (page: Page, name: string): Locator =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 3, name, exact: true }) })
    .last();

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

test('with months behind it, it is still, whole and free of violations; a phone begins with what each section comes to', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await live(page, 120, 2);
  await page.setViewportSize(PHONE);
  await page.goto('/progress');
  await expect(page.getByText(/of what is asked \(/u)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(2 * PHONE.height);
  expect(await shifts(page)).toBeLessThan(0.02);
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    await openProgress(page);
    await page.getByText(/^If it were today you would say about/u).waitFor();
    expect(await shifts(page)).toBeLessThan(0.02);
    await expectNothingCutOff(page);
  }
  await expectAccessible(page);
});

test('with letters twice as large on a narrow phone nothing is cut off, and no name is broken into letters', async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  await live(page, 30, 2);
  await openProgress(page);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await expectNothingCutOff(page);
  const narrowest = await page.evaluate(() =>
    Math.min(...[...document.querySelectorAll('summary h3')].map((name) => name.getBoundingClientRect().width)),
  );
  expect(narrowest).toBeGreaterThan(PHONE.width / 2);
});

test('with a few days behind it, every chart says what it means, and an answer in another tab changes it', async ({
  page,
  context,
}) => {
  await page.setViewportSize(PHONE);
  await live(page, 2, 2);
  await openProgress(page);
  // The answer below may be the first of its day.
  const year = page.getByText(/^\d+ answers on [34] days of the last year\. [34] days in a row/u);
  await expect(year).toHaveText(/3 days in a row/u);
  await expect(page.getByText(/cards? that came back after a day or more you recalled/u)).toBeVisible();
  await expect(page.getByText(/From next week on the line shows how that changes\.$/u)).toBeVisible();
  await expectNothingCutOff(page);
  const before = (await year.textContent()) ?? '';
  const other = await context.newPage();
  await other.goto('/review');
  await other.getByRole('button', { name: 'Show answer' }).click();
  await other.getByRole('button', { name: /^Good/u }).click();
  await expect(year).not.toHaveText(before);
});

test('a table leaves as CSV and its drawing as PNG by keyboard; what fades leads to its curve; paper is short, and Today knows of it', async ({
  page,
}) => {
  await live(page, 30, 2);
  await page.goto('/');
  await expect(page.getByText(/in the last seven days|in a row|^Back after/u).first()).toBeVisible({ timeout: 15_000 });
  await openProgress(page);
  await test.step('table and drawing', async () => {
    const card = cardOf(page, 'Remembered, against the target');
    await card.locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect(card.getByRole('table')).toBeVisible();
    await page.keyboard.press('Tab');
    const csv = page.waitForEvent('download');
    await card.getByRole('button', { name: 'CSV' }).press('Enter');
    const table = await readFile(await (await csv).path(), 'utf8');
    expect(table).toMatch(/^\uFEFFAge,Asked,Recalled,Share,90% range,Expected\r\nall cards,\d+,\d+,\d+%/u);
    const png = page.waitForEvent('download');
    await card.getByRole('button', { name: 'PNG' }).click();
    const file = await png;
    expect(file.suggestedFilename()).toBe('lamplight-remembered-against-the-target.png');
    const picture = await readFile(await file.path());
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    // Three times the size at which it is drawn for a phone.
    expect(picture.readUInt32BE(16)).toBeGreaterThanOrEqual(960);
  });
  await test.step('the curve of what fades, also in a section that is closed', async () => {
    await page.getByRole('heading', { level: 2, name: 'Memory' }).click();
    await cardOf(page, 'Going out').getByRole('button').first().click();
    await expect(page).toHaveURL(/\/progress\?card=/u);
    await expect(page.getByText(/^\d+ answers? since/u)).toBeInViewport();
    await page.reload();
    await expect(page.getByText(/^\d+ answers? since/u)).toBeInViewport();
  });
  await test.step('the picture of one card is its curve, not the arrow of the field beside it', async () => {
    const card = cardOf(page, 'The memory of one card');
    await card.locator('summary').click();
    const png = page.waitForEvent('download');
    await card.getByRole('button', { name: 'PNG' }).click();
    const picture = await readFile(await (await png).path());
    expect(picture.readUInt32BE(16)).toBeGreaterThanOrEqual(960);
  });
  await test.step('paper', async () => {
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b/gu) ?? [];
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.length).toBeLessThan(8);
    await page.emulateMedia({ media: 'print' });
    for (const name of ['A year of days', 'Time at answers', 'The next 30 days'])
      await expect(cardOf(page, name).locator('svg').first()).toBeVisible();
  });
});
