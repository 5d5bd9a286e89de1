/** The Library and its pages as a person walks them: orders, picking many, lists, depths, practice, paper. */
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/browser.ts';
import { openPage, openToday, rowsOf } from '../support/stored.ts';

const QUESTION = 'webhook-verify-authenticity';
const SECURITY = 'topic%3Dwebhooks%2Fsecurity';

const PHONE = { width: 360, height: 740 };

/** The address of the line in the middle of the screen. */
function inMiddle(page: Page): Promise<string> {
  return page.evaluate(() => {
    const links = [...document.querySelectorAll('main [role=listitem] a')];
    const distance = (link: Element): number => Math.abs(link.getBoundingClientRect().top - innerHeight / 2);
    return links.toSorted((a, b) => distance(a) - distance(b))[0]?.getAttribute('href') ?? '';
  });
}

/** The lines of the list; those of the navigation are none. */
const linesOf = (page: Page) => page.getByRole('main').getByRole('listitem');

interface EventRow {
  readonly type: string;
  readonly item: string;
}

test('many lines are picked with the keyboard, suspended together and brought back with one undo', async ({ page }) => {
  await openToday(page);
  await page.goto('/library?topic=webhooks/security&kind=question');
  await linesOf(page).first().waitFor();
  const shown = await linesOf(page).count();
  await page.getByRole('button', { name: 'Select', exact: true }).focus();
  await page.keyboard.press('Enter');
  const boxes = page.getByRole('checkbox', { name: /^Select / });
  await boxes.first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('region', { name: 'Selected entries' });
  await expect(bar.getByText('3 selected')).toBeVisible();
  await expectAccessible(page, ['ink', 'paper'], 'picking');
  await boxes.nth(shown - 1).click({ modifiers: ['Shift'] });
  await expect(bar.getByText(`${shown} selected`)).toBeVisible();
  await bar.getByRole('button', { name: 'More to do with them' }).click();
  await page.getByRole('menuitem', { name: 'Suspend' }).click();
  await expect(page.getByText(`${shown} questions suspended`).first()).toBeVisible();
  expect((await rowsOf<EventRow>(page, 'events')).filter(({ type }) => type === 'suspended')).toHaveLength(shown);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Taken back.').first()).toBeVisible();
  await expect(page.getByText('New', { exact: true })).toHaveCount(shown);
});

test('what is added to today is asked today, and practice of a list stores nothing', async ({ page }) => {
  await openToday(page);
  await page.goto('/library?topic=webhooks/security&tier=senior&kind=question');
  await page.getByRole('button', { name: 'Select', exact: true }).click();
  await page.getByRole('button', { name: /^Select all/ }).click();
  await page.getByRole('button', { name: 'Add to today' }).click();
  await expect(page.getByText(/questions added to today/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Practise' }).click();
  await expect(page).toHaveURL(/\/practice\?/);
  const events = await rowsOf(page, 'events');
  const cards = await rowsOf(page, 'cards');
  await page.getByRole('button', { name: 'Show answer' }).waitFor();
  await page.keyboard.press('Space');
  await page.keyboard.press('1');
  while ((await page.getByRole('button', { name: 'Done' }).count()) === 0) {
    await page.keyboard.press('Space');
    await page.waitForTimeout(50);
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/ of \d+ at once\./);
  expect(await rowsOf(page, 'events')).toEqual(events);
  expect(await rowsOf(page, 'cards')).toEqual(cards);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page).toHaveURL('/library?kind=question&topic=webhooks/security&tier=senior');
});

test('a list is walked with J and K, its place is told, and the depth stays', async ({ page }) => {
  await openToday(page);
  await page.goto('/library?topic=webhooks/security&sort=title');
  await linesOf(page).first().waitFor();
  const lines = await linesOf(page).count();
  await linesOf(page).getByRole('link').first().click();
  const place = page.getByRole('navigation', { name: 'In this list' });
  await expect(place).toContainText(`1 of ${lines}`);
  await page.getByRole('radio', { name: '2 min', exact: true }).click();
  await expect(page).toHaveURL(/zoom=2min/);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('j');
  await expect(place).toContainText(`2 of ${lines}`);
  await expect(page).toHaveURL(/zoom=2min/);
  await expect(page.getByRole('link', { name: /^Next: / })).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL('/library?topic=webhooks/security&sort=title');
  await linesOf(page).getByRole('link').nth(1).click();
  await expect(place).toContainText(`2 of ${lines}`);
  await page.keyboard.press('k');
  await expect(place).toContainText(`1 of ${lines}`);
  await place.getByRole('link', { name: 'Back to the list' }).click();
  await expect(page).toHaveURL('/library?topic=webhooks/security&sort=title');
});

test('the whole Library is pushed far down, and Back finds the same line in the same place', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await openToday(page);
  await page.goto('/library');
  await linesOf(page).first().waitFor();
  await page.mouse.move(180, 400);
  for (let push = 0; push < 8; push += 1) await page.mouse.wheel(0, 1500);
  const line = page.getByRole('main').getByRole('listitem').getByRole('link').and(page.locator(':focus'));
  const scrolled = (): Promise<number> => page.evaluate(() => window.scrollY);
  await expect.poll(scrolled).toBeGreaterThan(9000);
  // The page may still be moving from the last push, and lines that are drawn only now have another height than was reckoned with.
  await expect
    .poll(async () => {
      const before = await scrolled();
      await page.waitForTimeout(200);
      return (await scrolled()) - before;
    })
    .toBe(0);
  const id = await inMiddle(page);
  await page.locator(`main a[href="${id}"]`).focus();
  const top = () => line.evaluate((link) => Math.round(link.getBoundingClientRect().top));
  const before = await top();
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'In this list' }).waitFor();
  await page.goBack();
  const again = page.locator(`main a[href="${id}"]`);
  await expect(again).toBeInViewport();
  expect(
    Math.abs((await again.evaluate((link) => Math.round(link.getBoundingClientRect().top))) - before),
  ).toBeLessThan(5);
});

test('a question is read as deep as there is time, reviewed at once from its page, and has its history there', async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  await openToday(page);
  await openPage(page, `/q/${QUESTION}`);
  const open = page.locator('article details[open]');
  await expect(open).toHaveCount(0);
  await page.getByRole('radio', { name: '10 min', exact: true }).click();
  const all = await page.locator('article details').count();
  await expect(open).toHaveCount(all);
  await page.getByRole('radio', { name: '2 min', exact: true }).click();
  await expect.poll(() => open.count()).toBeLessThan(all);
  await expect.poll(() => open.count()).toBeGreaterThan(0);
  await page.getByRole('link', { name: 'Review this now' }).click();
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-label', /1 of 1/);
  // The bar is there before the question is, and no key shows the answer to what nobody has seen.
  await page.getByRole('button', { name: 'Show answer' }).waitFor();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: /^Good/ }).waitFor();
  await page.keyboard.press('3');
  await page.getByRole('heading', { name: 'Done for now.' }).waitFor();
  await page.goto(`/q/${QUESTION}`);
  await page.getByText('History', { exact: true }).click();
  await expect(page.getByText(/^Good, \d+ s$/)).toBeVisible();
});

test('a sheet is drilled row by row in both directions with the keyboard alone', async ({ page }) => {
  await openToday(page);
  await page.goto('/q/sheet-http-status-codes');
  await page.getByRole('link', { name: 'Drill row by row' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '200' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByRole('region', { name: 'Answer' })).toBeFocused();
  await expectAccessible(page, ['ink', 'paper'], 'practice');
  await page.keyboard.press('Space');
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-label', /^1 of \d+ known$/);
  // The drill begins anew, and its radio with it.
  await page.getByRole('radio', { name: 'Backwards' }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('200');
  await page.getByRole('button', { name: 'Show answer' }).click();
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText('200');
  await page.getByRole('button', { name: 'End practice' }).click();
  await expect(page).toHaveURL('/q/sheet-http-status-codes');
});

test('a topic shows its ladder and leads on; a snippet is copied with one press', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openToday(page);
  await page.goto('/topics/webhooks/security');
  await expect(page.getByRole('heading', { level: 1, name: 'Security' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'senior' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'What to read next' })).toBeVisible();
  await page.getByRole('link', { name: /A signed webhook is captured/ }).click();
  await expect(page.getByRole('navigation', { name: 'In this list' })).toContainText(/of \d+/);
  await page.goto('/topics/no/where');
  await expect(page.getByRole('heading', { level: 1, name: 'The bank has no such topic' })).toBeVisible();
  await page.goto('/q/snip-sql-recursive-cte');
  await page.getByRole('button', { name: 'Copy the code' }).click();
  await expect(page.getByText(/^Copied /).first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('CREATE TABLE category');
});

/** A window as wide as A4 between its margins, which is a tablet's: the search button of a page's head is there. */
const PAPER = { width: 720, height: 1020 };

test('paper carries the words of each page, every fold open, and no buttons', async ({ page }) => {
  await page.setViewportSize(PAPER);
  await openToday(page);
  for (const path of [
    `/q/${QUESTION}?list=${SECURITY}`,
    '/q/err-sql-foreign-key-insert',
    '/q/snip-sql-recursive-cte',
    '/q/sheet-http-status-codes',
    '/topics/webhooks/security',
    '/library?topic=webhooks/security',
  ]) {
    await openPage(page, path);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
    await expect(page.locator('details:not([open])').filter({ visible: true }), path).toHaveCount(0);
    await expect(page.getByRole('main').getByRole('button').filter({ visible: true }), path).toHaveCount(0);
    if (path.includes('sheet'))
      await expect(page.getByRole('table', { name: /codes to know by heart/u })).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
  }
});

test('who opens the Library by its address does not wait for the review', async ({ page, expectedErrors }) => {
  expectedErrors.push(/ERR_FAILED|dynamically imported module/u);
  await openToday(page);
  await page.route('**/assets/review-*.js', (route) => route.abort());
  await page.goto('/library');
  await expect(linesOf(page).first()).toBeVisible();
});

test('the pages of the Library have no accessibility violation, nor has the list of everything', async ({ page }) => {
  test.setTimeout(180_000);
  await openToday(page);
  for (const path of [`/q/${QUESTION}?list=${SECURITY}`, '/topics/webhooks/security', '/library']) {
    await openPage(page, path);
    await expectAccessible(page, ['ink', 'paper'], path);
  }
});
