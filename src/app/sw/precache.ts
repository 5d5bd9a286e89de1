/**
 * The files of one build, kept whole. A cache counts only once its record is written, which is the last step of its
 * installation; what an interrupted one leaves behind is never served.
 */

export interface PrecacheEntry {
  /** Relative to the worker's scope; empty for the shell. */
  readonly url: string;
  /** `sha256-` and base64, as in an integrity attribute. */
  readonly revision: string;
}

export interface Precache {
  /** Differs when any file, or the worker itself, differs. */
  readonly version: string;
  readonly entries: readonly PrecacheEntry[];
}

/** What lies in a complete cache beside its files. */
export interface CacheRecord {
  readonly revisions: Readonly<Record<string, string>>;
  /**
   * Ids of the tabs that were open when newer versions took over, so may still need these files; null while no newer
   * version has.
   */
  readonly heldBy: readonly string[] | null;
}

/** What the worker's global scope provides. */
export interface Ports {
  readonly caches: CacheStorage;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Ends in a slash. */
  readonly scope: string;
}

const PREFIX = 'lamplight-';
const RECORD = '__precache';
const AT_ONCE = 8;

/** The name of a build's cache. */
export function cacheName({ version }: Precache): string {
  return PREFIX + version;
}

/** The record of a complete cache; null for one that was interrupted. */
async function readRecord(cache: Cache, scope: string): Promise<CacheRecord | null> {
  const response = await cache.match(scope + RECORD);
  return response === undefined ? null : ((await response.json()) as CacheRecord);
}

function writeRecord(cache: Cache, scope: string, record: CacheRecord): Promise<void> {
  return cache.put(scope + RECORD, new Response(JSON.stringify(record)));
}

interface Kept {
  readonly name: string;
  readonly cache: Cache;
  /** Null when it is incomplete. */
  readonly record: CacheRecord | null;
}

/** The caches of other builds. */
async function otherCaches({ caches, scope }: Ports, current: string): Promise<Kept[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== current);
  return Promise.all(
    names.map(async (name) => {
      const cache = await caches.open(name);
      return { name, cache, record: await readRecord(cache, scope) };
    }),
  );
}

/**
 * Fills the cache of a build: with files that another build's cache holds unchanged, else from the network. Leaves
 * nothing behind when it rejects.
 * @throws when a file cannot be had, is not what the build made, or does not fit
 */
export async function installPrecache(precache: Precache, ports: Ports): Promise<void> {
  const { caches, scope } = ports;
  const name = cacheName(precache);
  const cache = await caches.open(name);
  const known = await readRecord(cache, scope);
  // Rolled out once more it is an older build no longer: tabs that open from now on will run it.
  if (known) return known.heldBy === null ? undefined : writeRecord(cache, scope, { ...known, heldBy: null });
  const queue = [...precache.entries];
  try {
    const others = (await otherCaches(ports, name)).filter(({ record }) => record !== null);
    const work = async (): Promise<void> => {
      for (let entry = queue.pop(); entry !== undefined; entry = queue.pop()) {
        const response = (await unchanged(others, entry, scope)) ?? (await download(entry, ports));
        await cache.put(scope + entry.url, response);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const revisions = Object.fromEntries(precache.entries.map(({ url, revision }) => [url, revision]));
    await writeRecord(cache, scope, { revisions, heldBy: null });
  } catch (error) {
    queue.length = 0;
    await caches.delete(name);
    throw error;
  }
}

/** The file as another build's cache holds it, if it is the same. */
async function unchanged(
  others: readonly Kept[],
  { url, revision }: PrecacheEntry,
  scope: string,
): Promise<Response | undefined> {
  const holder = others.find(({ record }) => record?.revisions[url] === revision);
  return holder?.cache.match(scope + url, { ignoreVary: true });
}

/** The browser compares each body with its revision; what a stale HTTP cache answers wrongly is asked for once more. */
async function download({ url, revision }: PrecacheEntry, { fetch, scope }: Ports): Promise<Response> {
  const ask = async (cache: RequestCache): Promise<Response> => {
    const response = await fetch(new Request(scope + url, { integrity: revision, cache, credentials: 'same-origin' }));
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    return response;
  };
  try {
    return await ask('default');
  } catch {
    return ask('reload');
  }
}

/** The address under which the answer to a request is kept: every page is the shell, unless it names a file. */
function keyOf({ url, mode }: Request, scope: string): string {
  const { pathname, origin } = new URL(url);
  const namesFile = pathname.slice(pathname.lastIndexOf('/')).includes('.');
  return mode === 'navigate' && !namesFile ? scope : origin + pathname;
}

/**
 * What is kept for a request: of this build, else of an older one whose tabs may still be open, for their parts that were
 * not loaded yet have left the server.
 */
export async function findKept(precache: Precache, request: Request, ports: Ports): Promise<Response | undefined> {
  const key = keyOf(request, ports.scope);
  const name = cacheName(precache);
  const own = await ports.caches.match(key, { cacheName: name, ignoreVary: true });
  if (own !== undefined) return own;
  for (const { cache, record } of await otherCaches(ports, name)) {
    const found = record === null ? undefined : await cache.match(key, { ignoreVary: true });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** On taking over: every older build's cache is held for the tabs that are open now, since each may be running it. */
export async function holdOlder(precache: Precache, openTabs: readonly string[], ports: Ports): Promise<void> {
  for (const { name, cache, record } of await otherCaches(ports, cacheName(precache))) {
    if (record === null) await ports.caches.delete(name);
    else {
      const heldBy = [...new Set([...(record.heldBy ?? []), ...openTabs])];
      await writeRecord(cache, ports.scope, { ...record, heldBy });
    }
  }
}

/** Drops the caches of older builds whose tabs are all closed or reloaded. */
export async function dropUnheld(precache: Precache, openTabs: readonly string[], ports: Ports): Promise<void> {
  const open = new Set(openTabs);
  for (const { name, record } of await otherCaches(ports, cacheName(precache))) {
    const held = record?.heldBy?.some((tab) => open.has(tab)) ?? true;
    if (!held) await ports.caches.delete(name);
  }
}
