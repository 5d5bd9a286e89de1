/** Two paths in a real browser: started, feeding Today, paused, left; and a milestone shown in a mock. */
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/browser.ts';
import { answerByKeys } from '../support/mock.ts';
import { openToday, rowsOf } from '../support/stored.ts';

interface Row {
  readonly key: string;
  readonly value: unknown;
}

const DEVOPS = /^DevOps and cloud/u;
const SECURITY = /^Security/u;

/** The new cards in the order of the followed paths. */
async function newOrder(page: Page): Promise<string[]> {
  const row = (await rowsOf<Row>(page, 'local')).find(({ key }) => key === 'newOrder');
  return (row?.value ?? []) as string[];
}

async function openPath(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('link', { name: 'Paths', exact: true }).first().click();
  await page.getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

async function start(page: Page, name: RegExp): Promise<void> {
  await openPath(page, name);
  await page.getByRole('button', { name: 'Start this path' }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
}

test('two started paths take turns in Today’s review; a paused one and one that was left feed nothing', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openToday(page);
  await start(page, DEVOPS);
  const first = await newOrder(page);
  await start(page, SECURITY);
  await expect.poll(async () => (await newOrder(page))[0]).toBe(first[0]);
  const both = await newOrder(page);
  expect(both[2]).toBe(first[1]);
  expect(first).not.toContain(both[1]);

  await page.reload();
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByText(DEVOPS)).toBeVisible();
  await page.getByRole('button', { name: 'Start review' }).click();
  await page.getByRole('button', { name: 'Show answer' }).click();
  await page.getByRole('checkbox').first().check();
  // Taps right after the answer is shown are not counted.
  await page.waitForTimeout(700);
  await page.getByRole('button', { name: /^Good/u }).click();
  await expect.poll(async () => (await rowsOf<{ item: string }>(page, 'events'))[0]?.item).toBe(first[0]);

  await page.goto('/');
  await openPath(page, DEVOPS);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Go on with this path' }).waitFor();
  await expect.poll(async () => (await newOrder(page))[0]).toBe(both[1]);
  expect(await newOrder(page)).not.toContain(first[1]);
  await openPath(page, SECURITY);
  await page.getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('button', { name: 'Start this path' }).waitFor();
  await expect.poll(() => newOrder(page)).toEqual([]);
});

test('a milestone is shown in a mock of its stage, and the pages have no accessibility violation', async ({ page }) => {
  await openToday(page);
  await start(page, DEVOPS);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByRole('link', { name: 'Show it in a mock of 3 questions' }).first().click();
  await page.getByRole('button', { name: 'Start mock' }).click();
  for (let asked = 0; asked < 3; asked += 1) {
    await page.getByRole('button', { name: 'Start speaking' }).waitFor();
    await answerByKeys(page);
    for (const key of ['1', '2', '3', '4', '5', '6', '7', '8', '9']) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('heading', { name: 'What to do next' }).waitFor();
  await openPath(page, DEVOPS);
  await expect(page.getByText(/^Shown: \d+% in a mock on /u)).toBeVisible();
  await expect(page.getByText('Milestone reached')).toHaveCount(1);
  await expect(page.getByText(/^1 of \d+ milestones reached\.$/u)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Paths', exact: true }).first().click();
  await page.getByText('Today follows this path').waitFor();
  await expectAccessible(page);
});
