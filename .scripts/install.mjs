/** Installs the packages when they are missing or not those of the lock file. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }} Entry */

/**
 * What a lock file names; npm leaves the same list of what it installed inside node_modules, as its last act.
 * @param {string} file
 * @returns {Record<string, Entry> | null}
 */
function packagesIn(file) {
  try {
    const { packages } = JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
    return packages ?? null;
  } catch {
    return null;
  }
}

/** Whether node_modules holds what package-lock.json asks for; packages of other platforms may be absent. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const present = packagesIn('node_modules/.package-lock.json');
  if (wanted === null || present === null) return false;
  return Object.entries(wanted).every(([where, { version, optional, devOptional }]) => {
    if (where === '') return true;
    const found = present[where];
    return found === undefined ? Boolean(optional ?? devOptional) : found.version === version;
  });
}

/** Installs exactly what the lock file says, if need be; ends the process with npm's own words when that fails. */
export function ensureInstalled() {
  if (isInstalled()) return;
  process.stdout.write('Installing packages (once) …\n');
  const { status } = npm(['ci', '--include=dev', '--include=optional', '--no-fund', '--no-audit']);
  if (status !== 0) {
    process.stderr.write('The packages could not be installed. Look at the message above; a network is needed once.\n');
    process.exit(1);
  }
}

/**
 * Runs npm, the one that started this process when there is one.
 * @param {string[]} args
 */
function npm(args) {
  const own = process.env['npm_execpath'];
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] };
  if (own?.endsWith('.js')) return spawnSync(process.execPath, [own, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}
