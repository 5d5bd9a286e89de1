import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { untilOfflineReady } from '../support/offline.ts';
import { followUpByKeys } from '../support/mock.ts';
import { openToday, rowsOf } from '../support/stored.ts';
import { beginToSpeak, expect, fillDevice, test } from '../support/voice.ts';

interface Row {
  readonly id: string;
  readonly ms: number;
  readonly bytes: number;
}

const recordings = (page: Page): Promise<Row[]> => rowsOf<Row>(page, 'recordings');

/** Waits until this much of the stretch that is being recorded is stored. */
async function untilStored(page: Page, ms: number, stretches = 1): Promise<void> {
  await expect
    .poll(async () => (await recordings(page)).filter((row) => row.ms >= ms).length, { timeout: 15_000 })
    .toBe(stretches);
}

async function saidOf(page: Page, name: string): Promise<string> {
  return page.locator('dl > div', { hasText: name }).last().locator('dd').innerText();
}

/** Where the player is, in whole seconds. */
async function placeOf(page: Page): Promise<number> {
  const text = (await page.getByRole('slider').getAttribute('aria-valuetext')) ?? '';
  const [, minutes = '', seconds = ''] = /^(\d+):(\d+) of/.exec(text) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

test('an answer is recorded in parts, its numbers are those of the voice, and it plays from any place', async ({
  page,
}) => {
  await openToday(page);
  await beginToSpeak(page);
  await untilStored(page, 11_500);
  const parts = await rowsOf<{ index: number }>(page, 'recordingParts');
  expect(parts.map(({ index }) => index)).toEqual(parts.map((_, index) => index));
  expect(parts.length).toBeGreaterThanOrEqual(3);
  await page.getByRole('button', { name: 'I have said it' }).click();
  await page.getByRole('button', { name: 'Play' }).waitFor();
  // Four syllables a second, wherever in its ten seconds the voice was when the recording began.
  const pace = Number(/about (\d+)/.exec(await saidOf(page, 'Pace'))?.[1]);
  expect(pace).toBeGreaterThan(200);
  expect(pace).toBeLessThan(280);
  expect(await saidOf(page, 'Pauses')).toMatch(/^[12], the longest (?:1\.[6-9]|2\.[0-4]) s$/);
  await page.getByRole('slider').fill('8000');
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => placeOf(page)).toBeGreaterThanOrEqual(9);
  await page.getByRole('button', { name: 'Pause' }).click();
  expect(await placeOf(page)).toBeLessThan(12);
});

test('a reload in the middle keeps what was stored; the answer goes on, and both parts play as one', async ({
  page,
}) => {
  await openToday(page);
  await beginToSpeak(page);
  await untilStored(page, 5500);
  await page.reload();
  await expect(page.getByText(/^0:0[6-9] recorded, /)).toBeVisible();
  const [before] = await recordings(page);
  await page.getByRole('button', { name: 'Record my answers' }).click();
  await page.getByRole('button', { name: 'Start speaking' }).click();
  await untilStored(page, 2500, 2);
  await page.getByRole('button', { name: 'I have said it' }).click();
  await expect(page.getByText(/recorded in 2 parts/)).toBeVisible();
  const rows = await recordings(page);
  expect(rows[0]).toEqual(before);
  // Across the seam: from the last second of the first stretch into the second.
  await page.getByRole('slider').fill(String((before?.ms ?? 0) - 1000));
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => placeOf(page), { timeout: 10_000 }).toBeGreaterThan(Math.ceil((before?.ms ?? 0) / 1000));
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible({ timeout: 15_000 });
  const length = rows.reduce((sum, { ms }) => sum + ms, 0);
  expect(await placeOf(page)).toBe(Math.floor(length / 1000));
});

test('a page that is closed while somebody speaks has lost no stored part', async ({ page, context }) => {
  await openToday(page);
  await beginToSpeak(page);
  await untilStored(page, 2500);
  await page.close();
  const next = await context.newPage();
  await next.goto('/mock/voice');
  await next.getByRole('button', { name: 'Play' }).click();
  await expect(next.getByRole('button', { name: 'Play' })).toBeVisible({ timeout: 15_000 });
  expect(await placeOf(next)).toBeGreaterThanOrEqual(2);
});

test('a full device stops the recording, says so, and keeps all: what was stored, and the rest as soon as there is room', async ({
  page,
}) => {
  await openToday(page);
  await beginToSpeak(page);
  await untilStored(page, 2500);
  const [before] = await recordings(page);
  const free = await fillDevice(page);
  await expect(page.getByText(/This device is full, so the recording has stopped/)).toBeVisible({ timeout: 10_000 });
  expect(await recordings(page)).toEqual([before]);
  await page.getByRole('button', { name: 'Keep the rest' }).click();
  await expect(page.getByText('Still refused. Nothing else is lost.')).toBeVisible();
  await free();
  await page.getByRole('button', { name: 'Keep the rest' }).click();
  await expect(page.getByRole('button', { name: 'Record my answers' })).toBeVisible();
  const [after] = await recordings(page);
  expect(after?.ms).toBeGreaterThan((before?.ms ?? 0) + 2000);
  expect(after?.bytes).toBeGreaterThan(before?.bytes ?? 0);
});

test('one press deletes an answer, another all recordings, and the history stays', async ({ page }) => {
  await openToday(page);
  await beginToSpeak(page);
  await untilStored(page, 2500);
  await page.getByRole('button', { name: 'Delete recording' }).click();
  await expect(page.getByText('The recording of this answer is deleted.').first()).toBeAttached();
  expect(await recordings(page)).toEqual([]);
  expect(await rowsOf(page, 'recordingParts')).toEqual([]);
  await page.reload();
  await beginToSpeak(page);
  await untilStored(page, 2500);
  await page.getByRole('button', { name: 'Stop recording' }).click();
  await page.getByRole('button', { name: 'Delete all recordings' }).click();
  await expect.poll(async () => (await rowsOf(page, 'recordingParts')).length).toBe(0);
  await expect(page.getByRole('button', { name: 'Delete all recordings' })).toHaveCount(0);
});

test('a microphone that is refused is explained, and asked for again on the next press only', async ({ page }) => {
  await page.addInitScript(() => {
    let refusals = 0;
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = (constraints) => {
      refusals += 1;
      Object.assign(globalThis, { asked: refusals });
      return refusals === 1 ? Promise.reject(new DOMException('No', 'NotAllowedError')) : ask(constraints);
    };
  });
  await openToday(page);
  await page.goto('/mock/voice');
  await page.getByRole('button', { name: 'Record my answers' }).waitFor();
  expect(await page.evaluate(() => (globalThis as { asked?: number }).asked)).toBeUndefined();
  await page.getByRole('button', { name: 'Record my answers' }).click();
  await expect(page.getByText(/The browser does not allow the microphone here/)).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(/The microphone is on/)).toBeVisible();
});

test.describe('offline', () => {
  test.use({ offlineCopy: true });

  test('without a network everything is recorded and heard as with one', async ({ page, context }) => {
    await openToday(page);
    await untilOfflineReady(page);
    await context.setOffline(true);
    await beginToSpeak(page);
    await untilStored(page, 2500);
    await page.getByRole('button', { name: 'I have said it' }).click();
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => placeOf(page)).toBeGreaterThanOrEqual(1);
  });
});

test('the sound check has no accessibility violation, before, while and after speaking, in ink and paper', async ({
  page,
}) => {
  await openToday(page);
  await beginToSpeak(page);
  await expectAccessible(page);
  await untilStored(page, 2500);
  await page.getByRole('button', { name: 'I have said it' }).click();
  await page.getByRole('button', { name: 'Play' }).waitFor();
  await expectAccessible(page);
});

interface Finished {
  readonly type: string;
  readonly mock?: {
    readonly answers: readonly {
      readonly voice: { readonly lengthMs: number; readonly pauses: number } | null;
      readonly points: readonly { readonly heard: string; readonly atMs: number | null }[];
    }[];
  };
}

test('a mock records its answer through a reload, is graded while listening, and its report plays what was said', async ({
  page,
}) => {
  test.setTimeout(90_000);
  await openToday(page);
  await page.goto('/mock?format=panel&count=1&draw=same&seed=7');
  await page.getByRole('button', { name: 'Start mock' }).click();
  await page.getByRole('button', { name: 'Record my answers' }).click();
  const question = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('button', { name: 'Start speaking' }).click();
  await untilStored(page, 2500);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(question);
  await expect(page.getByText(/ recorded, /)).toBeVisible();
  await page.getByRole('button', { name: 'Record my answers' }).click();
  await untilStored(page, 2500, 2);
  await page.getByRole('button', { name: 'I have finished' }).click();
  await page.getByRole('button', { name: 'Rather not guess' }).click();
  await followUpByKeys(page);
  await page.getByRole('slider', { name: 'Place in the recording' }).fill('3000');
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => placeOf(page)).toBeGreaterThanOrEqual(4);
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  const jump = page.getByRole('list', { name: 'Ticked while listening' }).getByRole('button');
  await page.getByText('Ticked while listening').click();
  await expect(jump).toHaveCount(1);
  await page.getByRole('slider', { name: 'Place in the recording' }).fill('0');
  await jump.click();
  await expect.poll(() => placeOf(page)).toBeGreaterThanOrEqual(4);
  await page.getByRole('button', { name: 'Score it, go on' }).click();
  await page.getByRole('heading', { name: 'What to do next' }).waitFor();
  const answer = (await rowsOf<Finished>(page, 'events')).at(-1)?.mock?.answers[0];
  expect(answer?.voice?.lengthMs).toBeGreaterThan(5000);
  const said = answer?.points.filter(({ heard }) => heard === 'said') ?? [];
  expect(said).toHaveLength(1);
  expect(said[0]?.atMs).toBeGreaterThan(3500);
  await page.locator('summary', { hasText: question }).click();
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => placeOf(page)).toBeGreaterThanOrEqual(1);
  await page.getByRole('button', { name: 'Delete recording' }).click();
  await expect(page.getByRole('button', { name: 'Play' })).toHaveCount(0);
  expect(await rowsOf(page, 'recordingParts')).toEqual([]);
});
