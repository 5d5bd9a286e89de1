import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import path from 'node:path';
import { build, createServer, type ViteDevServer } from 'vite';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openShipped, shippedName } from '#search/shipped.ts';
import { bankPlugin } from '../../data/vite-plugin-bank.ts';
import { packFolder } from './pack-folder.ts';
import { lineOf, QUESTION, SAMPLES, swap } from './sample-texts.ts';

vi.setConfig({ testTimeout: 30_000 });

const { put, folder } = packFolder();

describe('the build', () => {
  const entry = 'virtual-entry.js';

  async function buildWith(): Promise<{ fileName: string; source: unknown }[]> {
    await put(entry, 'console.log(1);');
    const result = await build({
      root: folder(),
      configFile: false,
      logLevel: 'silent',
      plugins: [bankPlugin(folder())],
      build: { write: false, rolldownOptions: { input: path.join(folder(), entry) } },
    });
    const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
    return outputs.flatMap((file) => (file.type === 'asset' ? [{ fileName: file.fileName, source: file.source }] : []));
  }

  test('emits the manifest, every pack file that it names, and the search index of this very bank', async () => {
    const assets = await buildWith();
    const manifest = assets.find(({ fileName }) => fileName === 'bank/manifest.json');
    const { packs, version } = JSON.parse(String(manifest?.source)) as { packs: { file: string }[]; version: string };
    expect(packs.length).toBeGreaterThan(2);
    const names = assets.map(({ fileName }) => fileName).filter((name) => name !== 'bank/manifest.json');
    const expected = [...packs.map(({ file }) => file), shippedName(version)].map((file) => `bank/${file}`);
    expect(names.toSorted()).toEqual(expected.toSorted());
    const index = assets.find(({ fileName }) => fileName === `bank/${shippedName(version)}`);
    expect(openShipped(String(index?.source), version)?.entries.map(({ id }) => id)).toContain('verify-sender');
  });

  test('stops at any fault, and says file, line and remedy', async () => {
    const broken = swap(QUESTION, ['kind: concept', 'kind: riddle']);
    await put(SAMPLES.question.file, broken);
    const message = await buildWith().catch(String);
    expect(message).toContain(`${SAMPLES.question.file}:${lineOf(broken, 'kind: riddle')}`);
    expect(message).toContain('Write one of: concept, design');
  });
});

describe('the development server', () => {
  let server: ViteDevServer | undefined;
  afterEach(() => server?.close());

  async function start(): Promise<{ server: ViteDevServer; sent: unknown[] }> {
    const started = await createServer({
      root: folder(),
      base: '/lamp/',
      configFile: false,
      logLevel: 'silent',
      plugins: [bankPlugin(folder())],
      server: { middlewareMode: true, ws: false },
    });
    server = started;
    const sent: unknown[] = [];
    vi.spyOn(started.ws, 'send').mockImplementation((payload: unknown) => void sent.push(payload));
    return { server: started, sent };
  }

  /** What the server answers, or undefined when it leaves the request to others. */
  function get({ middlewares }: ViteDevServer, url: string): Promise<string | undefined> {
    return new Promise((resolve) => {
      const request = new IncomingMessage(new Socket());
      Object.assign(request, { url, method: 'GET' });
      const response = new ServerResponse(request);
      vi.spyOn(response, 'end').mockImplementation((text: unknown) => {
        resolve(String(text));
        return response;
      });
      middlewares.handle(request, response, () => resolve(undefined));
    });
  }

  test('serves the manifest and the packs below the base', async () => {
    const { server: started } = await start();
    const { packs } = JSON.parse((await get(started, '/lamp/bank/manifest.json?t=1')) ?? '') as {
      packs: { file: string }[];
    };
    const pack = await get(started, `/lamp/bank/${packs[0]?.file ?? ''}`);
    expect(JSON.parse(pack ?? '')).toMatchObject({ items: [{ item: { type: 'path' } }] });
  });

  test('an edit reloads the page, a fault shows in the overlay while the last good bank is served', async () => {
    const { server: started, sent } = await start();
    // Written again until it is seen: a file that changes before the watcher is ready is not.
    const putUntil = (text: string, payload: unknown) =>
      vi.waitFor(
        async () => {
          await put(SAMPLES.question.file, text);
          expect(sent).toContainEqual(payload);
        },
        { timeout: 15_000, interval: 300 },
      );
    await putUntil(swap(QUESTION, ['hint: Think of what', 'hint: Look at what']), { type: 'full-reload' });
    const good = await get(started, '/lamp/bank/manifest.json');
    // A file that is seen while it is written has another fault for a moment.
    const message: unknown = expect.stringContaining('Write one of: concept, design');
    const fault: unknown = expect.objectContaining({ message });
    await putUntil(swap(QUESTION, ['kind: concept', 'kind: riddle']), { type: 'error', err: fault });
    expect(await get(started, '/lamp/bank/manifest.json')).toBe(good);
  });
});
