import type { Page } from '@playwright/test';
import { openToday, rowsOf } from '../support/stored.ts';
import { beginToSpeak, expect, test } from '../support/voice.ts';

async function storedMs(page: Page): Promise<number> {
  return (await rowsOf<{ ms: number }>(page, 'recordings'))[0]?.ms ?? 0;
}

test('nothing that takes longer than 50 ms happens while somebody speaks', async ({ page }) => {
  await openToday(page);
  await beginToSpeak(page);
  await page.evaluate(() => {
    const long: number[] = [];
    Object.assign(globalThis, { long });
    new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  await expect.poll(() => storedMs(page), { timeout: 20_000 }).toBeGreaterThan(8500);
  expect(await page.evaluate(() => (globalThis as unknown as { long: number[] }).long)).toEqual([]);
});
