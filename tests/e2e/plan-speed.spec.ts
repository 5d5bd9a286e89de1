/**
 * The plan to an interview's date with ten thousand more questions: whether the page can answer while the plan, its verdict and
 * the readiness are worked out. The processor's time for each task of the main thread, which other work on the machine hardly changes.
 */
import { addQuestions } from '../support/many-items.ts';
import { expect, test } from '../support/browser.ts';
import { openPage, openToday } from '../support/stored.ts';
import { tasksOf } from '../support/tasks.ts';

const QUESTIONS = 10_000;
/** The goal is 50 ms; the same machine may be four times slower by the hour, so only a fault is stopped here. */
const LIMIT_MS = 250;

test(`a page answers while an interview over ${QUESTIONS} more questions is planned`, async ({ browser, page }) => {
  test.setTimeout(180_000);
  await openToday(page);
  await addQuestions(page, QUESTIONS);
  await openPage(page, '/plan/new');
  await page.getByLabel('Date').fill(new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10));
  await page.getByLabel('Company').fill('Harbour');
  await page.getByLabel('Role').fill('Engineer');
  const planned = await tasksOf(browser, page, async () => {
    await page.getByRole('button', { name: 'Save interview' }).click();
    await page.getByText(/minutes a day you would recall \d+%/u).waitFor({ timeout: 60_000 });
  });
  const today = await tasksOf(browser, page, async () => {
    await page.getByRole('link', { name: 'Today' }).click();
    await page.getByRole('heading', { name: /^[\d,]+ cards, about/u }).waitFor({ timeout: 60_000 });
    await page.waitForTimeout(2000);
  });
  const words = Object.entries({ planned, today })
    .map(
      ([what, [first = 0, second = 0, third = 0]]) =>
        `${what}: longest ${[first, second, third].map(Math.round).join(', ')} ms`,
    )
    .join('; ');
  console.log(words);
  for (const [longest = Number.NaN] of [planned, today]) expect(longest, words).toBeLessThanOrEqual(LIMIT_MS);
});
