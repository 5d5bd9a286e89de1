import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { mockFileText } from '#exchange/mock-file.ts';
import { codeOf } from '#exchange/qr.ts';
import { piecesOf } from '#mock/partner-frames.ts';
import { expectAccessible } from '../support/axe.ts';
import { expect, test as base } from '../support/browser.ts';
import { mockAnswer, mockRecord } from '../support/mock-records.ts';
import { openToday, rowsOf } from '../support/stored.ts';

const LINK = '/mock/partner?format=panel&count=3&draw=same&seed=7';

/** Notes that no compression makes much shorter, so that the result takes several codes. */
function scribble(seed: number): string {
  return Array.from({ length: 40 }, (_, index) =>
    Math.abs(Math.sin(seed * 100 + index + 1))
      .toString(36)
      .slice(2, 9),
  ).join(' ');
}

/** What the fake camera sees: a result in codes, one after the other. */
const SEEN = mockFileText({
  id: '01a202e2-4d10-72a4-a805-710eca3a59f2',
  mock: mockRecord({
    by: 'partner',
    answers: Array.from({ length: 4 }, (_, place) => mockAnswer({ notes: scribble(place) })),
  }),
});

const SIDE = 480;

/** One picture of the film: the code in the middle of a white square, with no colour. */
function pictureOf(text: string): Buffer {
  const code = codeOf(text);
  const scale = Math.floor(SIDE / code.length);
  const before = Math.floor((SIDE - code.length * scale) / 2);
  const luma = Buffer.alloc(SIDE * SIDE, 235);
  for (let at = 0; at < luma.length; at += 1) {
    const x = Math.floor(((at % SIDE) - before) / scale);
    const y = Math.floor((Math.floor(at / SIDE) - before) / scale);
    if (code[y]?.[x]) luma[at] = 16;
  }
  return Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((SIDE * SIDE) / 2, 128)]);
}

/** The codes as a film in which each stays for a second. */
function film(): Buffer {
  const pieces = piecesOf(deflateRawSync(SEEN)) ?? [];
  const pictures = pieces.flatMap((piece) => Array.from({ length: 10 }, () => pictureOf(piece)));
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${SIDE} H${SIDE} F10:1 Ip A1:1 C420\n`), ...pictures]);
}

const test = base.extend({
  launchOptions: [
    async ({ launchOptions }, provide) => {
      const file = path.join(await mkdtemp(path.join(tmpdir(), 'lamplight-camera-')), 'codes.y4m');
      await writeFile(file, film());
      const args = [
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        `--use-file-for-fake-video-capture=${file}`,
      ];
      await provide({ ...launchOptions, args });
    },
    { scope: 'worker' },
  ],
});

interface Event {
  readonly type: string;
  readonly source?: string;
  readonly item: string;
  readonly points?: readonly { readonly hit: boolean }[];
}

/** Another person's device. */
async function otherDevice(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  await openToday(page);
  return page;
}

/** Asks two of three questions, the first with one point said, and gives the result as a file and as a text. */
async function keepSheet(page: Page): Promise<{ file: Buffer; text: string }> {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(LINK);
  await page.getByRole('button', { name: /start the clock/ }).click();
  for (const fold of await page.locator('details > summary').all()) await fold.click();
  await expectAccessible(page);
  await page.getByRole('checkbox').first().check();
  await page.getByLabel('Your notes for your partner').fill('Calm and clear.');
  await page.getByRole('button', { name: 'Next question' }).click();
  await page.getByRole('button', { name: /start the clock/ }).click();
  await page.reload();
  await expect(page.getByRole('checkbox').first()).toBeChecked();
  await expect(page.getByLabel('Your notes for your partner')).toHaveValue('Calm and clear.');
  await page.getByRole('button', { name: 'End here' }).click();
  await expect(page.getByText('2 questions of 3 asked.')).toBeVisible();
  await page.getByText('Show as a code to scan').click();
  await page.getByText('Code 1 of').waitFor();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const file = await readFile(await (await saving).path());
  await page.getByRole('button', { name: 'Copy as text' }).click();
  return { file, text: await page.evaluate(() => navigator.clipboard.readText()) };
}

async function takeIn(page: Page, text: string): Promise<void> {
  await page.goto('/mock/take');
  await page.getByLabel('Paste what your partner copied').fill(text);
  await page.getByRole('button', { name: 'Read it' }).click();
}

test('a sheet that a partner kept on another device becomes a mock here, with its reviews, once, and no screen of it has an accessibility violation', async ({
  browser,
  page,
  baseURL,
}) => {
  const partner = await otherDevice(browser, baseURL);
  const { file, text } = await keepSheet(partner);
  await partner.context().close();
  await openToday(page);
  await page.goto('/mock/take');
  await page.setInputFiles('input[type=file]', { name: 'x.json', mimeType: 'application/json', buffer: file });
  await expect(page.getByText(/2 questions answered, 1 of \d+ points said/)).toBeVisible();
  await expectAccessible(page);
  expect(await rowsOf(page, 'events')).toEqual([]);
  await page.getByRole('button', { name: 'Take it in' }).click();
  await expect(page).toHaveURL(/\/mock\/[\da-f-]{36}$/);
  const events = await rowsOf<Event>(page, 'events');
  expect(events.map(({ type }) => type).toSorted()).toEqual(['mockFinished', 'reviewed', 'reviewed']);
  const reviews = events.filter(({ type }) => type === 'reviewed');
  expect(reviews.every(({ source }) => source === 'mock')).toBe(true);
  expect(reviews.flatMap(({ points = [] }) => points).filter(({ hit }) => hit)).toHaveLength(1);
  await takeIn(page, text);
  await page.getByRole('button', { name: 'Take it in' }).click();
  await expect(page.getByText('This result was here already; nothing is counted twice.').first()).toBeVisible();
  expect(await rowsOf(page, 'events')).toHaveLength(3);
});

test('codes are read off another screen, one after the other', async ({ page }) => {
  await openToday(page);
  await page.goto('/mock/take');
  await page.getByRole('button', { name: 'Scan the codes' }).click();
  await expect(page.getByRole('button', { name: 'Take it in' })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/4 questions answered/)).toBeVisible();
});
