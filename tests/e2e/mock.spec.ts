/** Whole mocks in a real browser: a panel and a ladder, left in the middle and gone on with, and what reached the log. */
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { answerByKeys, finished, followUpByKeys, speakByKeys, start } from '../support/mock.ts';
import { openToday, rowsOf } from '../support/stored.ts';
import { expect, test } from '../support/voice.ts';

async function expectNothingCutOff(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBeLessThanOrEqual(0);
}

test('a whole panel by keyboard alone, left and come back to in the middle of an answer', async ({ page }) => {
  await openToday(page);
  await start(page, 'format=panel&count=3&topics=sql&seed=browser');
  const first = await page.getByRole('heading', { level: 1 }).textContent();
  await page.getByRole('button', { name: 'Record my answers' }).click();
  await page.getByText('The microphone is on.').waitFor();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'I have finished' }).waitFor();
  const recorded = async (): Promise<number> => (await rowsOf<{ ms: number }>(page, 'recordings'))[0]?.ms ?? 0;
  await expect.poll(recorded, { timeout: 15_000 }).toBeGreaterThan(2500);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first ?? '');
  const clock = page.getByRole('timer', { name: 'Question clock' });
  await expect(clock).toContainText(/0:0[2-9]/u);
  await page.getByRole('button', { name: 'I have finished' }).waitFor();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Keep this guess' }).waitFor();
  await page.keyboard.press('Enter');
  await followUpByKeys(page);
  await page.getByRole('button', { name: 'None of these was said, go on' }).waitFor();
  await page.getByRole('button', { name: 'Play' }).waitFor();
  await page.keyboard.press('1');
  await expect(page.getByRole('checkbox').first()).toBeChecked();
  await page.reload();
  await expect(page.getByRole('checkbox').first()).toBeChecked();
  await page.keyboard.press('Enter');
  await answerByKeys(page);
  await page.getByRole('button', { name: /None of these/u }).waitFor();
  for (const key of ['1', '2', '3', '4', '5', '6', '7', '8', '9']) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Start speaking' }).waitFor();
  await page.keyboard.press('s');
  const { events, mock } = await finished(page);
  expect(events.map(({ type, source }) => source ?? type)).toEqual(['mock', 'mock', 'mockFinished']);
  expect(mock.answers.map(({ outcome }) => outcome)).toEqual(['graded', 'graded', 'skipped']);
  expect(mock.answers[0]?.speakMs).toBeGreaterThan(2000);
  expect(mock.answers.map(({ event }) => event)).toEqual([events[0]?.id, events[1]?.id, null]);
  expect(events[0]).toMatchObject({ item: mock.answers[0]?.item, grade: 1 });
  const missed = events[0]?.points?.filter(({ hit, due }) => !hit && due !== null) ?? [];
  expect(missed.map(({ due }) => due)).toEqual(missed.map(() => ({ kind: 'days', days: 1 })));
  expect(missed.length).toBeGreaterThan(0);
  await page.reload();
  await page.getByRole('heading', { name: 'What to do next' }).waitFor();
  expect(await rowsOf(page, 'events')).toHaveLength(3);
});

/** Says that all prompts were spoken to, or none, and goes through the follow-ups. */
async function climbOne(page: Page, able: boolean, inTheMiddle?: () => Promise<void>): Promise<void> {
  await speakByKeys(page);
  await page.getByRole('heading', { name: 'Which of these did you speak to?' }).waitFor();
  const prompts = page.getByRole('checkbox');
  if (able) for (const prompt of await prompts.all()) await prompt.check();
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  const score = page.getByRole('button', { name: /(?:Score it|None of these was said), go on/u });
  const probe = page.getByText(/^Follow-up \d of \d/u);
  await expect(score.or(probe).first()).toBeVisible();
  if (inTheMiddle) await inTheMiddle();
  while (await probe.isVisible()) {
    const words = await probe.textContent();
    await page.getByRole('button', { name: 'I have finished' }).click();
    await expect(page.getByText(words ?? '', { exact: true })).toBeHidden();
  }
  await score.click();
}

test('a whole ladder: it climbs, asks follow-ups, survives a reload in one, and stops after two failed rungs', async ({
  page,
}) => {
  await openToday(page);
  await start(page, 'format=ladder&count=1&topics=sql&seed=ladder');
  await expect(page.getByText('foundational')).toBeVisible();
  await climbOne(page, true, async () => {
    const asked = await page.getByRole('heading', { level: 1 }).textContent();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(asked ?? '');
    await expect(page.getByText(/^Follow-up 1 of/u)).toBeVisible();
  });
  await page.getByRole('button', { name: 'Start speaking' }).waitFor();
  await expect(page.getByText('mid', { exact: true })).toBeVisible();
  await climbOne(page, false);
  await page.getByRole('button', { name: 'Start speaking' }).waitFor();
  await climbOne(page, false);
  const { events, mock } = await finished(page);
  expect(mock.answers[0]).toMatchObject({ tier: 'foundational', outcome: 'graded' });
  expect(mock.answers[0]?.followUps.every(({ tookMs }) => tookMs > 0)).toBe(true);
  expect(mock.answers).toHaveLength(3);
  expect(events.filter(({ source }) => source === 'mock').map(({ item, grade }) => [item, grade])).toEqual([
    [mock.answers[0]?.item, expect.any(Number)],
    [mock.answers[1]?.item, 1],
    [mock.answers[2]?.item, 1],
  ]);
  const ceilings = page.locator('section', { has: page.getByRole('heading', { name: 'Ceilings' }) });
  await expect(ceilings.getByText('foundational', { exact: true })).toBeVisible();
  await expect(ceilings.getByRole('link', { name: /failed/u })).toHaveCount(2);
});

test('a page that is killed leaves the mock where it was, the absence is told, and another tab can take it over', async ({
  page,
  context,
}) => {
  await openToday(page);
  await start(page, 'format=panel&count=2&seed=killed');
  const title = await page.getByRole('heading', { level: 1 }).textContent();
  // Closed in the very moment of the press.
  await page.evaluate(() => {
    document.querySelector<HTMLButtonElement>('[data-stage] [aria-keyshortcuts~="Space"]')?.click();
  });
  await page.close({ runBeforeUnload: false });
  const other = await context.newPage();
  await other.waitForTimeout(1500);
  await other.goto('/mock');
  await other.getByRole('link', { name: 'Go on with it' }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(title ?? '');
  await expect(other.getByRole('button', { name: 'I have finished' })).toBeVisible();
  const third = await context.newPage();
  await third.goto('/mock/run');
  await expect(third.getByRole('heading', { level: 1 })).toHaveText(title ?? '');
  await expect(other.getByRole('heading', { name: 'This mock goes on in another tab' })).toBeVisible();
  await third.getByRole('button', { name: 'End mock' }).click();
  await third.getByRole('button', { name: 'End it now' }).click();
  await third.getByRole('button', { name: /go on$/u }).click();
  const { mock } = await finished(third);
  expect(mock.answers).toHaveLength(1);
  expect(mock.pauses.map(({ kind }) => kind)).toContain('away');
});

test('one link gives two people the same interview, whatever they have learnt', async ({ page, browser, baseURL }) => {
  const link = '/mock?format=panel&count=4&seed=shared&draw=same&grading=end';
  const asked = async (at: Page): Promise<string[]> => {
    await start(at, link.slice('/mock?'.length));
    const titles: string[] = [];
    for (let place = 0; place < 4; place += 1) {
      titles.push((await at.getByRole('heading', { level: 1 }).textContent()) ?? '');
      await at.keyboard.press('s');
      await expect(at.getByText(titles[place] ?? '', { exact: true }).filter({ visible: true })).toHaveCount(
        place === 3 ? 1 : 0,
      );
    }
    return titles;
  };
  await openToday(page);
  const mine = await asked(page);
  expect(new Set(mine).size).toBe(4);
  // The second person has just had these very questions in another mock.
  await page.goto('/mock');
  const again = await asked(page);
  const context = await browser.newContext({ ...(baseURL !== undefined && { baseURL }) });
  const theirs = await context.newPage();
  await openToday(theirs);
  expect(again).toEqual(mine);
  expect(await asked(theirs)).toEqual(mine);
  await context.close();
});

test('a mock that is taken back leaves no trace in the cards', async ({ page }) => {
  await openToday(page);
  const due = async (): Promise<unknown[]> => {
    const cards = await rowsOf<{ id: string; queue: string }>(page, 'cards');
    return cards.filter(({ id }) => !id.startsWith('mock:')).map(({ id, queue }) => [id, queue]);
  };
  const before = await due();
  await start(page, 'format=panel&count=1&seed=back');
  await answerByKeys(page);
  await page.getByRole('button', { name: /None of these/u }).click();
  await finished(page);
  expect(await due()).not.toEqual(before);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Take this mock back' }).click();
  await page.getByRole('button', { name: 'Take it back', exact: true }).click();
  await expect(page).toHaveURL(/\/mock$/u);
  expect(await due()).toEqual(before);
});

test('no screen of a mock has an accessibility violation in any theme', async ({ page }) => {
  test.setTimeout(180_000);
  await openToday(page);
  await page.goto('/mock?format=ladder&count=1&topics=sql&seed=axe');
  for (const fold of await page.locator('details > summary').all()) await fold.click();
  await expectAccessible(page);
  await start(page, 'format=ladder&count=1&topics=sql&seed=axe');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Start speaking' }).click();
  await page.getByRole('button', { name: 'I have finished' }).waitFor();
  await expectAccessible(page, ['ink', 'contrast-light']);
  await page.getByRole('button', { name: 'I have finished' }).click();
  await page.getByRole('heading', { name: 'How much of what counts did you say?' }).waitFor();
  await expectAccessible(page, ['ink', 'paper']);
  await page.getByRole('button', { name: 'Keep this guess' }).click();
  await page.getByRole('checkbox').first().check();
  await expectAccessible(page, ['ink', 'paper']);
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  const score = page.getByRole('button', { name: /go on$/u });
  while (!(await score.isVisible())) {
    await page.getByRole('button', { name: 'I have finished' }).click();
    await page.waitForTimeout(200);
  }
  for (const fold of await page.locator('details > summary').all()) await fold.click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'End mock' }).click();
  await expectAccessible(page, ['ink', 'paper']);
  await page.getByRole('button', { name: 'End it now' }).click();
  await score.click();
  await finished(page);
  for (const fold of await page.locator('details > summary').all()) await fold.click();
  await expectAccessible(page);
});

test('causes are chosen and shown without a violation, and nothing of a mock is cut off on 320 pixels', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 320, height: 640 });
  await openToday(page);
  await page.goto('/mock');
  await page.getByRole('button', { name: 'Start mock' }).waitFor();
  await expectNothingCutOff(page);
  await start(page, 'format=cause&count=1&seed=narrow');
  await expectNothingCutOff(page);
  await page.getByRole('button', { name: 'Start speaking' }).click();
  await page.getByRole('button', { name: 'I have finished' }).click();
  await page.getByRole('radio').first().check();
  await expectNothingCutOff(page);
  await expectAccessible(page, ['ink', 'paper']);
  await page.getByRole('button', { name: 'Take this one' }).click();
  await page.getByRole('button', { name: 'Score it, go on' }).waitFor();
  await expectNothingCutOff(page);
  await expectAccessible(page, ['ink', 'paper']);
  await page.getByRole('button', { name: 'Score it, go on' }).click();
  const { events } = await finished(page);
  expect(events.map(({ type }) => type)).toEqual(['mockFinished']);
  await expectNothingCutOff(page);
  await start(page, 'format=panel&count=1&seed=narrow');
  await answerByKeys(page);
  await page.getByRole('button', { name: /None of these/u }).waitFor();
  await page.getByText('Judge it as an interviewer').click();
  await expectNothingCutOff(page);
});
