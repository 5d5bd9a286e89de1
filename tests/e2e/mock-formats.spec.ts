/** The formats of a mock that have a way of their own, each from its start to its report. */
import { expect, test } from '../support/browser.ts';
import { finished, start } from '../support/mock.ts';
import { openToday } from '../support/stored.ts';

test('rapid fire: no question has more than a minute, and one that is skipped counts as nothing', async ({ page }) => {
  await openToday(page);
  await start(page, 'format=rapid&count=2&seed=rapid');
  await page.keyboard.press('Space');
  await expect(page.getByRole('timer', { name: 'Question clock' })).toContainText(/ of 1:00$/u);
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Keep this guess' }).click();
  for (const point of await page.getByRole('checkbox').all()) await point.check();
  await page.getByRole('button', { name: 'Score it, go on' }).click();
  await page.getByRole('button', { name: 'Start speaking' }).waitFor();
  await page.keyboard.press('s');
  const { mock } = await finished(page);
  expect(mock.answers.map(({ outcome }) => outcome)).toEqual(['graded', 'skipped']);
  await expect(page.getByRole('heading', { level: 1, name: '50 %' })).toBeVisible();
});

test('a deep dive: its phases follow each other, and a reload comes back to the one that runs', async ({ page }) => {
  await openToday(page);
  await start(page, 'format=deep&count=1&seed=deep');
  await page.keyboard.press('Space');
  const phases = page.getByRole('list', { name: 'Phases' }).getByRole('listitem');
  await expect(phases.first()).toHaveAttribute('aria-current', 'step');
  await page.getByRole('button', { name: /^On to:/u }).click();
  await expect(phases.nth(1)).toHaveAttribute('aria-current', 'step');
  await page.reload();
  await expect(phases.nth(1)).toHaveAttribute('aria-current', 'step');
  const count = await phases.count();
  for (let at = 2; at < count; at += 1) {
    await page.getByRole('button', { name: /^On to:/u }).click();
    await expect(phases.nth(at)).toHaveAttribute('aria-current', 'step');
  }
  await expect(page.getByRole('button', { name: /^On to:/u })).toBeHidden();
  await page.getByRole('button', { name: 'End mock' }).click();
  await page.getByRole('button', { name: 'End it now' }).click();
  await page.getByRole('button', { name: /go on$/u }).click();
  const { mock } = await finished(page);
  expect(mock.answers.map(({ outcome }) => outcome)).toEqual(['graded']);
});

test('behavioural: the four parts of a story stand by while it is told, and a pause is owned up to', async ({
  page,
}) => {
  await openToday(page);
  await start(page, 'format=behavioural&count=1&seed=story');
  await page.keyboard.press('Space');
  for (const part of ['Situation', 'Task', 'Action', 'Result']) {
    await expect(page.getByRole('term').filter({ hasText: part })).toBeVisible();
  }
  await page.keyboard.press('p');
  await expect(page.getByText('Paused. The clock stands still')).toBeVisible();
  await page.reload();
  await page.getByText('Paused. The clock stands still').waitFor();
  await page.keyboard.press('p');
  await page.getByRole('button', { name: 'I have finished' }).click();
  await page.getByRole('button', { name: 'Rather not guess' }).click();
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Score it, go on' }).click();
  const { mock } = await finished(page);
  expect(mock.answers.map(({ outcome }) => outcome)).toEqual(['graded']);
  expect(mock.pauses.length).toBeGreaterThan(0);
  await expect(page.getByText('1 pause', { exact: true })).toBeVisible();
});
