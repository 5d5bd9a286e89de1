import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser.ts';
import { openToday, putRow, rowsOf } from '../support/stored.ts';

interface StoredCard {
  readonly id: string;
  readonly state: unknown;
}

const SAFE = /Nothing is lost|Nothing that was stored has been changed|stored on this device/;

async function gradeOne(page: Page): Promise<void> {
  await page.goto('/review');
  await page.getByRole('button', { name: 'Show answer' }).click();
  await page.getByRole('button', { name: /^Good/ }).click();
  await page.getByRole('button', { name: 'Show answer' }).waitFor();
}

test('a damaged card says so, and is rebuilt from the history', async ({ page, expectedErrors }) => {
  expectedErrors.push(/CorruptRowError|damaged/);
  await openToday(page);
  await gradeOne(page);
  const before = await rowsOf<StoredCard & { queue: string }>(page, 'cards');
  const learned = before.find((card) => card.queue === 'due');
  const today = Math.floor(Date.now() / 86_400_000);
  await putRow(page, 'cards', {
    ...learned,
    dueDay: today - 1,
    state: { id: learned?.id, learning: { kind: 'learned' } },
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'A stored card is damaged' })).toBeVisible();
  await expect(page.getByText(SAFE).first()).toBeVisible();
  await page.getByRole('button', { name: 'Rebuild from history' }).click();
  await expect(page.getByRole('button', { name: 'Start review' })).toBeVisible();
  expect(await rowsOf<StoredCard>(page, 'cards')).toEqual(before);
});

test('a damaged review is set aside, and all others count', async ({ page, expectedErrors }) => {
  expectedErrors.push(/CorruptRowError|events/);
  await openToday(page);
  await gradeOne(page);
  const [event] = await rowsOf<{ id: string; item: string }>(page, 'events');
  await putRow(page, 'events', { ...event, grade: 9 });
  await page.goto(`/q/${event?.item}`);
  await expect(page.getByRole('heading', { name: 'A stored review is damaged' })).toBeVisible();
  await page.getByRole('button', { name: 'Go on without it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /HTTP request/ })).toBeVisible();
  const [kept] = await rowsOf<{ damaged: { grade: number } }>(page, 'events');
  expect(kept?.damaged.grade).toBe(9);
});

test('a damaged pack is fetched again', async ({ page, expectedErrors }) => {
  expectedErrors.push(/CorruptRowError|packs/);
  await openToday(page);
  const packs = await rowsOf<{ file: string; text: string }>(page, 'packs');
  for (const pack of packs)
    await putRow(page, 'packs', { ...pack, hash: `damaged-${pack.file}`, text: pack.text.slice(0, 99) });
  await page.goto('/q/webhook-vs-polling');
  await expect(page.getByRole('heading', { name: 'A part of the question bank is damaged' })).toBeVisible();
  await page.getByRole('button', { name: 'Fetch it again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /What is a webhook/ })).toBeVisible();
});

test('a pack that does not arrive is named, and trying again goes on where it stopped', async ({
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/500|Failed to load resource/);
  let broken = true;
  await page.route(/\/bank\/.+\.json$/, (route) =>
    broken && !route.request().url().endsWith('manifest.json') ? route.fulfill({ status: 500 }) : route.continue(),
  );
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'The question bank did not arrive' })).toBeVisible();
  await expect(page.getByText(SAFE).first()).toBeVisible();
  broken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Start review' })).toBeVisible();
});

test('a browser without storage says what to allow', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'This browser does not let Lamplight store anything' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('data of a newer version is left alone', async ({ page, expectedErrors }) => {
  expectedErrors.push(/favicon.ico/);
  await page.goto('/favicon.svg');
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const open = indexedDB.open('lamplight', 9_000_000);
        open.onupgradeneeded = () => open.result.createObjectStore('future').put('kept', 1);
        open.onsuccess = () => {
          open.result.close();
          resolve();
        };
      }),
  );
  await page.goto('/');
  await expect(
    page.getByRole('heading', { name: 'The data on this device was written by a newer version' }),
  ).toBeVisible();
  expect(await rowsOf(page, 'future')).toEqual(['kept']);
});

test('an upgrade that an older tab blocks says which tabs to close', async ({ context, page, expectedErrors }) => {
  expectedErrors.push(/favicon.ico/);
  const old = await context.newPage();
  await old.goto('/favicon.svg');
  await old.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const open = indexedDB.open('lamplight', 1);
        open.onsuccess = () => {
          (globalThis as { held?: IDBDatabase }).held = open.result;
          resolve();
        };
      }),
  );
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Another tab holds an older version open' })).toBeVisible();
  await old.close();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Start review' })).toBeVisible();
});

test('data that are deleted under an open tab are not called an update, and a reload starts afresh', async ({
  context,
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/favicon.ico/);
  await openToday(page);
  const other = await context.newPage();
  await other.goto('/favicon.svg');
  await other.evaluate(() => void indexedDB.deleteDatabase('lamplight'));
  await expect(page.getByRole('heading', { name: 'The data on this device was deleted' })).toBeVisible();
  await expect(page.getByText('updated in another tab')).toHaveCount(0);
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('button', { name: 'Start review' })).toBeVisible();
});

test('a full device refuses one grade in words, and keeps all the others', async ({ page }) => {
  await openToday(page);
  await gradeOne(page);
  await page.getByRole('button', { name: 'Show answer' }).click();
  // Chromium does not enforce an overridden quota on writes this small, so the store itself refuses as a full one does.
  await page.evaluate(() => {
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = function refuse() {
      IDBObjectStore.prototype.add = add;
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
  });
  await page.getByRole('button', { name: /^Good/ }).click();
  await expect(page.getByText(/Not stored: this device is full/).first()).toBeAttached();
  await expect(page.getByRole('button', { name: /^Good/ })).toBeVisible();
  expect(await rowsOf(page, 'events')).toHaveLength(1);
  await page.getByRole('button', { name: /^Good/ }).click();
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
  expect(await rowsOf(page, 'events')).toHaveLength(2);
});
