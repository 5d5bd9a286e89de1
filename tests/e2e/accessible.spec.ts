import { EVERY_THEME, expectAccessible } from '../support/axe.ts';
import { test } from '../support/browser.ts';
import { openPage, openToday } from '../support/stored.ts';

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
  ['a question of one’s own', '/own/new'],
  ['Settings', '/settings'],
  ['a page that is not there', '/nowhere'],
];

/** Several screens a test: the first visit, which loads the bank, is most of what one costs. */
const PER_TEST = 4;

for (let from = 0; from < SCREENS.length; from += PER_TEST) {
  const some = SCREENS.slice(from, from + PER_TEST);
  test(`no accessibility violation in any theme: ${some.map(([name]) => name).join(', ')}`, async ({ page }) => {
    test.setTimeout(120_000);
    await openToday(page);
    for (const [name, path] of some) {
      await openPage(page, path);
      await expectAccessible(page, EVERY_THEME, name);
    }
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
