import { defineConfig } from '@playwright/test';
import { findBrowser, NO_BROWSER } from './.scripts/browser.mjs';

const executablePath = await findBrowser();
if (executablePath === null) throw new Error(NO_BROWSER);

/** Each worker serves the built app for itself, on a free port: see tests/support/browser.ts. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/browser',
  // One at a time: some tests measure.
  workers: 1,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  timeout: 30_000,
  expect: { timeout: 7_000 },
  reporter: 'list',
  use: { launchOptions: { executablePath }, trace: 'off', screenshot: 'only-on-failure' },
});
