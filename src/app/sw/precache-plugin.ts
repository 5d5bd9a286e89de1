/** The build's last act: `sw.js`, which is the bundled worker with the list of all files that the build wrote in front. */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import type { Precache, PrecacheEntry } from './precache.ts';

const WORKER = fileURLToPath(new URL('./sw.ts', import.meta.url));
const OUTPUT = 'sw.js';

/** What no visit needs: the worker itself, maps, pictures for shop windows, and files for the host. */
const LEFT_OUT = /^screenshots\/|(?:^|\/)(?:sw\.js|robots\.txt|_headers|_redirects|\..*|.*\.map)$/;

function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('base64');
}

/** The files below `dir` with their digests, in one order on every machine. The shell is kept as the root's address. */
async function listEntries(dir: string): Promise<PrecacheEntry[]> {
  const names = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = names
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !LEFT_OUT.test(file))
    .toSorted();
  return Promise.all(
    files.map(async (file) => ({
      url: file === 'index.html' ? '' : file.split('/').map(encodeURIComponent).join('/'),
      revision: `sha256-${sha256(await readFile(path.join(dir, file)))}`,
    })),
  );
}

async function bundleWorker(): Promise<string> {
  const output = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2023', rolldownOptions: { input: WORKER, output: { format: 'iife' } } },
  });
  const [chunk] = 'output' in output ? output.output : [];
  if (chunk === undefined) throw new Error('The service worker was not bundled.');
  return chunk.code;
}

/** Writes `sw.js` for the finished build in `dir`. */
async function writeServiceWorker(dir: string): Promise<void> {
  const [entries, worker] = await Promise.all([listEntries(dir), bundleWorker()]);
  const version = sha256(worker + JSON.stringify(entries))
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(0, 16);
  const precache: Precache = { version, entries };
  await writeFile(path.join(dir, OUTPUT), `const PRECACHE=${JSON.stringify(precache)};\n${worker}`);
}

/** Adds the service worker to a build; development goes without. */
export function precachePlugin(): Plugin {
  let dir = '';
  return {
    name: 'precache',
    apply: 'build',
    configResolved(config) {
      dir = path.resolve(config.root, config.build.outDir);
    },
    writeBundle: { order: 'post', sequential: true, handler: () => writeServiceWorker(dir) },
  };
}
