/** The frame around every page: its places, the line about the device, and room for large text. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser.ts';
import { untilOfflineReady } from '../support/offline.ts';
import { openPage, openToday } from '../support/stored.ts';

const PLACES = ['Today', 'Library', 'Mock', 'Paths', 'Progress', 'Settings'];

const PAGES = [
  '/',
  '/library',
  '/errors',
  '/sheets',
  '/q/webhook-verify-authenticity',
  '/q/err-sql-foreign-key-insert',
  '/q/sheet-http-status-codes',
  '/paths',
  '/paths/path-api-webhooks',
  '/progress',
  '/settings',
  '/search?q=webhook',
  '/mock',
  '/plan/new',
  '/q/snip-sql-recursive-cte',
  '/nowhere',
];

const PHONE = { width: 360, height: 740 };

/** The narrowest screens at the usual size of text, and at twice it: a tablet at 200% has no more room than a phone. */
const NARROW = [
  { width: 360, size: '200%' },
  { width: 320, size: '100%' },
  { width: 320, size: '200%' },
  { width: 640, size: '200%' },
];

/** Sets the size of the text, and waits until the page has been laid out with it. */
function setTextSize(page: Page, size: string): Promise<void> {
  return page.evaluate(
    (value) =>
      new Promise<void>((resolve) => {
        document.documentElement.style.setProperty('font-size', value);
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
    size,
  );
}

/** By how many px a page is wider than its screen. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** How far each word of the navigation reaches beyond its own link, and the size of its letters, in px. */
function placesOnScreen(page: Page) {
  return page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('link')
    .evaluateAll((links) =>
      links.map((link) => {
        const range = document.createRange();
        range.selectNodeContents(link.querySelector('span') ?? link);
        const [word, box] = [range.getBoundingClientRect(), link.getBoundingClientRect()];
        return {
          name: link.textContent,
          beyond: Math.max(box.left - word.left, word.right - box.right, box.top - word.top, word.bottom - box.bottom),
          letters: Number.parseFloat(getComputedStyle(link).fontSize),
          width: box.width,
          height: box.height,
        };
      }),
    );
}

/** Two halves, side by side: the pages are what these tests spend their time on. */
for (const half of [PAGES.slice(0, PAGES.length / 2), PAGES.slice(PAGES.length / 2)]) {
  test(`a phone shows the six places, and nothing is cut off sideways with large text: ${half.join(' ')}`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await openToday(page);
    for (const path of half) {
      await page.setViewportSize(PHONE);
      await openPage(page, path);
      for (const name of PLACES) {
        const link = page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name, exact: true });
        await expect(link, `${name} on ${path}`).toBeInViewport({ ratio: 1 });
      }
      await expectNoOverflow(page, path);
    }
  });
}

test('paper without margins is a tablet wide, and keeps no room for the navigation', async ({ page }) => {
  await page.setViewportSize({ width: 795, height: 1123 });
  await openToday(page);
  await openPage(page, '/library');
  await page.emulateMedia({ media: 'print' });
  expect((await page.getByRole('main').boundingBox())?.x).toBe(0);
});

test('a running review has no navigation, and is not cut off sideways with large text', async ({ page }) => {
  await openToday(page);
  await openPage(page, '/review');
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expectNoOverflow(page, 'the question');
  await page.getByRole('button', { name: 'Show answer' }).click();
  await page.getByRole('button', { name: /^Good/ }).waitFor();
  await expectNoOverflow(page, 'its answer');
});

async function expectNoOverflow(page: Page, where: string): Promise<void> {
  for (const { width, size } of NARROW) {
    await page.setViewportSize({ width, height: 640 });
    await setTextSize(page, size);
    expect(await overflow(page), `${where} at ${width} px and ${size}`).toBeLessThanOrEqual(0);
  }
}

test('the places grow with the text and keep to themselves on narrow screens', async ({ page }) => {
  await openToday(page);
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 640 });
    await setTextSize(page, '100%');
    const usual = await placesOnScreen(page);
    for (const size of ['100%', '125%', '150%', '200%']) {
      await setTextSize(page, size);
      const places = await placesOnScreen(page);
      expect(places.map(({ name }) => name)).toEqual(PLACES);
      for (const [index, { name, beyond, letters, width: across, height }] of places.entries()) {
        const where = `${name} at ${width} px and ${size}`;
        expect(beyond, where).toBeLessThanOrEqual(0.5);
        expect(letters, where).toBeGreaterThanOrEqual(((usual[index]?.letters ?? 0) * Number.parseFloat(size)) / 100);
        expect(Math.min(across, height), where).toBeGreaterThanOrEqual(44);
      }
    }
  }
});

test.describe('offline', () => {
  test.use({ offlineCopy: true });

  test('a phone says where the data is, and when it is offline, without moving anything', async ({ page, context }) => {
    await page.setViewportSize(PHONE);
    await openToday(page);
    // What is still on its way when the network goes would be an error that nobody made.
    await untilOfflineReady(page);
    await page.goto('/progress');
    const line = page.getByText('Saved on this device.', { exact: true });
    await line.scrollIntoViewIfNeeded();
    await expect(line).toBeInViewport();
    const shifts = await page.evaluateHandle(() => {
      const seen: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift' });
      return seen;
    });
    await context.setOffline(true);
    await expect(page.getByText('You are offline; everything works.', { exact: true })).toBeInViewport();
    await context.setOffline(false);
    await expect(line).toBeInViewport();
    expect(await shifts.jsonValue()).toEqual([]);
  });
});

test('nothing that has focus is hidden by the bar at the bottom, at any text size', async ({ page }) => {
  test.setTimeout(90_000);
  await page.setViewportSize(PHONE);
  await openToday(page);
  for (const size of ['100%', '200%']) {
    await openPage(page, '/settings');
    await setTextSize(page, size);
    await page.getByRole('button', { name: 'Download backup' }).waitFor();
    await page.getByRole('main').focus();
    const hidden: string[] = [];
    for (let press = 0; press < 60; press += 1) {
      await page.keyboard.press('Tab');
      const covered = await page.evaluate(() => {
        const { activeElement } = document;
        if (!activeElement || !document.querySelector('main')?.contains(activeElement)) return null;
        const { left, right, top, bottom } = activeElement.getBoundingClientRect();
        const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        const label = activeElement.closest('label');
        const free = at !== null && (activeElement.contains(at) || at.contains(activeElement) || label?.contains(at));
        return free ? '' : activeElement.outerHTML.slice(0, 120);
      });
      if (covered === null) break;
      if (covered !== '') hidden.push(covered);
    }
    expect(hidden, size).toEqual([]);
  }
});
