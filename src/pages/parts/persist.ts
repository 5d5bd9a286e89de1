/** Asks the browser to keep what is stored here, once there is something worth keeping. */

/** Whether the browser promised to keep the data: `unknown` where it cannot be asked. */
export type Keeping = 'kept' | 'mayBeCleared' | 'unknown';

/** What the browser promises now. */
export async function storageKept(): Promise<Keeping> {
  if (!('storage' in navigator) || !('persisted' in navigator.storage)) return 'unknown';
  return (await navigator.storage.persisted()) ? 'kept' : 'mayBeCleared';
}

/** Asks for the promise; browsers decide by themselves or ask the person, and a "no" changes nothing else. */
export async function keepStorage(): Promise<Keeping> {
  const now = await storageKept();
  if (now !== 'mayBeCleared') return now;
  return (await navigator.storage.persist()) ? 'kept' : 'mayBeCleared';
}
