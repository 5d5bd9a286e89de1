/**
 * The Library with ten thousand lines and with fifty thousand: whether the page can answer while it arrives, while it is pushed
 * and while somebody types. What is measured is the processor's time for each task of the page's main thread, which other
 * work on the machine hardly changes.
 */
import type { Page } from '@playwright/test';
import { addQuestions } from '../support/many-items.ts';
import { expect, test } from '../support/browser.ts';
import { openToday } from '../support/stored.ts';
import { tasksOf } from '../support/tasks.ts';

/** Pushes the list a fifth of a screen a frame, as a fast thumb does. */
function push(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let frames = 0;
        const step = (): void => {
          window.scrollBy(0, 150);
          frames += 1;
          if (frames < 150) requestAnimationFrame(step);
          else resolve();
        };
        requestAnimationFrame(step);
      }),
  );
}

async function type(page: Page): Promise<void> {
  const box = page.getByRole('searchbox', { name: 'Filter' });
  await page.evaluate(() => window.scrollTo(0, 0));
  await box.pressSequentially('numb', { delay: 150 });
  await expect(page.getByText(/^Showing [\d,]+ of/)).toBeVisible({ timeout: 30_000 });
}

for (const { questions, limitMs } of [
  // The goal is 50 ms; the same machine may be four times slower by the hour, so only a fault is stopped here.
  { questions: 10_000, limitMs: 250 },
  { questions: 50_000, limitMs: 500 },
]) {
  test(`a Library of ${questions} more questions answers while it arrives, is pushed and is filtered`, async ({
    browser,
    page,
  }) => {
    test.setTimeout(180_000);
    await openToday(page);
    await addQuestions(page, questions);
    const arrive = await tasksOf(browser, page, async () => {
      await page.goto('/library');
      await page.getByText(/^Showing all/).waitFor({ timeout: 60_000 });
    });
    const pushed = await tasksOf(browser, page, () => push(page));
    const drawn = await page.getByRole('main').getByRole('listitem').count();
    const typed = await tasksOf(browser, page, () => type(page));
    const words = Object.entries({ arrive, pushed, typed })
      .map(([what, tasks]) => `${what}: longest ${tasks.slice(0, 3).map(Math.round).join(', ')} ms`)
      .join('; ');
    test.info().annotations.push({ type: 'measured', description: `${words}; ${drawn} lines drawn` });
    process.stdout.write(`${questions}: ${words}; ${drawn} lines drawn\n`);
    expect(drawn).toBeLessThan(600);
    expect(pushed[0]).toBeLessThanOrEqual(100);
    expect(Math.max(arrive[0] ?? Number.NaN, typed[0] ?? Number.NaN)).toBeLessThanOrEqual(limitMs);
  });
}
