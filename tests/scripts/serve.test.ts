import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Running } from '../../.scripts/serve.mjs';

const SHELL = '<!doctype html><title>shell</title>';
const SCRIPT = 'export const words = "lamp ".repeat(9);'.repeat(50);
const NAVIGATION = { 'sec-fetch-dest': 'document', accept: 'text/html' };

let folder = '';
let running: Running;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lamplight-serve-'));
  const dist = path.join(folder, 'dist');
  await mkdir(path.join(dist, 'assets'), { recursive: true });
  await mkdir(path.join(dist, 'bank'));
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  await symlink(path.join(folder, 'secret.txt'), path.join(dist, 'link.txt'));
  await writeFile(path.join(dist, 'index.html'), SHELL);
  await writeFile(path.join(dist, '.hidden'), 'secret');
  await writeFile(path.join(dist, 'sw.js'), 'self');
  await writeFile(path.join(dist, 'assets/index-abcd1234.js'), SCRIPT);
  await writeFile(path.join(dist, 'bank/manifest.json'), '{}');
  await writeFile(path.join(dist, 'bank/api-0123456789ab.json'), '{}');
  await writeFile(path.join(dist, 'app.webmanifest'), '{}');
  running = await serve({ dir: dist });
});

afterAll(async () => {
  await running.stop();
  await rm(folder, { recursive: true });
});

function get(pathname: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  return fetch(running.url + pathname, { method, headers });
}

/** The status of a path sent exactly as it is written, which fetch would tidy up. */
function rawStatus(pathname: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: running.port, path: pathname };
    request(options, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
}

describe('what is found', () => {
  test('a page that is opened is the shell, whatever its address', async () => {
    for (const pathname of ['/', '/review', '/q/some-id?x=1']) {
      const response = await get(pathname, NAVIGATION);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await response.text()).toBe(SHELL);
    }
  });

  test('a part that is missing is a 404, never the shell', async () => {
    expect((await get('/assets/gone-123.js')).status).toBe(404);
    expect((await get('/assets/gone-123.js', NAVIGATION)).status).toBe(404);
    expect((await get('/review', { 'sec-fetch-dest': 'empty' })).status).toBe(404);
    expect((await get('/assets', { 'sec-fetch-dest': 'empty' })).status).toBe(404);
  });

  test('nothing outside the folder is reachable, nor hidden files, nor links that lead out', async () => {
    for (const pathname of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/..%5csecret.txt',
      '/link.txt',
      '/.hidden',
      '/%00',
      '/%zz',
      '//secret.txt',
    ]) {
      expect([400, 404], pathname).toContain(await rawStatus(pathname));
    }
  });

  test('other methods than GET and HEAD are refused', async () => {
    const response = await get('/', {}, 'POST');
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  test('HEAD tells the length and sends no body', async () => {
    const response = await get('/sw.js', { 'accept-encoding': 'identity' }, 'HEAD');
    expect(response.headers.get('content-length')).toBe('4');
    expect(await response.text()).toBe('');
  });
});

describe('how it is sent', () => {
  test('files with a hash in their name are kept for ever, all others are asked for again', async () => {
    const lifetime = async (pathname: string) => (await get(pathname)).headers.get('cache-control');
    expect(await lifetime('/assets/index-abcd1234.js')).toContain('immutable');
    expect(await lifetime('/bank/api-0123456789ab.json')).toContain('immutable');
    for (const pathname of ['/', '/sw.js', '/app.webmanifest', '/bank/manifest.json']) {
      expect(await lifetime(pathname), pathname).toBe('no-cache');
    }
  });

  test('text is compressed as the browser likes it', async () => {
    for (const [accepted, coding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip', 'gzip'],
      ['identity', null],
    ] as const) {
      const response = await get('/assets/index-abcd1234.js', { 'accept-encoding': accepted });
      expect(response.headers.get('content-encoding')).toBe(coding);
      expect(response.headers.get('vary')).toBe('Accept-Encoding');
      expect(await response.text()).toBe(SCRIPT);
    }
  });

  test('what the browser still has is not sent again, until it changes', async () => {
    const etag = (await get('/bank/manifest.json')).headers.get('etag') ?? '';
    expect((await get('/bank/manifest.json', { 'if-none-match': etag })).status).toBe(304);
    await writeFile(path.join(folder, 'dist/bank/manifest.json'), '{"new":true}');
    const response = await get('/bank/manifest.json', { 'if-none-match': etag });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ new: true });
  });

  test('every answer carries the content policy and the other security headers', async () => {
    for (const pathname of ['/', '/sw.js', '/assets/gone.js']) {
      const { headers } = await get(pathname);
      expect(headers.get('content-security-policy'), pathname).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

test('a port that is taken is an error that can be told from others', async () => {
  await expect(serve({ dir: folder, port: running.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
