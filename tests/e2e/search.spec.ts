import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { collectErrors, expect, test } from '../support/browser.ts';
import { visitAndStop } from '../support/offline.ts';
import { openToday } from '../support/stored.ts';

const box = (page: Page): Locator => page.getByRole('combobox', { name: 'Search' });
const results = (page: Page): Locator => page.getByRole('listbox', { name: 'Results' });
const first = (page: Page): Locator => results(page).getByRole('option').first();

async function openSearch(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  await expect(box(page)).toBeFocused();
}

/** Types and waits for the answer to just that. */
async function ask(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await expect(results(page)).toHaveAttribute('data-answers', text);
}

/** A paste as the clipboard brings it, line ends and all. */
async function paste(page: Page, text: string): Promise<void> {
  await box(page).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

const TRACE = [
  'SQLSTATE[23503]: Foreign key violation: 7 ERROR:  insert or update on table "invoice_row" violates foreign key constraint "fk_9931"',
  '#0 /home/deploy/releases/20261104/vendor/laravel/src/Connection.php(712): PDOStatement->execute()',
  '#1 C:\\inetpub\\shop\\app\\Jobs\\Import.php(48): runQuery(Object(Closure))',
  'request 8f14e45f-ceea-467f-a0e6-1c1f6b8a9b11 at 0x7ffee4b2c8d0',
].join('\n');

test('with the server stopped: a typo, a phrase, an identifier and a pasted error find what was meant', async ({
  browser,
}) => {
  const page = await visitAndStop(browser);
  const errors = collectErrors(page.context());
  await page.goto('/');
  await page.getByRole('button', { name: 'Start review' }).waitFor();
  await openSearch(page);
  await ask(page, 'idempotncy');
  await expect(first(page)).toContainText(/idempoten/iu);
  await expect(page.getByText(/read as idempotency/u)).toBeVisible();
  await ask(page, '"raw body"');
  await expect(first(page)).toContainText(/raw body/iu);
  await ask(page, 'timingSafeEqual');
  await expect(results(page).locator('mark').first()).toBeVisible();
  await box(page).fill('');
  await paste(page, TRACE);
  await expect(first(page)).toContainText(/foreign key/iu);
  await expect(results(page).getByRole('group').first()).toHaveAccessibleName(/^Errors/u);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/q\/err-sql-foreign-key-insert$/u);
  expect(errors).toEqual([]);
});

test('with keys alone: arrows wrap, Enter opens, the search is remembered, Esc gives focus back; filters are words and chips of one thing', async ({
  page,
}) => {
  await openToday(page);
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('webhook retry');
  await expect(results(page)).toHaveAttribute('data-answers', 'webhook retry');
  const options = results(page).getByRole('option');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await expect(options.last()).toBeInViewport();
  await expect(box(page)).toHaveAttribute('aria-activedescendant', (await options.last().getAttribute('id')) ?? '');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/q\//u);
  await openSearch(page);
  await expect(results(page).getByRole('group', { name: 'Recent searches' })).toContainText('webhook retry');
  await test.step('a chip is its word', async () => {
    await ask(page, 'kind:error key');
    const chip = page.getByRole('button', { name: 'Errors', exact: true });
    await expect(chip).toHaveAttribute('aria-pressed', 'true');
    await expect(results(page).getByRole('group')).toHaveCount(1);
    await chip.click();
    await expect(box(page)).toHaveValue(/^key\s*$/u);
    await expect(box(page)).toBeFocused();
    await expect(results(page).getByRole('group').nth(1)).toBeVisible();
  });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('letter by letter the list is the same as for the whole text at once', async ({ page }) => {
  await openToday(page);
  await openSearch(page);
  const typed = 'deadlock det';
  await page.keyboard.type(typed, { delay: 150 });
  await expect(results(page)).toHaveAttribute('data-answers', typed);
  const last = results(page).getByRole('option').last();
  await expect(last).toHaveAttribute('id', /-(?:[7-9]|\d\d)$/u);
  const found = await results(page).innerText();
  await ask(page, 'queue');
  await ask(page, typed);
  await expect(results(page)).toHaveText(found, { useInnerText: true });
});

test('the count is announced, nothing found offers a way on, and neither has an accessibility violation', async ({
  page,
}) => {
  await openToday(page);
  await openSearch(page);
  const status = page.getByRole('dialog').getByRole('status');
  await expectAccessible(page, ['ink', 'paper'], 'the empty search');
  await ask(page, 'webhook signature');
  await expect(status).toHaveText(/^\d+ entries found, \d+ shown/u);
  const [, shown] = /(\d+) shown/u.exec(await status.innerText()) ?? [];
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(Number(shown));
  await expectAccessible(page, ['ink', 'paper'], 'what was found');
  await ask(page, 'zzqxwebhuuuk');
  await expect(status).toHaveText('Nothing found');
  await expectAccessible(page, ['ink', 'paper'], 'nothing found');
  await ask(page, 'is:flagged webhook');
  await expect(status).toHaveText('Nothing found');
  await results(page)
    .getByRole('option', { name: /^webhook without filters/u })
    .click();
  await expect(box(page)).toHaveValue('webhook');
  await expect(status).toHaveText(/found/u);
});

test('a note is found as soon as it is written, a search has an address, and a paste of 100 kB is cut to what tells', async ({
  page,
}) => {
  await openToday(page);
  await page.goto('/search?q=n%2B1');
  await expect(box(page)).toHaveValue('n+1');
  await expect(first(page)).toBeVisible();
  await ask(page, 'marguerite');
  await expect(page.getByText('Nothing found', { exact: true })).toBeVisible();
  await page.goto('/q/webhook-verify-authenticity');
  await page.getByRole('button', { name: 'Write a note' }).first().click();
  await page.getByLabel('Note', { exact: true }).fill('Marguerite asked for the raw bytes');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await openSearch(page);
  await ask(page, 'marguerite');
  await expect(first(page)).toContainText('In your note');
  await expect(first(page)).toContainText('Marguerite');
  await box(page).fill('');
  await paste(page, `${TRACE}\n${'at frame (/srv/app/dist/chunk.js:1:2)\n'.repeat(2700)}`);
  await expect(first(page)).toContainText(/foreign key/iu);
  expect((await box(page).inputValue()).length).toBeLessThanOrEqual(2100);
  await ask(page, 'webhook');
  await expect(first(page)).toContainText(/webhook/iu);
});

test('letters typed before the dialog is there are not lost', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Start review' }).waitFor();
  // The code of the dialog comes late.
  await page.route(/\/assets\/dialog-/u, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
  });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('webh');
  await expect(box(page)).toHaveValue('webh');
  await page.keyboard.type('ook');
  await expect(box(page)).toHaveValue('webhook');
});

test('letters that follow at once are not lost either, whether or not the dialog has been open before', async ({
  page,
}) => {
  for (let visit = 0; visit < 3; visit += 1) {
    await page.goto('/');
    await page.getByRole('button', { name: 'Start review' }).waitFor();
    for (const text of ['webhook', 'cors']) {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(text);
      await expect(box(page)).toHaveValue(text);
      await page.keyboard.press('Escape');
      await expect(box(page)).toBeHidden();
    }
  }
});
