/** Looks into and prepares the app's own database from a page of the browser tests. */
import { expect, type Page } from '@playwright/test';

const DB = 'lamplight';

/** All rows of a table, as the page's IndexedDB holds them. */
export function rowsOf<T>(page: Page, table: string): Promise<T[]> {
  return page.evaluate(
    ([name, store]) =>
      new Promise<T[]>((resolve, reject) => {
        const open = indexedDB.open(name);
        open.onerror = () => reject(open.error ?? new Error('open failed'));
        open.onsuccess = () => {
          const request = open.result.transaction(store).objectStore(store).getAll();
          request.onerror = () => reject(request.error ?? new Error('read failed'));
          request.onsuccess = () => {
            open.result.close();
            resolve(request.result as T[]);
          };
        };
      }),
    [DB, table] as const,
  );
}

/** Puts one row into a table. */
export function putRow(page: Page, table: string, row: unknown): Promise<void> {
  return page.evaluate(
    ([name, store, value]) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open(name);
        open.onerror = () => reject(open.error ?? new Error('open failed'));
        open.onsuccess = () => {
          const tx = open.result.transaction(store, 'readwrite');
          tx.objectStore(store).put(value);
          tx.onerror = () => reject(tx.error ?? new Error('write failed'));
          tx.oncomplete = () => {
            open.result.close();
            resolve();
          };
        };
      }),
    [DB, table, row] as const,
  );
}

/** Keeps a transaction open that reads a table, so that whoever writes to it waits in line; returns how to end it. */
export async function holdReading(page: Page, table: string): Promise<() => Promise<void>> {
  const held = await page.evaluateHandle(
    ([name, store]) =>
      new Promise<() => void>((resolve, reject) => {
        const open = indexedDB.open(name);
        open.onerror = () => reject(open.error ?? new Error('open failed'));
        open.onsuccess = () => {
          const tx = open.result.transaction(store);
          let holds = true;
          const readOn = (): void => {
            if (holds) tx.objectStore(store).count().onsuccess = readOn;
            else open.result.close();
          };
          readOn();
          resolve(() => {
            holds = false;
          });
        };
      }),
    [DB, table] as const,
  );
  return () => held.evaluate((end) => end());
}

/** Writes a setting as the app would. */
export function putSetting(page: Page, key: string, value: unknown): Promise<void> {
  return putRow(page, 'settings', { key, value, atMs: 1, device: '00000000-0000-7000-8000-000000000000' });
}

/** Opens Today and waits until there is something to review and the whole bank has arrived. */
export async function openToday(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Start review' }).waitFor();
  // The whole bank is fetched and stored: on a busy machine that takes longer than an answer to a press.
  await expect.poll(async () => (await rowsOf(page, 'banks')).length, { timeout: 30_000 }).toBe(1);
}

/** Opens an address and waits for the heading of its page, which is not that of the frame painted before any script. */
export async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('#main').getByRole('heading', { level: 1 }).first().waitFor();
}
