/** Whether the app can be installed here, and the browser's own dialogue for it. */

/** Chromium's event, which no standard describes. */
interface InstallEvent extends Event {
  prompt(): Promise<void>;
  readonly userChoice: Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/** - `unavailable`: the browser offers nothing (Safari and Firefox never do), or the person declined in this visit */
export type InstallState = 'unavailable' | 'available' | 'installed';

export interface InstallPrompt {
  readonly getState: () => InstallState;
  /** Calls `listen` after each change; returns how to stop. */
  readonly subscribe: (listen: () => void) => () => void;
  /** Opens the browser's dialogue, if it is available. For a person's click. */
  readonly prompt: () => Promise<void>;
}

function runsInstalled(): boolean {
  return globalThis.matchMedia('(display-mode: standalone)').matches;
}

/** Listens from now on; to be called before the page has loaded, for the browser asks only once. */
export function createInstallPrompt(): InstallPrompt {
  const listeners = new Set<() => void>();
  let event: InstallEvent | null = null;
  let state: InstallState = runsInstalled() ? 'installed' : 'unavailable';
  const set = (next: InstallState): void => {
    state = next;
    for (const listen of listeners) listen();
  };
  globalThis.addEventListener('beforeinstallprompt', (offered) => {
    // Keeps the browser's own banner away: the app asks at a better moment.
    offered.preventDefault();
    event = offered as InstallEvent;
    set('available');
  });
  globalThis.addEventListener('appinstalled', () => {
    event = null;
    set('installed');
  });
  return {
    getState: () => state,
    subscribe: (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    prompt: async () => {
      const offered = event;
      if (offered === null) return;
      event = null;
      await offered.prompt();
      const { outcome } = await offered.userChoice;
      if (outcome === 'dismissed') set('unavailable');
    },
  };
}
