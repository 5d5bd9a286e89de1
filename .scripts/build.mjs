/** Builds the app when there is no build, or when a source is newer than it. */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './install.mjs';

/** Where the build goes. */
export const DIST = path.join(ROOT, 'dist');

/** What the build is made of. */
const SOURCES = [
  'CHANGELOG.md',
  'src',
  'data',
  'public',
  '.scripts/csp.mjs',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
];

/** The last file that a build writes. */
const LAST = path.join(DIST, 'sw.js');

/**
 * The latest change of a file, or below a folder; folders count, for they change when a file leaves.
 * @param {string} where
 * @returns {number}
 */
function newestMs(where) {
  const entry = statSync(where, { throwIfNoEntry: false });
  if (entry === undefined) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  return readdirSync(where).reduce((newest, name) => Math.max(newest, newestMs(path.join(where, name))), entry.mtimeMs);
}

/** Whether the build is there and no source has changed since. */
function isBuilt() {
  const builtMs = statSync(LAST, { throwIfNoEntry: false })?.mtimeMs;
  if (builtMs === undefined) return false;
  const files = [...SOURCES, 'package-lock.json'].map((name) => newestMs(path.join(ROOT, name)));
  return Math.max(...files) <= builtMs;
}

/** Builds if need be; ends the process when the build fails. */
export function ensureBuilt() {
  if (isBuilt()) return;
  process.stdout.write('Building …\n');
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) {
    process.stderr.write('The build failed; the message above says where.\n');
    process.exit(1);
  }
}
