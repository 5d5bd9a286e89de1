/** From the key press to the picture that shows its answer, as the page itself sees it. */
import type { Page } from '@playwright/test';

/** A finger's time on a key, and until the next: the key's going up is no part of what is measured. */
const HOLD_MS = 70;
const PAUSE_MS = 130;
const QUERIES = ['webhook signature', 'idempotncy key', 'n+1 queries', 'deadlock detected', 'timingSafeEqual'];

declare global {
  interface Window {
    /** By keystroke: from the key press to the frame that shows its answer, in ms. */
    keyTimes: number[];
  }
}

/**
 * Runs in the page, as its own text: notes how long each key press took until its answer was painted. What it watches is as
 * little as can be.
 */
export function noteKeyTimes(): void {
  window.keyTimes = [];
  let pressedMs: number | null = null;
  document.addEventListener('keydown', ({ key, timeStamp }) => {
    pressedMs = key.length === 1 ? timeStamp : null;
  });
  const watch = new MutationObserver(() => {
    const list = document.querySelector<HTMLElement>('dialog [role="listbox"]');
    const typed = document.querySelector<HTMLInputElement>('dialog [role="combobox"]')?.value ?? '';
    if (pressedMs === null || typed === '' || list?.dataset['answers'] !== typed) return;
    const startMs = pressedMs;
    pressedMs = null;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.keyTimes.push(performance.now() - startMs);
    requestAnimationFrame(() => port2.postMessage(0));
  });
  const attributes = { attributes: true, attributeFilter: ['data-answers'] };
  const open = document.querySelector('dialog [role="listbox"]');
  if (open) watch.observe(open, attributes);
  else watch.observe(document.body, { ...attributes, subtree: true, childList: true });
}

/** Types one letter as a finger does. Nothing is asked of the page meanwhile: whoever looked would be measured with it. */
export async function typeLetter(page: Page, letter: string): Promise<void> {
  await page.keyboard.press(letter === ' ' ? 'Space' : letter, { delay: HOLD_MS });
  await page.waitForTimeout(PAUSE_MS);
}

async function typeQueries(page: Page): Promise<void> {
  for (const query of QUERIES) {
    for (const letter of query) await typeLetter(page, letter);
    await page.getByRole('combobox', { name: 'Search' }).fill('');
    await page.waitForTimeout(HOLD_MS + PAUSE_MS);
  }
}

/** Opens the search on a page that is ready, types some queries once, and then so many times while the processor is so much slower. */
export async function searchKeyTimes(page: Page, rate: number, rounds = 1): Promise<number[]> {
  // The index comes after the first screen.
  await page.waitForTimeout(3000);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).waitFor();
  await typeQueries(page);
  await page.evaluate(noteKeyTimes);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
  for (let round = 0; round < rounds; round += 1) await typeQueries(page);
  return page.evaluate(() => window.keyTimes);
}
