/** The first load of the built-in bank: until the first question can be asked, and until all of it is there. */
import { createDatabase } from '#storage/database.ts';
import type { BankSource } from '#storage/bank-files.ts';
import { loadBank } from '#storage/load-bank.ts';

const ROUNDS = 7;

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const source: BankSource = { fetchText: async (file) => (await fetch(`/bank/${file}`)).text(), sha256 };

/** The peer: the same texts fetched and put into one store, unparsed and unchecked. */
async function bareLoad(): Promise<void> {
  const manifest = JSON.parse(await source.fetchText('manifest.json')) as { packs: { file: string }[] };
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bench-bare-bank', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('packs');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('open failed'));
  });
  for (const { file } of manifest.packs) {
    const text = await source.fetchText(file);
    await new Promise<void>((resolve, reject) => {
      const tx = db.transaction('packs', 'readwrite');
      tx.objectStore('packs').put(text, file);
      tx.oncomplete = () => resolve();
      tx.onerror = () => reject(tx.error ?? new Error('put failed'));
    });
  }
  db.close();
  indexedDB.deleteDatabase('bench-bare-bank');
}

export async function bankLoad(): Promise<{ first: number[]; all: number[]; bare: number[]; items: number }> {
  const first: number[] = [];
  const all: number[] = [];
  const bare: number[] = [];
  let items = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const db = createDatabase(`bench-bank-${round}`);
    await db.delete();
    await db.open();
    const start = performance.now();
    let firstMs = 0;
    await loadBank(db, source, () => {
      firstMs ||= performance.now() - start;
    });
    all.push(performance.now() - start);
    first.push(firstMs);
    items = await db.items.count();
    await db.delete();
    const bareStart = performance.now();
    await bareLoad();
    bare.push(performance.now() - bareStart);
  }
  return { first, all, bare, items };
}
