import { expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/browser.ts';
import { openToday } from '../support/stored.ts';

test('a story is stored as it is written, says what it lacks, comes back after it was removed, and stands beside its question in a mock', async ({
  page,
}) => {
  await openToday(page);
  await page.goto('/mock/stories');
  await page.getByRole('button', { name: 'Write a story' }).click();
  await page.getByLabel('Name').fill('The cent that was lost');
  await page.getByLabel('Action').fill('We looked at all invoices.');
  await page.getByLabel('Result').fill('The audit went well.');
  await expect(page.getByText('The action says “we” and never “I”. What was your own part?')).toBeVisible();
  await expect(page.getByText(/The result has no number/)).toBeVisible();
  await page.getByText('Questions that it answers').click();
  await page.getByRole('checkbox', { name: /pull requests are easy to review/ }).check();
  await page.getByLabel('Result').fill('37 invoices were right on Friday.');
  // Left at once: what was typed is stored on the way.
  await page.getByRole('link', { name: 'Your stories' }).click();
  await page.getByRole('link', { name: /The cent that was lost/ }).click();
  await expect(page.getByLabel('Result')).toHaveValue('37 invoices were right on Friday.');
  await expect(page.getByText(/The result has no number/)).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove this story' }).click();
  await expect(page.getByText('No story yet')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: /The cent that was lost/ })).toBeVisible();
  await page.goto('/mock?items=pr-easy-to-review&format=behavioural');
  await page.getByRole('button', { name: 'Start mock' }).click();
  await page.getByText('The cent that was lost').click();
  await expect(page.getByText('37 invoices were right on Friday.')).toBeVisible();
});
