/** What a person waits for, in the built app with the server stopped: the first question, the next one after a grade, what is looked for. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { getBrowser, NO_BROWSER } from '../../.scripts/browser.mjs';
import { DIST } from '../../.scripts/build.mjs';
import { serve } from '../../.scripts/serve.mjs';
import { appKeys, bareKeys } from './keys.ts';
import { median, quantile, type BenchResult, type Row } from './numbers.ts';

const VISITS = 12;
/** The browser's own beginnings are over, and after a visit even a slow start is. */
const SETTLED_MS = 1500;
const STARTED_MS = 4000;
const GRADES = 100;

/** Runs before the page's own scripts: notes when the first question was painted. */
function noteFirstQuestion(): void {
  const watch = new MutationObserver(() => {
    if (!document.querySelector('h1[data-focus]')) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { firstQuestionMs: performance.now() })));
  });
  watch.observe(document, { childList: true, subtree: true });
}

async function throttled(context: BrowserContext, page: Page, rate: number): Promise<void> {
  const client = await context.newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate });
}

/** One visit. Nothing is asked of the page while it starts: whatever asks brings code of its own, which the page would wait for. */
async function firstQuestion(context: BrowserContext, url: string, rate: number): Promise<number> {
  const page = await context.newPage();
  await page.waitForTimeout(SETTLED_MS);
  await throttled(context, page, rate);
  await page.addInitScript(noteFirstQuestion);
  await page.goto(`${url}/review`, { waitUntil: 'commit' });
  await page.waitForTimeout(STARTED_MS);
  const shown = await page.evaluate(() => (globalThis as { firstQuestionMs?: number }).firstQuestionMs);
  if (shown === undefined) throw new Error(`There was no question after ${STARTED_MS} ms.`);
  return shown;
}

/** Runs before the page's own scripts, as its own text: notes when the last transaction that writes was complete. */
function noteStoring(): void {
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...args) {
    const transaction = begin.apply(this, args);
    if (transaction.mode === 'readwrite') {
      transaction.addEventListener('complete', () => Object.assign(globalThis, { storedMs: performance.now() }));
    }
    return transaction;
  };
}

/**
 * Presses Again, so that the cards never run out. From the press to the frame after the next question is in place, and to the end
 * of the grade's transaction.
 */
function gradeOnce(): Promise<{ readonly shown: number; readonly stored: number }> {
  return new Promise((resolve) => {
    const button = document.querySelector<HTMLButtonElement>('button[aria-label^="Again"]');
    const seen = globalThis as { storedMs?: number };
    const startMs = performance.now();
    const watch = new MutationObserver(() => {
      if (!document.querySelector('h1[data-focus]')) return;
      watch.disconnect();
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        const shown = performance.now() - startMs;
        const poll = setInterval(() => {
          const { storedMs = 0 } = seen;
          if (storedMs < startMs) return;
          clearInterval(poll);
          resolve({ shown, stored: storedMs - startMs });
        }, 5);
      };
      requestAnimationFrame(() => channel.port2.postMessage(0));
    });
    watch.observe(document.body, { childList: true, subtree: true });
    button?.click();
  });
}

async function grades(
  context: BrowserContext,
  url: string,
  rate: number,
): Promise<Record<'shown' | 'stored', number[]>> {
  const page = await context.newPage();
  await page.addInitScript(noteStoring);
  await page.goto(`${url}/review`);
  await page.getByRole('button', { name: 'Show answer' }).waitFor();
  await throttled(context, page, rate);
  const shown: number[] = [];
  const stored: number[] = [];
  for (let grade = 0; grade < GRADES; grade += 1) {
    await page.getByRole('button', { name: 'Show answer' }).click();
    await page.getByRole('button', { name: /^Again/ }).waitFor();
    const once = await page.evaluate(gradeOnce);
    shown.push(once.shown);
    stored.push(once.stored);
  }
  await page.close();
  return { shown, stored };
}

/** A first visit that ends when everything is on the device. */
async function install(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('button', { name: 'Start review' }).waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.waitForTimeout(3000);
  await page.close();
}

function rows(what: string, values: readonly number[], budget?: string): Row[] {
  return [
    { what: `${what}, median`, value: median(values), unit: 'ms' },
    { what: `${what}, p95`, value: quantile(values, 0.95), unit: 'ms', ...(budget === undefined ? {} : { budget }) },
  ];
}

/** Keys of the app beside those of the bare page. */
function beside(what: string, keys: readonly number[], bare: readonly number[], budget?: string): Row[] {
  const peers = rows(what, bare);
  return rows(what, keys, budget).map((row, at) => {
    const peerMs = peers[at]?.value ?? Number.NaN;
    return { ...row, ratio: row.value / peerMs, peer: `a box, a worker and one line of text: ${peerMs.toFixed(1)} ms` };
  });
}

/**
 * A display shows a new picture every 16.7 ms, so that whatever an app does is seen up to one picture later: a wait that no app
 * can shorten, and that is as long as its own budget. These make the pictures come as soon as they are there.
 */
const PICTURES_AT_ONCE = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

export async function interactionBench(): Promise<BenchResult> {
  const executablePath = await getBrowser();
  if (executablePath === null) throw new Error(NO_BROWSER);
  const folder = await mkdtemp(path.join(tmpdir(), 'lamplight-bench-'));
  const server = await serve({ dir: DIST });
  /** The same person's browser, opened again. */
  const inBrowser = async <T>(args: string[], work: (context: BrowserContext) => Promise<T>): Promise<T> => {
    const context = await chromium.launchPersistentContext(folder, { executablePath, args });
    try {
      return await work(context);
    } finally {
      await context.close();
    }
  };
  try {
    await inBrowser([], (context) => install(context, server.url));
    await server.stop();
    const slowStart: number[] = [];
    for (let visit = 0; visit < VISITS; visit += 1)
      slowStart.push(await inBrowser([], (context) => firstQuestion(context, server.url, 4)));
    const atOnce = await inBrowser(PICTURES_AT_ONCE, async (context) => ({
      slow: await grades(context, server.url, 4),
      fast: await grades(context, server.url, 1),
      keys: await appKeys(context, server.url, 4),
      bare: await bareKeys(context, 4),
    }));
    const atSixty = await inBrowser([], async (context) => ({
      fast: await grades(context, server.url, 1),
      keys: await appKeys(context, server.url, 4),
      bare: await bareKeys(context, 4),
    }));
    const { slow, fast } = atOnce;
    return {
      name: 'Offline, server stopped: what a person waits for',
      rows: [
        ...rows('cold start to question, CPU 4 times slower', slowStart, 'at most 1000 ms'),
        ...rows('grade to next question, CPU 4 times slower', slow.shown, 'at most 50 ms'),
        ...rows('grade to stored, CPU 4 times slower', slow.stored),
        ...rows('grade to next question', fast.shown, 'at most 16 ms'),
        ...rows('grade to stored', fast.stored),
        ...rows('grade to next question with the wait for a picture at 60 Hz', atSixty.fast.shown),
        ...beside('key press to painted answer, CPU 4 times slower', atOnce.keys, atOnce.bare, 'at most 50 ms'),
        ...beside('the same with the wait for a picture at 60 Hz', atSixty.keys, atSixty.bare),
      ],
    };
  } finally {
    await server.stop().catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  }
}
