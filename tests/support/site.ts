/** Builds of a tiny site with the app's own worker, bridge and content policy, and a server that goes from one to the next. */
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { precachePlugin } from '../../src/app/sw/precache-plugin.ts';
import { cspPlugin } from '../../.scripts/csp.mjs';
import { serve } from '../../.scripts/serve.mjs';

const ROOT = fileURLToPath(new URL('./site', import.meta.url));

export interface Site {
  readonly url: string;
  /** Paths asked for since the last deployment. */
  readonly asked: string[];
  /** Replaces all that is served with this version's build. */
  readonly deploy: (version: string) => Promise<void>;
  /** From now on a path that contains this answers 500. */
  readonly breakPath: (part: string) => void;
  /** Goes offline, for good. */
  readonly stop: () => Promise<void>;
  /** Stops and removes what lies on disk. */
  readonly remove: () => Promise<void>;
}

async function buildVersion(version: string, outDir: string): Promise<void> {
  const publicDir = `${outDir}-public`;
  await mkdir(path.join(publicDir, 'bank'), { recursive: true });
  await writeFile(path.join(publicDir, 'bank/same.json'), '{"text":"the same in every version"}');
  await writeFile(path.join(publicDir, `bank/pack-${version}.json`), `{"text":"pack of ${version}"}`);
  await build({
    configFile: false,
    root: ROOT,
    publicDir,
    logLevel: 'warn',
    define: { VERSION: JSON.stringify(version) },
    plugins: [cspPlugin(), precachePlugin()],
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  });
}

/** Serves the site, on a free port, after a first deployment. */
export async function startSite(firstVersion: string): Promise<Site> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lamplight-site-'));
  const live = path.join(folder, 'live');
  const asked: string[] = [];
  const broken: string[] = [];

  const deploy = async (version: string): Promise<void> => {
    const fresh = path.join(folder, version);
    await buildVersion(version, fresh);
    await rm(live, { recursive: true, force: true });
    await rename(fresh, live);
    asked.length = 0;
  };

  await deploy(firstVersion);
  const running = await serve({
    dir: live,
    intercept: ({ url = '' }, reply) => {
      asked.push(url);
      const refused = broken.some((part) => url.includes(part));
      if (refused) reply.writeHead(500).end();
      return refused;
    },
  });
  return {
    url: running.url,
    asked,
    deploy,
    breakPath: (part) => void broken.push(part),
    stop: running.stop,
    remove: async () => {
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
