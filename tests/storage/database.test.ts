/** Opening the database, and everything that can be in the way. */
import { Dexie } from 'dexie';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createDatabase,
  MIGRATIONS,
  openDatabase,
  problemOf,
  StorageError,
  type OpenProblem,
} from '#storage/database.ts';
import { deviceId } from '../support/builders.ts';
import { freshName, openTab } from '../support/test-db.ts';

const NEXT = [...MIGRATIONS, { version: (MIGRATIONS.at(-1)?.version ?? 0) + 1, stores: { added: 'id' } }];

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Lets every request that is under way come to its end. */
async function settle(): Promise<void> {
  const name = freshName();
  await createDatabase(name).open();
  await Dexie.delete(name);
}

function failureOf(name: string, migrations = MIGRATIONS): Promise<unknown> {
  return openDatabase(createDatabase(name, migrations), () => undefined).catch((error: unknown) => error);
}

/** A connection that does not give way, as a frozen tab of an older version. */
async function holdOlder(name: string): Promise<IDBDatabase> {
  const db = await openTab(name);
  await db.local.put({ key: 'device', value: deviceId(1) });
  db.close();
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
  });
}

describe('opening', () => {
  test('makes the database on the first visit and finds it on the next', async () => {
    const name = freshName();
    const db = await openTab(name);
    await db.local.put({ key: 'device', value: deviceId(1) });
    db.close();
    expect(await (await openTab(name)).local.count()).toBe(1);
  });

  test.each([
    ['has none', undefined],
    ['hides it', null],
  ])('in a browser that %s says that it is unsupported', async (_, factory) => {
    vi.stubGlobal('indexedDB', factory);
    expect(await failureOf(freshName())).toMatchObject({ name: 'StorageError', problem: 'unsupported' });
  });

  test('in a browser that forbids even asking says that it is unsupported', async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
    Object.defineProperty(globalThis, 'indexedDB', {
      configurable: true,
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const failure = await failureOf(freshName());
    if (own) Object.defineProperty(globalThis, 'indexedDB', own);
    expect(failure).toMatchObject({ problem: 'unsupported' });
  });

  test.each<[string, OpenProblem]>([
    ['SecurityError', 'unsupported'],
    ['QuotaExceededError', 'full'],
    ['UnknownError', 'broken'],
  ])('when the engine refuses with %s says: %s', async (name, problem) => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('refused', name);
    });
    const failure = await failureOf(freshName());
    expect(failure).toBeInstanceOf(StorageError);
    expect(failure).toMatchObject({ problem, cause: expect.anything() });
  });

  test('a database of a newer version leaves it as it is, and does not hold it', async () => {
    const name = freshName();
    const newer = await openDatabase(createDatabase(name, NEXT), () => undefined);
    await newer.table('added').put({ id: 1 });
    newer.close();
    expect(await failureOf(name)).toMatchObject({ problem: 'newer' });
    const again = await openDatabase(createDatabase(name, NEXT), () => undefined);
    expect(await again.table('added').count()).toBe(1);
    again.close();
  });
});

describe('an upgrade that another tab blocks', () => {
  test('says so, and works once the other tab is closed', async () => {
    const name = freshName();
    const held = await holdOlder(name);
    expect(await failureOf(name, NEXT)).toMatchObject({ problem: 'blocked' });
    held.close();
    const db = await openDatabase(createDatabase(name, NEXT), () => undefined);
    expect(await db.local.get('device')).toEqual({ key: 'device', value: deviceId(1) });
    db.close();
  });

  test('holds nothing open afterwards that nobody asked for', async () => {
    const name = freshName();
    const held = await holdOlder(name);
    const db = createDatabase(name, NEXT);
    const heard = vi.fn();
    await expect(openDatabase(db, heard)).rejects.toThrow(StorageError);
    held.close();
    await settle();
    await settle();
    expect(db.isOpen()).toBe(false);
    expect(db.hasBeenClosed()).toBe(true);
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('an open database', () => {
  test('gives way to an upgrade in another tab, and says once why it was closed', async () => {
    const name = freshName();
    const heard = vi.fn();
    const old = await openDatabase(createDatabase(name), heard);
    const upgraded = await openDatabase(createDatabase(name, NEXT), () => undefined);
    expect(upgraded.verno).toBe(NEXT.at(-1)?.version);
    expect(old.isOpen()).toBe(false);
    expect(heard.mock.calls).toEqual([['upgrade']]);
    await expect(old.local.toArray()).rejects.toMatchObject({ name: 'DatabaseClosedError' });
    upgraded.close();
  });

  test('gives way to its deletion, and does not call that an upgrade', async () => {
    const name = freshName();
    const heard = vi.fn();
    const db = await openDatabase(createDatabase(name), heard);
    await Dexie.delete(name);
    expect(db.isOpen()).toBe(false);
    expect(heard.mock.calls).toEqual([['deletion']]);
  });

  test('that the browser closes by itself says so', async () => {
    const heard = vi.fn();
    const db = await openDatabase(createDatabase(freshName()), heard);
    forceCloseDatabase(db.backendDB() as never);
    await settle();
    expect(heard.mock.calls).toEqual([['browser']]);
  });

  test('that the browser closes because the site’s data were cleared says that they are gone', async () => {
    const heard = vi.fn();
    const db = await openDatabase(createDatabase(freshName()), heard);
    vi.spyOn(indexedDB, 'databases').mockResolvedValue([]);
    forceCloseDatabase(db.backendDB() as never);
    await settle();
    expect(heard.mock.calls).toEqual([['deletion']]);
  });

  test('that the app closes says nothing', async () => {
    const heard = vi.fn();
    const db = await openDatabase(createDatabase(freshName()), heard);
    db.close();
    await settle();
    expect(heard).not.toHaveBeenCalled();
  });

  test('is held by two tabs of one version side by side', async () => {
    const name = freshName();
    const [one, two] = await Promise.all([openTab(name), openTab(name)]);
    await one.local.put({ key: 'device', value: 1 });
    expect(await two.local.get('device')).toEqual({ key: 'device', value: 1 });
  });
});

describe('the problem behind an error', () => {
  const quota = new DOMException('no room', 'QuotaExceededError');
  const wrapped = (inner: unknown) => Object.assign(new Error('outside'), { name: 'AbortError', inner });

  test.each<[string, unknown, OpenProblem]>([
    ['a full disk', quota, 'full'],
    ['a full disk inside an aborted transaction', wrapped(quota), 'full'],
    ['a full disk as a cause', new Error('outside', { cause: quota }), 'full'],
    [
      'a full disk as a cause of a cause',
      new Error('outside', { cause: new Error('inside', { cause: quota }) }),
      'full',
    ],
    ['a full disk among many writes', new Dexie.BulkError('bulkPut', { 7: quota as unknown as Error }), 'full'],
    ['a full disk in many writes inside an abort', wrapped(new Dexie.BulkError('bulkPut', [quota])), 'full'],
    ['a newer version', wrapped(new DOMException('', 'VersionError')), 'newer'],
    ['a missing engine', new Dexie.MissingAPIError('none'), 'unsupported'],
    ['a forbidden engine', new DOMException('', 'SecurityError'), 'unsupported'],
    ['what was known already', new StorageError('blocked'), 'blocked'],
    ['what was known already, wrapped', new Error('outside', { cause: new StorageError('full') }), 'full'],
    ['something else', new TypeError('x is not a function'), 'broken'],
    ['something else inside many writes', new Dexie.BulkError('bulkPut', []), 'broken'],
    ['a word', 'QuotaExceededError', 'broken'],
    ['nothing', undefined, 'broken'],
  ])('%s', (_, error, problem) => {
    expect(problemOf(error)).toBe(problem);
  });

  test('that goes round in circles is given up', () => {
    const error = new Error('a');
    error.cause = error;
    expect(problemOf(error)).toBe('broken');
  });
});
