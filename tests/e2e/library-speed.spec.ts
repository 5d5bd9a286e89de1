/** The Library with ten thousand lines and with fifty thousand: how long until it is there, and whether it can be pushed smoothly. */
import type { Page } from '@playwright/test';
import { addQuestions } from '../support/many-items.ts';
import { expect, test } from '../support/browser.ts';
import { openToday } from '../support/stored.ts';

interface Push {
  /** Time between two frames, in ms, longest first. */
  readonly frames: readonly number[];
  /** Tasks of the page that kept it from answering for more than 50 ms. */
  readonly long: readonly number[];
}

/** Pushes the list by a screen a frame for a while, as a fast thumb does, and looks at each frame. */
function push(page: Page, ms: number): Promise<Push> {
  return page.evaluate(
    (lasting) =>
      new Promise<Push>((resolve) => {
        const frames: number[] = [];
        const long: number[] = [];
        const watch = new PerformanceObserver((list) =>
          long.push(...list.getEntries().map(({ duration }) => duration)),
        );
        watch.observe({ type: 'longtask' });
        const startMs = performance.now();
        let lastMs = startMs;
        const step = (): void => {
          const nowMs = performance.now();
          frames.push(nowMs - lastMs);
          lastMs = nowMs;
          window.scrollBy(0, 120);
          if (nowMs - startMs < lasting) requestAnimationFrame(step);
          else {
            watch.disconnect();
            resolve({ frames: frames.slice(1).toSorted((a, b) => b - a), long });
          }
        };
        requestAnimationFrame(step);
      }),
    ms,
  );
}

/** When the page's first line was painted, and the long tasks until then, both since the visit began. */
async function visit(
  page: Page,
  count: number,
): Promise<{ readonly readyMs: number; readonly long: readonly number[] }> {
  await page.addInitScript(() => {
    const long: number[] = [];
    new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
      buffered: true,
    });
    const seen = new MutationObserver(() => {
      if (!document.querySelector('[role="listitem"]')) return;
      seen.disconnect();
      requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { shownMs: performance.now(), long })));
    });
    seen.observe(document, { childList: true, subtree: true });
  });
  await page.goto('/library');
  await expect(page.getByText(new RegExp(`Showing all ${count.toLocaleString('en')}`))).toBeVisible({
    timeout: 30_000,
  });
  const found = await page.waitForFunction(() => {
    const { shownMs, long } = globalThis as { shownMs?: number; long?: number[] };
    return shownMs === undefined ? null : { readyMs: shownMs, long: long ?? [] };
  });
  return (await found.jsonValue()) ?? { readyMs: Number.NaN, long: [] };
}

const tenth = (values: readonly number[]): number => values[Math.floor(values.length / 20)] ?? 0;

for (const { questions, readyLimitMs } of [
  { questions: 10_000, readyLimitMs: 2500 },
  { questions: 50_000, readyLimitMs: 9000 },
]) {
  test(`a Library of ${questions} more questions is there soon and is pushed smoothly`, async ({ page }) => {
    test.setTimeout(180_000);
    await openToday(page);
    const before = await page.evaluate(async () => {
      const open = indexedDB.open('lamplight');
      await new Promise((resolve) => (open.onsuccess = resolve));
      const request = open.result.transaction('items').objectStore('items').count();
      await new Promise((resolve) => (request.onsuccess = resolve));
      open.result.close();
      return request.result;
    });
    await addQuestions(page, questions);
    const { readyMs, long } = await visit(page, before + questions);
    const pushed = await push(page, 3000);
    const drawn = await page.getByRole('main').getByRole('listitem').count();
    const words = [
      `first lines after ${Math.round(readyMs)} ms`,
      `long tasks until then: ${long.map(Math.round).join(', ') || 'none'}`,
      `frames while pushing: p95 ${tenth(pushed.frames).toFixed(0)} ms, longest ${(pushed.frames[0] ?? 0).toFixed(0)} ms`,
      `long tasks while pushing: ${pushed.long.map(Math.round).join(', ') || 'none'}`,
      `${drawn} lines drawn of ${before + questions}`,
    ].join('; ');
    test.info().annotations.push({ type: 'measured', description: words });
    process.stdout.write(`${questions}: ${words}\n`);
    expect(readyMs).toBeLessThanOrEqual(readyLimitMs);
    expect(drawn).toBeLessThan(600);
    expect(tenth(pushed.frames)).toBeLessThanOrEqual(50);
  });
}
