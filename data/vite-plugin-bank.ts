/** Puts the compiled bank beside the app: emitted as assets by a build, served and reloaded in development. */
import path from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { type Fault, formatFault } from '#bank/fault.ts';
import { type Compiled, compileBank } from './compile.ts';
import { searchFiles } from './search-index.ts';

/** Folder of the packs, below the app's base. */
const FOLDER = 'bank';

type Packs = Extract<Compiled, { ok: true }>;

function allFiles(packs: Packs): Map<string, string> {
  return new Map([['manifest.json', JSON.stringify(packs.manifest)], ...packs.files, ...searchFiles(packs)]);
}

function describe(dir: string, faults: readonly Fault[]): string {
  const folder = path.relative(process.cwd(), dir).replaceAll(path.sep, '/');
  const shown = faults.map((fault) => formatFault({ ...fault, file: `${folder}/${fault.file}` }));
  return `The bank has ${faults.length} faults. Nothing was built.\n${shown.join('\n')}`;
}

/**
 * The plugin for the pack in `dir`. A build emits `bank/manifest.json` and the pack files, and stops at any fault.
 * In development a fault shows in the overlay while the last good bank is still served.
 */
export function bankPlugin(dir: string): Plugin {
  const root = path.resolve(dir);
  return {
    name: 'bank',
    async generateBundle() {
      const compiled = await compileBank(root);
      if (!compiled.ok) return this.error(describe(root, compiled.faults));
      for (const [name, source] of allFiles(compiled)) {
        this.emitFile({ type: 'asset', fileName: `${FOLDER}/${name}`, source });
      }
    },
    async configureServer(server) {
      await serve(server, root);
    },
  };
}

interface LiveBank {
  /** What is served: the last bank without faults. */
  files: ReadonlyMap<string, string>;
  failure: string | undefined;
}

async function recompile(live: LiveBank, server: ViteDevServer, root: string): Promise<void> {
  const compiled = await compileBank(root);
  live.failure = compiled.ok ? undefined : describe(root, compiled.faults);
  if (compiled.ok) live.files = allFiles(compiled);
  else server.config.logger.error(live.failure ?? '');
}

/** Shows the faults in the overlay, or reloads the page when there are none. */
function tell(live: LiveBank, server: ViteDevServer): void {
  if (live.failure === undefined) server.ws.send({ type: 'full-reload' });
  else server.ws.send({ type: 'error', err: { message: live.failure, stack: '' } });
}

async function serve(server: ViteDevServer, root: string): Promise<void> {
  const live: LiveBank = { files: new Map(), failure: undefined };
  let running = recompile(live, server, root);
  let waiting = false;
  const update = async (before: Promise<void>) => {
    await before;
    waiting = false;
    try {
      await recompile(live, server, root);
      tell(live, server);
    } catch (error) {
      server.config.logger.error(String(error));
    }
  };
  await running;
  server.ws.on('connection', () => {
    if (live.failure !== undefined) tell(live, server);
  });
  server.watcher.add(root);
  server.watcher.on('all', (_, file) => {
    // Edits that arrive while one compilation runs share the next.
    if (waiting || !path.resolve(file).startsWith(root + path.sep)) return;
    waiting = true;
    running = update(running);
  });
  const prefix = `${server.config.base}${FOLDER}/`;
  server.middlewares.use((request, response, next) => {
    const url = (request.url ?? '').split('?')[0] ?? '';
    const text = url.startsWith(prefix) ? live.files.get(url.slice(prefix.length)) : undefined;
    if (text === undefined) return next();
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('Cache-Control', 'no-store');
    response.end(text);
  });
}
