import { beforeEach, describe, expect, test } from 'vitest';
import {
  cacheName,
  dropUnheld,
  findKept,
  holdOlder,
  installPrecache,
  type Ports,
  type Precache,
} from '#app/sw/precache.ts';
import { MemoryCaches } from '../../support/caches.ts';

const SCOPE = 'https://lamplight.test/';

/** A build in which a file's revision is its text. */
function build(version: string, files: Record<string, string>): Precache {
  return { version, entries: Object.entries(files).map(([url, revision]) => ({ url, revision })) };
}

const A = build('a', {
  '': 'shell A',
  'assets/entry-a.js': 'entry A',
  'assets/lazy-a.js': 'lazy A',
  'font.woff2': 'font',
});
const B = build('b', {
  '': 'shell B',
  'assets/entry-b.js': 'entry B',
  'assets/lazy-b.js': 'lazy B',
  'font.woff2': 'font',
});
const C = build('c', { '': 'shell C' });

let caches: MemoryCaches;
let ports: Ports;
let asked: { url: string; cache: RequestCache }[];
/** Called for each download; may refuse it. */
let network: (url: string, cache: RequestCache) => Response | undefined;

beforeEach(() => {
  caches = new MemoryCaches();
  asked = [];
  network = () => undefined;
  ports = {
    caches: caches.asCacheStorage(),
    scope: SCOPE,
    fetch: ({ url, cache, integrity }) => {
      const path = url.slice(SCOPE.length);
      asked.push({ url: path, cache });
      return Promise.resolve(network(path, cache) ?? new Response(integrity));
    },
  };
});

async function textFor(precache: Precache, path: string, mode = 'cors'): Promise<string | undefined> {
  return (await findKept(precache, { url: SCOPE + path, mode } as Request, ports))?.text();
}

describe('installation', () => {
  test('keeps every file of the build', async () => {
    await installPrecache(A, ports);
    expect(await textFor(A, 'assets/lazy-a.js')).toBe('lazy A');
    expect(await textFor(A, '')).toBe('shell A');
    expect(asked).toHaveLength(4);
  });

  test('takes what has not changed from the build before, and downloads the difference', async () => {
    await installPrecache(A, ports);
    asked = [];
    await installPrecache(B, ports);
    expect(asked.map(({ url }) => url).toSorted()).toEqual(['', 'assets/entry-b.js', 'assets/lazy-b.js']);
    expect(await textFor(B, 'font.woff2')).toBe('font');
  });

  test('downloads a file whose address stayed and whose content did not', async () => {
    await installPrecache(A, ports);
    await installPrecache(build('d', { 'font.woff2': 'another font' }), ports);
    expect(await textFor(build('d', {}), 'font.woff2')).toBe('another font');
  });

  test('asks past the HTTP cache once when the first answer is not what the build made', async () => {
    network = (url, cache) => {
      if (url === '' && cache === 'default') throw new TypeError('integrity');
      return undefined;
    };
    await installPrecache(A, ports);
    expect(asked.filter(({ url }) => url === '').map(({ cache }) => cache)).toEqual(['default', 'reload']);
    expect(await textFor(A, '')).toBe('shell A');
  });

  test('fails when one download fails, leaves nothing of itself, and the build before goes on', async () => {
    await installPrecache(A, ports);
    network = (url) => (url === 'assets/lazy-b.js' ? new Response('gone', { status: 404 }) : undefined);
    await expect(installPrecache(B, ports)).rejects.toThrow('assets/lazy-b.js answered 404');
    expect(await caches.keys()).toEqual([cacheName(A)]);
    expect(await textFor(A, '')).toBe('shell A');
  });

  test('does not start again what is complete', async () => {
    await installPrecache(A, ports);
    asked = [];
    network = () => {
      throw new TypeError('no network');
    };
    await installPrecache(A, ports);
    expect(asked).toEqual([]);
    expect(await textFor(A, '')).toBe('shell A');
  });

  test('takes nothing from a build that was interrupted', async () => {
    const half = await caches.open(cacheName(A));
    await half.put(`${SCOPE}font.woff2`, new Response('half'));
    await installPrecache(B, ports);
    expect(await textFor(B, 'font.woff2')).toBe('font');
  });
});

describe('answers', () => {
  beforeEach(() => installPrecache(A, ports));

  test('every page is the shell', async () => {
    expect(await textFor(A, 'review', 'navigate')).toBe('shell A');
    expect(await textFor(A, 'q/some-id?from=today', 'navigate')).toBe('shell A');
  });

  test('a page that names a file is that file', async () => {
    expect(await textFor(A, 'font.woff2', 'navigate')).toBe('font');
    expect(await textFor(A, 'missing.json', 'navigate')).toBeUndefined();
  });

  test('a part that nobody kept is left to the network', async () => {
    expect(await textFor(A, 'assets/other.js')).toBeUndefined();
    expect(await textFor(A, 'review')).toBeUndefined();
  });

  test('the own build comes before an older one', async () => {
    await installPrecache(B, ports);
    expect(await textFor(B, '')).toBe('shell B');
    expect(await textFor(A, '')).toBe('shell A');
  });

  test('a part of an older build is still found, so an old tab goes on', async () => {
    await installPrecache(B, ports);
    await holdOlder(B, ['old tab'], ports);
    expect(await textFor(B, 'assets/lazy-a.js')).toBe('lazy A');
  });

  test('nothing is served from a build that was interrupted', async () => {
    const half = await caches.open(cacheName(C));
    await half.put(`${SCOPE}assets/lazy-c.js`, new Response('half'));
    expect(await textFor(A, 'assets/lazy-c.js')).toBeUndefined();
  });
});

describe('older builds', () => {
  beforeEach(async () => {
    await installPrecache(A, ports);
    await installPrecache(B, ports);
  });

  test('are kept while a tab that was open when they were replaced is open', async () => {
    await holdOlder(B, ['one', 'two'], ports);
    await dropUnheld(B, ['two', 'new'], ports);
    expect(await caches.keys()).toEqual([cacheName(A), cacheName(B)]);
    await dropUnheld(B, ['new'], ports);
    expect(await caches.keys()).toEqual([cacheName(B)]);
  });

  test('outlive several updates as long as their tab does', async () => {
    await holdOlder(B, ['tab of A'], ports);
    await installPrecache(C, ports);
    await holdOlder(C, ['tab of A', 'tab of B'], ports);
    await dropUnheld(C, ['tab of A', 'new'], ports);
    expect(await textFor(C, 'assets/lazy-a.js')).toBe('lazy A');
    await dropUnheld(C, ['new'], ports);
    expect(await caches.keys()).toEqual([cacheName(C)]);
  });

  test('are older no longer when they are rolled out again: the next holds them for the tabs of then', async () => {
    await holdOlder(B, ['old'], ports);
    await installPrecache(A, ports);
    await dropUnheld(B, [], ports);
    expect(await caches.keys()).toContain(cacheName(A));
    await installPrecache(C, ports);
    await holdOlder(C, ['tab of A'], ports);
    await dropUnheld(C, ['tab of A'], ports);
    expect(await textFor(C, 'assets/lazy-a.js')).toBe('lazy A');
  });

  test('are held for the tabs of every change, also where a record still names those of an earlier one', async () => {
    await holdOlder(B, ['old'], ports);
    await holdOlder(C, ['tab of A'], ports);
    await dropUnheld(C, ['tab of A'], ports);
    expect(await textFor(C, 'assets/lazy-a.js')).toBe('lazy A');
  });

  test('that wait for their turn are not older: they stay', async () => {
    await dropUnheld(A, [], ports);
    expect(await caches.keys()).toEqual([cacheName(A), cacheName(B)]);
  });

  test('that were interrupted go when the next takes over', async () => {
    await caches.open(cacheName(C));
    await holdOlder(B, [], ports);
    expect(await caches.keys()).toEqual([cacheName(A), cacheName(B)]);
  });

  test('caches of anything else are left alone', async () => {
    await caches.open('somebody-else');
    await holdOlder(B, [], ports);
    await dropUnheld(B, [], ports);
    expect(await caches.keys()).toEqual([cacheName(B), 'somebody-else']);
  });
});
