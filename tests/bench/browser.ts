/** Runs the page of benches in a real browser, built as the app is built, and gives back what it measured. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { getBrowser, NO_BROWSER } from '../../.scripts/browser.mjs';
import { serve } from '../../.scripts/serve.mjs';
import { bankPlugin } from '../../data/vite-plugin-bank.ts';

/** Builds the page, calls `bench[name]()` in it, and cleans up. */
export async function measureInBrowser<T>(name: string): Promise<T> {
  const executablePath = await getBrowser();
  if (executablePath === null) throw new Error(NO_BROWSER);
  const dir = await mkdtemp(path.join(tmpdir(), 'lamplight-bench-'));
  await build({
    root: path.resolve('tests/bench/page'),
    configFile: false,
    logLevel: 'error',
    plugins: [bankPlugin(path.resolve('data/builtin'))],
    build: { outDir: dir, emptyOutDir: true },
  });
  const server = await serve({ dir });
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    return (await page.evaluate(
      (bench) => (globalThis as unknown as { bench: Record<string, () => Promise<unknown>> }).bench[bench]?.(),
      name,
    )) as T;
  } finally {
    await browser.close();
    await server.stop();
    await rm(dir, { recursive: true });
  }
}
