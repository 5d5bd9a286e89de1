/** An interview from the job description to the day after it, in a real browser with its workers. */
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/browser.ts';
import { openToday, rowsOf } from '../support/stored.ts';

const JOB = `Senior Backend Engineer
Six years of experience or more with PostgreSQL, REST API design, webhooks and TypeScript. Kafka is a plus.`;
const DAY_MS = 86_400_000;
/** Until then the night belongs to the day before. */
const ROLLOVER_MS = 4 * 3_600_000;

interface EventRow {
  readonly type: string;
  readonly item: string;
  readonly guess?: string;
}

/** The date so many study days from now. */
const isoIn = (days: number): string => new Date(Date.now() - ROLLOVER_MS + days * DAY_MS).toISOString().slice(0, 10);

/** Writes an interview down from a job description; ends on its page. */
async function prepare(page: Page, days = 14): Promise<void> {
  await page.goto('/plan/new');
  await page.getByLabel('Job description').fill(JOB);
  await page.getByRole('button', { name: 'Find its topics' }).click();
  await page.getByRole('button', { name: 'Use these topics' }).click();
  await page.getByLabel('Date').fill(isoIn(days));
  await page.getByLabel('Company').fill('Harbour');
  await page.getByLabel('Role').fill('Backend engineer');
  await page.getByRole('button', { name: 'Save interview' }).click();
  await page.getByRole('heading', { level: 1, name: 'Backend engineer at Harbour' }).waitFor();
}

async function answer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show answer' }).click();
  await page.getByRole('checkbox').first().check();
  // Taps right after the answer is shown are not counted.
  await page.waitForTimeout(700);
  await page.getByRole('button', { name: /^Good/u }).click();
}

test('a job description becomes a plan; the day follows it, and readiness is told with range and evidence', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openToday(page);
  await prepare(page);
  await expect(page.getByText(/^Nothing is known yet of its [\d,]+ points/u)).toBeVisible();
  await expect(page.getByText(/minutes a day you would recall \d+%/u)).toBeVisible();

  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByText('in 14 days')).toBeVisible();
  const [plan] = (await rowsOf<{ key: string; value: { cards: string[] } }>(page, 'local')).filter(
    ({ key }) => key === 'dayPlan',
  );
  await expect(
    page.getByRole('heading', { name: new RegExp(`^${plan?.value.cards.length} cards, about`, 'u') }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Start review' }).click();
  await answer(page);
  await answer(page);
  await expect.poll(async () => (await rowsOf<EventRow>(page, 'events')).length).toBe(2);
  const asked = (await rowsOf<EventRow>(page, 'events')).map(({ item }) => item);
  expect(plan?.value.cards).toEqual(expect.arrayContaining(asked));

  await page.goto('/');
  await expect(page.getByText(/^If it were today you would say about \d+% of what is expected/u)).toBeVisible();
  await expect(page.getByText(/^Based on \d+ of [\d,]+ points\.$/u)).toBeVisible();
});

test('the interview’s pages have no accessibility violation', async ({ page }) => {
  test.setTimeout(120_000);
  await openToday(page);
  await page.goto('/plan');
  await page.getByRole('heading', { name: 'No interview yet' }).waitFor();
  await expectAccessible(page);
  await page.goto('/plan/new');
  await page.getByLabel('Job description').fill(JOB);
  await page.getByRole('button', { name: 'Find its topics' }).click();
  await page.getByRole('button', { name: 'Use these topics' }).click();
  await page.locator('summary').filter({ hasText: 'API design' }).click();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save interview' }).click();
  await page.getByText(/minutes a day you would recall/u).waitFor();
  await expectAccessible(page);
});

test('on the day of the interview nothing new is asked, and afterwards what was asked is told', async ({ page }) => {
  await openToday(page);
  await prepare(page, 1);
  await page.goto('/review');
  await answer(page);
  await page.clock.setSystemTime(Date.now() + DAY_MS);
  await page.goto('/');
  await expect(page.getByText('today', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Warm up, 20 minutes' }).click();
  await expect(page.getByRole('button', { name: /^(?:Show|Next)$/u })).toBeVisible();
  const before = (await rowsOf<EventRow>(page, 'events')).length;
  for (let step = 0; step < 40 && !(await page.getByRole('heading', { name: 'You are warm' }).isVisible()); step += 1) {
    await page.getByRole('button', { name: /^(?:Show|Next)$/u }).click();
  }
  await expect(page.getByRole('heading', { name: 'You are warm' })).toBeVisible();
  expect((await rowsOf<EventRow>(page, 'events')).length).toBe(before);

  await page.clock.setSystemTime(Date.now() + 2 * DAY_MS);
  await page.goto('/');
  await page.getByRole('link', { name: 'Tell what was asked' }).click();
  await page.getByLabel('What was asked').fill('verify that a webhook is authentic');
  await page.getByRole('group', { name: 'Is it one of these?' }).getByRole('button').first().click();
  await page.getByRole('radio', { name: 'Badly' }).check({ force: true });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Keep this question' }).click();
  await expect(page.getByRole('heading', { name: 'Told so far' })).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Start review' })).toBeVisible();
});

test('a guess before the answer goes into the log', async ({ page }) => {
  await openToday(page);
  await page.goto('/settings');
  await page.getByRole('switch', { name: 'Guess before the answer' }).click();
  await expect(page.getByText('Saved on this device').first()).toBeVisible();
  await page.goto('/review');
  await page.getByRole('button', { name: 'Think so' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Think so' }).click();
  await page.waitForTimeout(700);
  await page.getByRole('button', { name: /^Again/u }).click();
  await expect.poll(async () => (await rowsOf<EventRow>(page, 'events')).map(({ guess }) => guess)).toEqual(['unsure']);
});
