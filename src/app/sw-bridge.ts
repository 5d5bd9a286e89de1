/**
 * All that the app says to its service worker, and hears from it. A new version waits until a person agrees; then only the
 * tab where that happened reloads, and the others learn that they run an older one.
 */
import type { Workbox } from 'workbox-window';
import { trustedScriptUrl } from './trusted-types.ts';

/**
 * - `none`: nothing is known yet, or this browser has no service workers
 * - `installing`: the first copy for offline use is being made
 * - `offlineReady`: everything works without a network
 * - `updateWaiting`: a newer version is complete; `applyUpdate` takes it
 * - `updatedElsewhere`: another tab took it; this one goes on with the older, and `applyUpdate` reloads it
 * - `failed`: no copy for offline use could be made; the next visit tries again
 */
export type SwState = 'none' | 'installing' | 'offlineReady' | 'updateWaiting' | 'updatedElsewhere' | 'failed';

export interface SwBridge {
  readonly getState: () => SwState;
  /** Calls `listen` after each change; returns how to stop. */
  readonly subscribe: (listen: () => void) => () => void;
  /** Takes the newer version and reloads this tab. For a person's click, and never in the middle of a review. */
  readonly applyUpdate: () => void;
}

/** Not more often than this does a tab that comes back to the front look for a newer version. */
const CHECK_EVERY_MS = 3_600_000;

/** Registers the worker once the page has loaded, where there can be one: in the built app. */
export function createSwBridge(production = import.meta.env.PROD): SwBridge {
  const listeners = new Set<() => void>();
  let state: SwState = 'none';
  const set = (next: SwState): void => {
    if (state === next) return;
    state = next;
    for (const listen of listeners) listen();
  };
  const applyUpdate = production && 'serviceWorker' in navigator ? connect(set, () => state) : () => {};
  return {
    getState: () => state,
    subscribe: (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    applyUpdate,
  };
}

/** Follows the worker's life; returns what applies an update. */
function connect(set: (state: SwState) => void, get: () => SwState): () => void {
  let controlled = navigator.serviceWorker.controller !== null;
  let applying = false;
  let workbox: Workbox | null = null;

  const follow = (followed: Workbox): void => {
    workbox = followed;
    followed.addEventListener('waiting', () => set('updateWaiting'));
    followed.addEventListener('redundant', () => {
      if (!controlled && get() === 'installing') set('failed');
    });
    followed.addEventListener('controlling', () => {
      if (applying) location.reload();
      else set(controlled ? 'updatedElsewhere' : 'offlineReady');
      controlled = true;
    });
  };
  void register(follow, set);

  return () => {
    if (get() === 'updatedElsewhere') location.reload();
    if (get() !== 'updateWaiting') return;
    applying = true;
    workbox?.messageSkipWaiting();
  };
}

/** Only when the page has loaded, and with a library that arrives only then: the first load goes to the app itself. */
async function register(follow: (workbox: Workbox) => void, set: (state: SwState) => void): Promise<void> {
  try {
    await pageLoad();
    const library = await import('workbox-window');
    const workbox = new library.Workbox(trustedScriptUrl('/sw.js'));
    follow(workbox);
    const registration = await workbox.register();
    if (registration === undefined) return;
    if (registration.waiting !== null) set('updateWaiting');
    else set(registration.active === null ? 'installing' : 'offlineReady');
    registration.active?.postMessage({ type: 'TIDY' });
    checkWhenSeen(workbox);
  } catch {
    // Private windows and locked-down browsers refuse; the app works without, as long as there is a network.
    set('failed');
  }
}

function pageLoad(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => {
    globalThis.addEventListener('load', () => resolve(), { once: true });
  });
}

/** An installed app can stay open for weeks; the browser looks for a newer version only when a page is opened. */
function checkWhenSeen(workbox: Workbox): void {
  let checkedAtMs = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - checkedAtMs < CHECK_EVERY_MS) return;
    checkedAtMs = Date.now();
    workbox.update().catch(() => {
      // Offline, most likely.
    });
  });
}
