import { HEADER_POLICY } from '../../.scripts/csp.mjs';
import { collectErrors, expect, test } from '../support/browser.ts';
import { untilOfflineReady, visitAndStop } from '../support/offline.ts';
import { openToday, rowsOf } from '../support/stored.ts';

test.use({ offlineCopy: true });

const PLACES = ['Library', 'Mock', 'Paths', 'Progress', 'Settings', 'Today'];

test('with the server stopped a second visit asks, grades, and remembers it over a reload', async ({ browser }) => {
  const page = await visitAndStop(browser);
  await page.goto('/');
  await page.getByRole('button', { name: 'Start review' }).click();
  await page.getByRole('button', { name: 'Show answer' }).click();
  await page.getByRole('button', { name: /^Good/ }).click();
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
  expect(await rowsOf<{ type: string }>(page, 'events')).toMatchObject([{ type: 'reviewed', grade: 3 }]);
});

test('with the server stopped every place opens', async ({ browser }) => {
  const page = await visitAndStop(browser);
  const errors = collectErrors(page.context());
  await page.goto('/');
  for (const place of PLACES) {
    await page.getByRole('link', { name: place, exact: true }).first().click();
    await expect(page.getByRole('link', { name: place, exact: true }).first()).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  expect(errors).toEqual([]);
});

test('the browser finds nothing that would keep the app from being installed', async ({ context, page }) => {
  await openToday(page);
  await untilOfflineReady(page);
  const devtools = await context.newCDPSession(page);
  const { errors, data } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '{}')).toMatchObject({ display: 'standalone', shortcuts: [{}, {}, {}] });
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // An incognito window, which is what a test runs in, is never installed from.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

test('the content policy is in the page as well as in the header, and forbids making markup from text', async ({
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/TrustedHTML/);
  const response = await page.goto('/');
  expect(response?.headers()['content-security-policy']).toBe(HEADER_POLICY);
  const meta = page.locator('meta[http-equiv="Content-Security-Policy"]');
  expect(HEADER_POLICY).toContain(await meta.getAttribute('content'));
  const refusal = await page.evaluate(() => {
    try {
      document.createElement('p').innerHTML = '<b>text</b>';
      return 'none';
    } catch (error) {
      return String(error);
    }
  });
  expect(refusal).toContain('TrustedHTML');
});
