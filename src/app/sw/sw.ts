/**
 * The service worker: keeps one build whole, answers from it, and gives way to the next only when a person agrees. It holds
 * no state in memory, for browsers stop and start it at will.
 */
import { dropUnheld, findKept, holdOlder, installPrecache, type Ports, type Precache } from './precache.ts';

declare const self: ServiceWorkerGlobalScope;
/** Written in front of the built worker by the build. */
declare const PRECACHE: Precache;

const ports: Ports = {
  caches: self.caches,
  fetch: (request) => self.fetch(request),
  scope: self.registration.scope,
};

/** Ids of the tabs of this app, also of those that this worker does not control. */
async function openTabs(): Promise<string[]> {
  const clients = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return clients.map(({ id }) => id);
}

/** While a newer worker is on its way, its cache is not to be mistaken for an older one. */
function isNewest(): boolean {
  return self.registration.installing === null && self.registration.waiting === null;
}

async function takeOver(): Promise<void> {
  if (isNewest()) await holdOlder(PRECACHE, await openTabs(), ports);
  await self.clients.claim();
}

async function tidy(): Promise<void> {
  if (isNewest()) await dropUnheld(PRECACHE, await openTabs(), ports);
}

async function answer(request: Request): Promise<Response> {
  return (await findKept(PRECACHE, request, ports)) ?? self.fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(installPrecache(PRECACHE, ports)));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && new URL(request.url).origin === self.location.origin) {
    event.respondWith(answer(request));
  }
});

self.addEventListener('message', (event) => {
  const { type } = (event.data ?? {}) as { type?: unknown };
  if (type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  if (type === 'TIDY') event.waitUntil(tidy());
});
