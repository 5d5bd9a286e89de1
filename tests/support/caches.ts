/** CacheStorage in memory: as much of it as the service worker uses. A cache that was deleted goes on for whoever holds it. */

class MemoryCache {
  readonly kept = new Map<string, Response>();

  put(key: string, response: Response): Promise<void> {
    this.kept.set(key, response);
    return Promise.resolve();
  }

  match(key: string): Promise<Response | undefined> {
    return Promise.resolve(this.kept.get(key)?.clone());
  }
}

export class MemoryCaches {
  readonly all = new Map<string, MemoryCache>();

  open(name: string): Promise<MemoryCache> {
    const cache = this.all.get(name) ?? new MemoryCache();
    this.all.set(name, cache);
    return Promise.resolve(cache);
  }

  keys(): Promise<string[]> {
    return Promise.resolve([...this.all.keys()]);
  }

  delete(name: string): Promise<boolean> {
    return Promise.resolve(this.all.delete(name));
  }

  match(key: string, { cacheName = '' } = {}): Promise<Response | undefined> {
    return this.all.get(cacheName)?.match(key) ?? Promise.resolve(undefined);
  }

  /** As the type that code expects. */
  asCacheStorage(): CacheStorage {
    return this as unknown as CacheStorage;
  }
}
