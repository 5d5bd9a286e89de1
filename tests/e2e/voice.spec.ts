import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { untilOfflineReady } from '../support/offline.ts';
import { openToday, rowsOf } from '../support/stored.ts';
import { beginToSpeak, expect, fillDevice, placeOf, recordings, test, untilStored } from '../support/voice.ts';

async function saidOf(page: Page, name: string): Promise<string> {
  return page.locator('dl > div', { hasText: name }).last().locator('dd').innerText();
}

test('an answer is recorded in parts, its numbers are those of the voice, it plays from any place, and no violation is on screen before, while and after', async ({
  page,
}) => {
  await openToday(page);
  await beginToSpeak(page);
  await expectAccessible(page);
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
  await expectAccessible(page);
});

test.describe('offline', () => {
  test.use({ offlineCopy: true });

  test('without a network, and with the page closed in the middle, nothing that was stored is lost; the answer goes on, and both parts play as one', async ({
    page,
    context,
  }) => {
    await openToday(page);
    await untilOfflineReady(page);
    await context.setOffline(true);
    await beginToSpeak(page);
    await untilStored(page, 2500);
    await page.close();
    const next = await context.newPage();
    await next.goto('/mock/voice');
    await expect(next.getByText(/^0:0[2-9] recorded, /)).toBeVisible();
    const [before] = await recordings(next);
    await next.getByRole('button', { name: 'Record my answers' }).click();
    await next.getByRole('button', { name: 'Start speaking' }).click();
    await untilStored(next, 2500, 2);
    await next.getByRole('button', { name: 'I have said it' }).click();
    await expect(next.getByText(/recorded in 2 parts/)).toBeVisible();
    const rows = await recordings(next);
    expect(rows[0]).toEqual(before);
    // Across the seam: from the last second of the first stretch to the end of the second.
    await next.getByRole('slider').fill(String((before?.ms ?? 0) - 1000));
    await next.getByRole('button', { name: 'Play' }).click();
    await expect(next.getByRole('button', { name: 'Pause' })).toBeVisible();
    await expect(next.getByRole('button', { name: 'Play' })).toBeVisible({ timeout: 15_000 });
    const length = rows.reduce((sum, { ms }) => sum + ms, 0);
    expect(await placeOf(next)).toBe(Math.floor(length / 1000));
  });
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
