/** From a key press to the picture that shows its answer: in the app, and in a page with nothing but a box, a worker and a line. */
import type { BrowserContext } from '@playwright/test';
import { searchKeyTimes, typeLetter } from '../support/key-times.ts';

/** How often all queries are typed: of once, four keys alone are beyond the 95th percentile. */
const ROUNDS = 4;

/** In the built app, offline. */
export async function appKeys(context: BrowserContext, url: string, rate: number): Promise<number[]> {
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('button', { name: 'Start review' }).waitFor();
  const times = await searchKeyTimes(page, rate, ROUNDS);
  await page.close();
  return times;
}

const BARE_URL = 'http://bare.invalid/';
const BARE_PAGE = '<!doctype html><title>bare</title><input autofocus><div id="line" style="block-size: 300px"></div>';
const LETTERS = 'deadlockdetectedidempotencykeywebhooksignature';

/** Runs in the bare page: a worker sends each text back, which is written as one line. */
function answerBare(): void {
  window.keyTimes = [];
  let pressedMs = 0;
  const line = document.querySelector('#line');
  const worker = new Worker(URL.createObjectURL(new Blob(['onmessage = ({ data }) => postMessage(data)'])));
  document.addEventListener('keydown', ({ timeStamp }) => {
    pressedMs = timeStamp;
  });
  document.addEventListener('beforeinput', ({ data }) => worker.postMessage(data, { transfer: [] }));
  worker.addEventListener('message', ({ data }: MessageEvent<string>) => {
    if (line) line.textContent = `${data} is the letter`;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.keyTimes.push(performance.now() - pressedMs);
    requestAnimationFrame(() => port2.postMessage(0));
  });
}

/** What the browser itself needs for a letter, a worker's answer to it and one line of text. */
export async function bareKeys(context: BrowserContext, rate: number): Promise<number[]> {
  const page = await context.newPage();
  await page.route(BARE_URL, (route) => route.fulfill({ contentType: 'text/html', body: BARE_PAGE }));
  await page.goto(BARE_URL);
  await page.evaluate(answerBare);
  for (const letter of LETTERS) await typeLetter(page, letter);
  const client = await context.newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate });
  await page.evaluate(() => {
    window.keyTimes = [];
  });
  for (const letter of LETTERS.repeat(ROUNDS)) await typeLetter(page, letter);
  const times = await page.evaluate(() => window.keyTimes);
  await page.close();
  return times;
}
