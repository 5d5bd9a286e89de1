import type { Page } from '@playwright/test';
import { EVERY_THEME, expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/browser.ts';
import { openToday } from '../support/stored.ts';

const SCREENS: readonly (readonly [name: string, path: string])[] = [
  ['Today', '/'],
  // A part of it: the lines are alike, and each is looked at in four themes.
  ['Library', '/library?topic=webhooks/security'],
  ['a question', '/q/webhook-verify-authenticity'],
  ['an error', '/q/err-sql-foreign-key-insert'],
  ['a snippet', '/q/snip-sql-recursive-cte'],
  ['a sheet', '/q/sheet-http-status-codes'],
  ['Paths', '/paths'],
  ['a path', '/paths/path-api-webhooks'],
  ['Progress', '/progress'],
  ['Mock', '/mock'],
  ['an interview to come', '/plan/new'],
  ['Settings', '/settings'],
  ['a page that is not there', '/nowhere'],
];

for (const [name, path] of SCREENS) {
  test(`${name} has no accessibility violation in any theme`, async ({ page }) => {
    await openToday(page);
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectAccessible(page, EVERY_THEME);
  });
}

test('the review has no accessibility violation in any theme: question, answer with all folds, menu, end', async ({
  page,
}) => {
  test.setTimeout(90_000);
  await openToday(page);
  await page.goto('/review');
  await page.getByRole('button', { name: 'Show answer' }).waitFor();
  await expectAccessible(page, EVERY_THEME);
  await page.getByRole('button', { name: 'Show answer' }).click();
  await page.getByRole('checkbox').first().check();
  for (const fold of await page.locator('details > summary').all()) await fold.click();
  await expectAccessible(page, EVERY_THEME);
  await page.getByRole('button', { name: 'More' }).click();
  await expectAccessible(page, EVERY_THEME);
  await page.keyboard.press('Escape');
  for (let card = 0; card < 8; card += 1) {
    await page.keyboard.press('3');
    await page.waitForTimeout(50);
    await page.keyboard.press('Space');
  }
  await page.getByRole('heading', { name: 'Done for now.' }).waitFor({ timeout: 20_000 });
  await expectAccessible(page, EVERY_THEME);
});

async function expectNothingCutOff(page: Page, fontSize: string): Promise<void> {
  for (const [, path] of [...SCREENS, ['the review', '/review'] as const]) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), fontSize);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
}

test('nothing is cut off sideways on a screen of 320 pixels', async ({ page }) => {
  test.setTimeout(60_000);
  await page.setViewportSize({ width: 320, height: 640 });
  await openToday(page);
  await expectNothingCutOff(page, '100%');
});

test('nothing is cut off sideways on a screen of 640 pixels with text twice as large', async ({ page }) => {
  test.setTimeout(60_000);
  await page.setViewportSize({ width: 640, height: 800 });
  await openToday(page);
  await expectNothingCutOff(page, '200%');
});
