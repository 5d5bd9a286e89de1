/** Facts reach the screen through live queries; a failing one throws in render and so reaches the route's error screen. */
import { useLiveQuery } from 'dexie-react-hooks';
import { getStorage, type Storage } from './current.ts';

/** The result of a query, again whenever what it read has changed, in any tab; undefined until the first answer. */
export function useLive<T>(query: (storage: Storage) => Promise<T>, deps: readonly unknown[]): T | undefined {
  return useLiveQuery(() => query(getStorage()), [...deps]);
}
