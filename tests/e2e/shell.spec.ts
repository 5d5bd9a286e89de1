/** The frame around every page: its places, the line about the device, and room for large text. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser.ts';
import { openToday } from '../support/stored.ts';

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
  '/nowhere',
];

const PHONE = { width: 360, height: 740 };

async function open(page: Page, path: string, textSize = '100%'): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), textSize);
}

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

test('on a phone every page but a running review has the six places, in the navigation and on screen', async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  await openToday(page);
  for (const path of PAGES) {
    await open(page, path);
    for (const name of PLACES) {
      const link = page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name, exact: true });
      await expect(link, `${name} on ${path}`).toBeInViewport({ ratio: 1 });
    }
  }
  await open(page, '/review');
  await expect(page.getByRole('navigation')).toHaveCount(0);
});

for (const width of [360, 320]) {
  test(`the places grow with the text and keep to themselves on a screen of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    await openToday(page);
    const usual = await placesOnScreen(page);
    for (const size of ['100%', '125%', '150%', '200%']) {
      await open(page, '/', size);
      const places = await placesOnScreen(page);
      expect(places.map(({ name }) => name)).toEqual(PLACES);
      for (const [index, { name, beyond, letters, width: across, height }] of places.entries()) {
        expect(beyond, `${name} at ${size}`).toBeLessThanOrEqual(0.5);
        expect(letters, `${name} at ${size}`).toBeGreaterThanOrEqual(
          ((usual[index]?.letters ?? 0) * Number.parseFloat(size)) / 100,
        );
        expect(Math.min(across, height), `${name} at ${size}`).toBeGreaterThanOrEqual(44);
      }
    }
  });

  test(`nothing is cut off sideways with text twice as large on a screen of ${width} pixels`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.setViewportSize({ width, height: 640 });
    await openToday(page);
    for (const path of [...PAGES, '/review']) {
      await open(page, path, '200%');
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over, path).toBeLessThanOrEqual(0);
    }
  });
}

test('a phone says where the data is, and when it is offline, without moving anything', async ({ page, context }) => {
  await page.setViewportSize(PHONE);
  await openToday(page);
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

test('nothing that has focus is hidden by the bar at the bottom, at any text size', async ({ page }) => {
  test.setTimeout(90_000);
  await page.setViewportSize(PHONE);
  await openToday(page);
  for (const size of ['100%', '200%']) {
    await open(page, '/settings', size);
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
