/** Finds a Chromium or Chrome for the browser tests; on a build machine it may install Debian's. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];

/** Where installers put it when they put it on no path. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

export const NO_BROWSER =
  'No browser was found: install Chromium or Chrome, run `npx playwright install chromium`, or set CHROMIUM_PATH.';

/**
 * The browser to test with: CHROMIUM_PATH, else Playwright's own, else the system's; null when there is none.
 * A CHROMIUM_PATH that names no file throws, rather than testing with another browser than was asked for.
 * @returns {Promise<string | null>}
 */
export async function findBrowser() {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, and there is no such file.`);
  }
  const { chromium } = await import('@playwright/test');
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [chromium.executablePath(), ...onPath, ...PLACES].find((file) => existsSync(file)) ?? null;
}

/** As `findBrowser`, but where nobody can be asked, as root on Debian with CI set, a missing one is installed first. */
export async function getBrowser() {
  const found = await findBrowser();
  if (found !== null || !mayInstall()) return found;
  process.stdout.write('Installing Chromium …\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  spawnSync('apt-get', ['update', '-q'], options);
  spawnSync('apt-get', ['install', '-y', '-q', 'chromium'], options);
  return findBrowser();
}

function mayInstall() {
  const { CI } = process.env;
  return Boolean(CI) && CI !== 'false' && process.getuid?.() === 0 && existsSync('/etc/debian_version');
}
