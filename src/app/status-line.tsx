import { useSyncExternalStore } from 'react';

function subscribe(listen: () => void): () => void {
  window.addEventListener('online', listen);
  window.addEventListener('offline', listen);
  return () => {
    window.removeEventListener('online', listen);
    window.removeEventListener('offline', listen);
  };
}

/** Where the data is, and that being offline does not matter. A change is read out. */
export function StatusLine() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return <output>{online ? 'Saved on this device.' : 'You are offline; everything works.'}</output>;
}
