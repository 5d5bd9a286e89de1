import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser.ts';
import { noteKeyTimes, searchKeyTimes } from '../support/key-times.ts';
import { openToday } from '../support/stored.ts';

/** The browser slows a page's main thread, not its workers: the search itself runs at full speed here. */
const RATE = 4;
/** The goal is 50 ms (README, "Measured"); the same machine may be four times slower by the hour, so only a fault is stopped here. */
const LIMIT_MS = 250;
/** The goal is 300 ms (README, "Measured"); likewise. */
const READY_LIMIT_MS = 1200;

test('on a processor four times slower the answer to a key press is painted soon', async ({ page }) => {
  test.setTimeout(120_000);
  await openToday(page);
  const times = (await searchKeyTimes(page, RATE)).toSorted((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN;
  const told = `${times.length} keys, median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms`;
  console.log(`key press to painted answer, ${RATE}× slower: ${told}`);
  expect(times.length).toBeGreaterThan(40);
  expect(at(0.95)).toBeLessThanOrEqual(LIMIT_MS);
});

/** Opens the search at once after a load and waits for the first answer; in ms from the key that opened it, as the page sees it. */
async function firstAnswer(page: Page): Promise<number> {
  await page.evaluate(noteKeyTimes);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).waitFor();
  await page.keyboard.press('w');
  await page.locator('dialog [role="listbox"][data-answers="w"]').waitFor();
  await page.waitForFunction(() => window.keyTimes.length > 0);
  return page.evaluate(() => window.keyTimes[0] ?? Number.NaN);
}

test('the index is ready soon, from the shipped file and from what was kept', async ({ page }) => {
  await openToday(page);
  const shipped = await firstAnswer(page);
  const kept: number[] = [];
  for (let visit = 0; visit < 3; visit += 1) {
    await page.reload();
    await page.getByRole('button', { name: 'Start review' }).waitFor();
    kept.push(await firstAnswer(page));
  }
  const shown = [shipped, ...kept].map((ms) => ms.toFixed(0)).join(', ');
  console.log(`first key press to first answer, search opened at once: ${shown} ms (first load, then three more)`);
  expect(shipped).toBeLessThanOrEqual(READY_LIMIT_MS);
  expect(Math.max(...kept)).toBeLessThanOrEqual(READY_LIMIT_MS);
});
