import { defineConfig } from '@playwright/test';
import { findBrowser, NO_BROWSER } from './.scripts/browser.mjs';

const executablePath = await findBrowser();
if (executablePath === null) throw new Error(NO_BROWSER);

/** Each worker serves the built app for itself, on a free port: see tests/support/browser.ts. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/browser',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  // A machine that is busy with something else is no fault of the app's; `npm test` says which tests it was.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 7_000 },
  reporter: 'list',
  projects: [
    { name: 'browser', testIgnore: /speed/ },
    // What measures has the machine to itself: `npm test` runs it afterwards, one test at a time.
    { name: 'speed', testMatch: /speed/ },
  ],
  use: { launchOptions: { executablePath }, trace: 'off', screenshot: 'only-on-failure' },
});
