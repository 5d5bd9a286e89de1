import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser.ts';
import { openToday, putSetting } from '../support/stored.ts';

/** Lets the first packs through and keeps all others waiting; returns what lets them go. */
async function holdTheRest(page: Page, first: number): Promise<() => void> {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  let packs = 0;
  await page.context().route(/\/bank\/.+\.json$/, async (route) => {
    if (!route.request().url().endsWith('manifest.json') && (packs += 1) > first) await promise;
    await route.continue();
  });
  return resolve;
}

test('the first lesson can be learnt while the rest of the bank is on its way', async ({ page }) => {
  const letGo = await holdTheRest(page, 2);
  await page.goto('/');
  await page.getByRole('button', { name: 'Start review' }).click();
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
  letGo();
});

test('a shared link waits for its item, and never says that it is missing', async ({ page }) => {
  const letGo = await holdTheRest(page, 2);
  await page.goto('/q/js-promise-combinators');
  await expect(page.getByRole('heading', { name: 'The question bank is still arriving' })).toBeVisible();
  letGo();
  await expect(page.getByRole('heading', { level: 1, name: /Promise/ })).toBeVisible();
});

test('a shared topic waits for its questions, and never says that there is no such topic', async ({ page }) => {
  const letGo = await holdTheRest(page, 2);
  await page.goto('/topics/javascript/async');
  await expect(page.getByRole('heading', { name: 'The question bank is still arriving' })).toBeVisible();
  letGo();
  await expect(page.getByRole('heading', { level: 1, name: /Async/i })).toBeVisible();
});

test('a network that ends before the bank has come is named, and trying again brings it', async ({
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/Failed to load resource|net::ERR_FAILED/);
  let cut = false;
  await page.route('**/*', async (route) => {
    if (route.request().url().includes('/bank/')) {
      // Time for what a first visit may have to show.
      if (!cut) await page.waitForTimeout(500);
      cut = true;
    }
    return cut ? route.abort() : route.continue();
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'The question bank did not arrive' })).toBeVisible();
  await page.unroute('**/*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Start review' })).toBeVisible();
});

test('a page is painted before any script has run', async ({ page }) => {
  await page.route(/\/assets\/.+\.js$/, () => new Promise(() => undefined));
  await page.goto('/', { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { name: 'Lamplight' })).toBeVisible();
});

test('the chosen theme is there at the first paint, and the bars of the browser follow it', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openToday(page);
  await putSetting(page, 'theme', 'paper');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'paper');
  await expect(page.locator('meta[name="theme-color"]').first()).toHaveAttribute('content', 'rgb(247, 241, 228)');
  const bare = await page.context().newPage();
  await bare.emulateMedia({ colorScheme: 'dark' });
  await bare.route(/\/assets\/.+\.js$/, () => new Promise(() => undefined));
  await bare.goto('/', { waitUntil: 'commit' });
  await expect(bare.locator('html')).toHaveAttribute('data-theme', 'paper');
  await bare.close();
});
