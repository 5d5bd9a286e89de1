// @vitest-environment jsdom
/** What is in the way of a first start is told as what it is. */
import { render, screen } from '@testing-library/react';
import { IDBObjectStore } from 'fake-indexeddb';
import { expect, onTestFinished, test, vi } from 'vitest';
import { BootProblem, type BlockedBoot } from '#app/boot-problem.tsx';
import { lookAgain, start, useBoot } from '#app/boot.ts';
import type { ItemId } from '#bank/item.ts';
import { newItemState } from '#review/card-state.ts';
import { getStorage } from '#storage/current.ts';
import { createDatabase } from '#storage/database.ts';
import { rowOfEvent } from '#storage/item-states.ts';
import { writeAhead } from '#storage/write-ahead.ts';
import { itemId, reviewed } from '../support/builders.ts';
import { buildBank, fakeSource } from '../support/test-bank.ts';

test('what another page pressed and could not store is stored at the start, and when this page is looked at again', async () => {
  const source = fakeSource(await buildBank());
  const serve = async (url: string) => new Response(await source.fetchText(url.slice(url.lastIndexOf('/') + 1)));
  vi.stubGlobal('fetch', vi.fn(serve));
  onTestFinished(async () => {
    vi.unstubAllGlobals();
    await getStorage().db.delete();
  });
  const press = async (n: number, item: ItemId) => {
    const db = createDatabase();
    writeAhead(await db.open().then(() => db), rowOfEvent(reviewed(n, { item }), newItemState(item)));
    db.close();
  };
  await press(1, itemId('q-one'));
  await start();
  const { db } = getStorage();
  expect([await db.events.count(), await db.ahead.count()]).toEqual([1, 0]);
  await press(2, itemId('q-two'));
  lookAgain();
  await vi.waitFor(async () => expect([await db.events.count(), await db.ahead.count()]).toEqual([2, 0]));
});

test('a database that was deleted under this tab stays closed when the bank has come or failed', async () => {
  let answer: (response: Response) => void = () => undefined;
  const ask = vi.fn(() => new Promise<Response>((resolve) => (answer = resolve)));
  vi.stubGlobal('fetch', ask);
  onTestFinished(() => void vi.unstubAllGlobals());
  const starting = start();
  await vi.waitFor(() => expect(ask).toHaveBeenCalled());
  await createDatabase().delete();
  await vi.waitFor(() => expect(useBoot.getState().boot).toEqual({ phase: 'closed', by: 'deletion' }));
  answer(new Response('gone', { status: 404 }));
  await starting;
  expect(useBoot.getState().boot).toEqual({ phase: 'closed', by: 'deletion' });
});

test('with a worker that still brings the bank, the work is ended and the tab stays closed', async () => {
  const worker = Object.assign(new EventTarget(), { postMessage: vi.fn(), terminate: vi.fn() });
  vi.stubGlobal('Worker', function Stand() {
    return worker;
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  const starting = start();
  await vi.waitFor(() => expect(worker.postMessage).toHaveBeenCalled());
  await createDatabase().delete();
  await vi.waitFor(() => expect(worker.terminate).toHaveBeenCalled());
  worker.dispatchEvent(new MessageEvent('message', { data: { type: 'done', value: { ok: true } } }));
  await starting;
  expect(useBoot.getState().boot.phase).toBe('closed');
});

test('a device that is full when the bank arrives is called full, and not the bank damaged', async () => {
  const source = fakeSource(await buildBank());
  const serve = async (url: string) => new Response(await source.fetchText(url.slice(url.lastIndexOf('/') + 1)));
  vi.stubGlobal('fetch', vi.fn(serve));
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function full(this: IDBObjectStore, value, key) {
    if (this.name === 'packs') throw new DOMException('There is no room.', 'QuotaExceededError');
    return put.call(this, value, key);
  });
  onTestFinished(async () => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    await getStorage().db.delete();
  });

  await start();
  const { boot } = useBoot.getState();
  expect(boot.phase).toBe('noBank');
  render(<BootProblem boot={boot as BlockedBoot} />);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This device is full');
  expect(screen.getByText(/whatever was stored on this device is still here/u)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
});
