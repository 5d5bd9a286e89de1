/** The open database and this device's id, for pages: set once at start, before anything is drawn. */
import type { DeviceId } from '#review/ids.ts';
import type { LamplightDb } from './database.ts';

export interface Storage {
  readonly db: LamplightDb;
  readonly device: DeviceId;
}

let current: Storage | null = null;

/** Makes an open database the current one. */
export function setStorage(storage: Storage | null): void {
  current = storage;
}

/** The open database. @throws Error when nothing is open yet, which is a mistake in the order of start-up */
export function getStorage(): Storage {
  if (!current) throw new Error('The database is not open yet.');
  return current;
}
