/** Whole mocks in a real browser: a panel and a ladder, left in the middle and gone on with, and what reached the log. */
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { answerByKeys, finished, followUpByKeys, start } from '../support/mock.ts';
import { openToday, rowsOf } from '../support/stored.ts';
import { expect, placeOf, test, untilStored } from '../support/voice.ts';

async function expectNothingCutOff(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBeLessThanOrEqual(0);
}

interface Voiced {
  readonly mock?: {
    readonly answers: readonly {
      readonly voice: { readonly lengthMs: number } | null;
      readonly points: readonly { readonly heard: string; readonly atMs: number | null }[];
    }[];
  };
}

/** Grades while listening: the first point is stamped, and its stamp can be jumped to. */
async function tickWhileListening(page: Page): Promise<void> {
  const place = page.getByRole('slider', { name: 'Place in the recording' });
  await place.fill('1500');
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => placeOf(page)).toBeGreaterThanOrEqual(2);
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await page.getByText('Ticked while listening').click();
  await place.fill('0');
  await page.getByRole('list', { name: 'Ticked while listening' }).getByRole('button').click();
  await expect.poll(() => placeOf(page)).toBeGreaterThanOrEqual(1);
}

/** What a panel of which one question was graded as missed, one as said and one was skipped leaves in the log. */
function expectLogged({ events, mock }: Awaited<ReturnType<typeof finished>>): void {
  const [event, second] = events;
  const [first] = mock.answers;
  expect(events.map(({ type, source }) => source ?? type)).toEqual(['mock', 'mock', 'mockFinished']);
  expect(mock.answers.map(({ outcome }) => outcome)).toEqual(['graded', 'graded', 'skipped']);
  expect(first?.speakMs).toBeGreaterThan(2000);
  expect(first?.followUps.map(({ tookMs }) => tookMs > 0)).toEqual([true, true]);
  expect(mock.answers.map(({ event }) => event)).toEqual([event?.id, second?.id, null]);
  expect(event).toMatchObject({ item: first?.item, grade: 1 });
  const missed = event?.points?.filter(({ hit, due }) => !hit && due !== null) ?? [];
  expect(missed.map(({ due }) => due)).toEqual(missed.map(() => ({ kind: 'days', days: 1 })));
  expect(missed.length).toBeGreaterThan(0);
}

/** The voice of the first answer, and the place of its one tick. */
async function expectStamped(page: Page): Promise<void> {
  const spoken = (await rowsOf<Voiced>(page, 'events')).at(-1)?.mock?.answers[0];
  expect(spoken?.voice?.lengthMs).toBeGreaterThan(2500);
  const said = spoken?.points.filter(({ atMs }) => atMs !== null) ?? [];
  expect(said).toHaveLength(1);
  expect(said[0]?.atMs).toBeGreaterThan(1400);
}

test('a whole panel, recorded, left and come back to in the middle of an answer and of its grading, and heard again in its report', async ({
  page,
}) => {
  await openToday(page);
  await start(page, 'format=panel&count=3&topics=sql&seed=browser');
  const first = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await page.getByRole('button', { name: 'Record my answers' }).click();
  await page.getByText('The microphone is on.').waitFor();
  await page.keyboard.press('Space');
  await untilStored(page, 2500);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first);
  await expect(page.getByRole('timer', { name: 'Question clock' })).toContainText(/0:0[2-9]/u);
  await expect(page.getByText(/ recorded, /u)).toBeVisible();
  await expect(page.getByText(/^The microphone is on again/u).first()).toBeVisible();
  await untilStored(page, 1, 2);
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Keep this guess' }).waitFor();
  await page.keyboard.press('Enter');
  await followUpByKeys(page);
  await page.getByRole('button', { name: 'None of these was said, go on' }).waitFor();
  await tickWhileListening(page);
  await page.reload();
  await expect(page.getByRole('checkbox').first()).toBeChecked();
  await page.keyboard.press('Enter');
  await answerByKeys(page);
  for (const key of ['1', '2', '3', '4', '5', '6', '7', '8', '9']) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Start speaking' }).waitFor();
  await page.keyboard.press('s');
  expectLogged(await finished(page));
  await expectStamped(page);
  await page.reload();
  await page.locator('summary', { hasText: first }).click();
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => placeOf(page)).toBeGreaterThanOrEqual(1);
  await page.getByRole('button', { name: 'Delete recording' }).click();
  await expect(page.getByRole('button', { name: 'Play' })).toHaveCount(0);
  // What was recorded of the answers after it, without another press, is not touched by this.
  const left = await rowsOf<{ readonly id: string; readonly answer: string }>(page, 'recordings');
  expect(left.map(({ answer }) => answer)).not.toContain('0');
  const parts = await rowsOf<{ readonly recording: string }>(page, 'recordingParts');
  expect(parts.every(({ recording }) => left.some(({ id }) => id === recording))).toBe(true);
  expect(await rowsOf(page, 'events')).toHaveLength(3);
});

/** No violation in two themes, and nothing beyond the edge of a small phone. */
async function expectSound(page: Page): Promise<void> {
  await expectNothingCutOff(page);
  await expectAccessible(page);
}

async function unfold(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((folds: HTMLDetailsElement[]) => {
    for (const fold of folds) fold.open = true;
  });
}

/** Climbs the first rung with everything said, and looks at every screen on the way. */
async function climbAndLook(page: Page): Promise<void> {
  await expectSound(page);
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'I have finished' }).waitFor();
  await expectSound(page);
  await page.keyboard.press('Space');
  await page.getByRole('heading', { name: 'How much of what counts did you say?' }).waitFor();
  await expectSound(page);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Which of these did you speak to?' }).waitFor();
  for (const prompt of await page.getByRole('checkbox').all()) await prompt.check();
  await expectSound(page);
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await page.getByText(/^Follow-up 1 of 2/u).waitFor();
  const asked = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(asked);
  await page.getByText(/^Follow-up 1 of 2/u).waitFor();
  await page.keyboard.press('Space');
  await page.getByText(/^Follow-up 2 of 2/u).waitFor();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Score it, go on' }).waitFor();
  await unfold(page);
  await expectSound(page);
  await page.getByRole('button', { name: 'End mock' }).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Score it, go on' }).click();
}

/** A rung on which nothing was said. */
async function fall(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start speaking' }).waitFor();
  await answerByKeys(page);
  await page.getByRole('button', { name: 'None of these was said, go on' }).click();
}

test('a whole ladder on a small phone: it climbs, asks follow-ups, survives a reload in one, stops after two failed rungs, and no screen of it has an accessibility violation', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 320, height: 640 });
  await openToday(page);
  await page.goto('/mock?format=ladder&count=1&topics=sql&seed=ladder');
  await page.getByRole('button', { name: 'Start mock' }).waitFor();
  await unfold(page);
  await expectSound(page);
  await start(page, 'format=ladder&count=1&topics=sql&seed=ladder');
  await expect(page.getByText('foundational')).toBeVisible();
  await climbAndLook(page);
  await expect(page.getByText('mid', { exact: true })).toBeVisible();
  await fall(page);
  await fall(page);
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
  await unfold(page);
  await expectSound(page);
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
  // Whoever is back within a second was not away.
  await other.waitForTimeout(1000);
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

test('causes are chosen and shown without a violation, and nothing of them is cut off on 320 pixels', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openToday(page);
  await start(page, 'format=cause&count=1&seed=narrow');
  await expectNothingCutOff(page);
  await page.getByRole('button', { name: 'Start speaking' }).click();
  await page.getByRole('button', { name: 'I have finished' }).click();
  await page.getByRole('radio').first().check();
  await expectSound(page);
  await page.getByRole('button', { name: 'Take this one' }).click();
  await page.getByRole('button', { name: 'Score it, go on' }).waitFor();
  await expectSound(page);
  await page.getByRole('button', { name: 'Score it, go on' }).click();
  await finished(page);
  await expectNothingCutOff(page);
});

test('a double click begins an answer and does not end it; a link of one long word stays on a small phone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openToday(page);
  await start(page, 'format=panel&count=2&topics=sql&seed=browser');
  await page.waitForTimeout(700);
  await page.getByRole('button', { name: 'Start speaking' }).dblclick();
  await page.waitForTimeout(300);
  await expect(page.getByRole('button', { name: 'I have finished' })).toBeVisible();
  await page.getByRole('button', { name: 'I have finished' }).click();
  await expect(page.getByRole('button', { name: 'Keep this guess' })).toBeVisible();
  for (const place of ['/mock', '/mock/partner']) {
    await page.goto(`${place}?topics=${'x'.repeat(150)},sql&count=2&seed=1`);
    await page.getByText(/Your bank has no topic/u).waitFor();
    await expectNothingCutOff(page);
  }
});
