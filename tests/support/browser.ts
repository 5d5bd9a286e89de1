/**
 * `test` for the real browser: `page.goto('/review')` opens the built app, which each test worker serves on a port of its own
 * and stops at its end. An error in the console, or one that nobody caught, fails the test.
 */
/* oxlint-disable no-empty-pattern -- Playwright reads what a fixture needs from the pattern, also when that is nothing. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect, type BrowserContext } from '@playwright/test';
import { DIST } from '../../.scripts/build.mjs';
import { serve } from '../../.scripts/serve.mjs';

export { expect };

interface ForWorker {
  /** Address of the built app. */
  readonly appUrl: string;
}

interface ForTest {
  /** Parts of console errors that a test provokes on purpose; push into it. */
  readonly expectedErrors: RegExp[];
  /**
   * Whether the app makes its offline copy, which downloads everything a second time. Off unless a test is about it: the app
   * then runs as in a browser without service workers. Contexts that a test makes for itself always have it.
   */
  readonly offlineCopy: boolean;
  readonly quietConsole: void;
  readonly withoutCopy: void;
}

export const test = base.extend<ForTest, ForWorker>({
  appUrl: [
    async ({}, provide) => {
      if (!existsSync(path.join(DIST, 'sw.js'))) throw new Error('There is no build: run `npm run build` first.');
      const running = await serve({ dir: DIST });
      await provide(running.url);
      await running.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ appUrl }, provide) => provide(appUrl),
  expectedErrors: async ({}, provide) => provide([]),
  offlineCopy: [false, { option: true }],
  withoutCopy: [
    async ({ context, offlineCopy }, provide) => {
      if (!offlineCopy) await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
      await provide();
    },
    { auto: true },
  ],
  quietConsole: [
    async ({ context, expectedErrors }, provide) => {
      const errors = collectErrors(context);
      await provide();
      expect(errors.filter((error) => !expectedErrors.some((expected) => expected.test(error)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** Every console error and uncaught exception of a context's pages, as they come. */
export function collectErrors(context: BrowserContext): string[] {
  const errors: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => errors.push(String(error.error())));
  return errors;
}
