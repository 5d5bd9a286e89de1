/** Whatever is wrong with the bank on offer, the one that is stored stays, and so does all progress. */
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { BuiltPacks } from '#bank/pack/build-packs.ts';
import { problemOf } from '#storage/database.ts';
import { CorruptRowError } from '#storage/corrupt-row.ts';
import { BankError } from '#storage/bank-files.ts';
import { loadBank } from '#storage/load-bank.ts';
import { readItem } from '#storage/read-item.ts';
import { itemId } from '../support/builders.ts';
import { dump } from '../support/dump.ts';
import { question } from '../support/item-builders.ts';
import { practise } from '../support/practice.ts';
import { buildBank, fakeSource, sha256, SMALL_BANK, type FakeSource } from '../support/test-bank.ts';
import { freshName, openTab, openTestDb } from '../support/test-db.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const NEXT = [
  ...SMALL_BANK.filter((item) => item.id !== 'q-three'),
  question('q-three', { topic: 'web/tls', title: 'New?' }),
];

/** The pack that an update to `NEXT` fetches. */
function changedFile({ manifest }: BuiltPacks): string {
  return manifest.packs.find((ref) => ref.file.includes('tls'))?.file ?? '';
}

/** Serves another text for the changed pack, with a manifest that announces it. */
function serveAs(source: FakeSource, text: string): void {
  const { manifest } = source.bank;
  const file = changedFile(source.bank);
  const packs = manifest.packs.map((ref) => (ref.file === file ? { ...ref, hash: sha256(text) } : ref));
  source.meddle = (asked) => {
    if (asked === 'manifest.json') return JSON.stringify({ ...manifest, packs });
    return asked === file ? text : undefined;
  };
}

function serve(source: FakeSource, which: 'manifest' | 'pack', text: string | (() => never)): void {
  const file = which === 'manifest' ? 'manifest.json' : changedFile(source.bank);
  source.meddle = (asked) => {
    if (asked !== file) return undefined;
    return typeof text === 'string' ? text : text();
  };
}

const FAULTS: readonly (readonly [string, (source: FakeSource) => void, Record<string, unknown>])[] = [
  [
    'a manifest that cannot be had',
    (source) =>
      serve(source, 'manifest', () => {
        throw new Error('the server answered 503');
      }),
    { kind: 'download', file: 'manifest.json', why: 'the server answered 503' },
  ],
  [
    'a manifest that fails with something that is no error',
    (source) =>
      serve(source, 'manifest', () => {
        // eslint-disable-next-line typescript/only-throw-error
        throw 'offline';
      }),
    { kind: 'download', file: 'manifest.json', why: 'offline' },
  ],
  [
    'a sign-in page instead of a manifest',
    (source) => serve(source, 'manifest', '<!doctype html><title>Sign in</title>'),
    { kind: 'damaged', file: 'manifest.json' },
  ],
  ['a manifest cut short', (source) => serve(source, 'manifest', '{"format":1,"id":"te'), { kind: 'damaged' }],
  [
    'a manifest of another shape',
    (source) => serve(source, 'manifest', JSON.stringify({ ...source.bank.manifest, order: 'none' })),
    { kind: 'damaged', file: 'manifest.json', why: 'unexpected content at order' },
  ],
  [
    'a manifest that names a file elsewhere',
    (source) => {
      const { manifest } = source.bank;
      const packs = manifest.packs.map((ref) => ({ ...ref, file: '../secrets.json' }));
      serve(source, 'manifest', JSON.stringify({ ...manifest, packs }));
    },
    { kind: 'damaged', file: 'manifest.json', why: 'unexpected content at packs.0.file' },
  ],
  [
    'a manifest larger than any',
    (source) => serve(source, 'manifest', JSON.stringify({ ...source.bank.manifest, title: 'x'.repeat(5000) })),
    { kind: 'damaged', file: 'manifest.json', why: 'larger than any real pack' },
  ],
  [
    'a manifest of a newer app',
    (source) => serve(source, 'manifest', JSON.stringify({ format: 2, shape: 'unknown' })),
    { kind: 'newer' },
  ],
  [
    'a pack that cannot be had',
    (source) =>
      serve(source, 'pack', () => {
        throw new Error('the connection was lost');
      }),
    { kind: 'download', file: expect.stringContaining('tls'), why: 'the connection was lost' },
  ],
  [
    'a pack with one letter changed',
    (source) => {
      const text = source.bank.files.get(changedFile(source.bank)) ?? '';
      serve(source, 'pack', text.replace('New?', 'Now?'));
    },
    { kind: 'damaged', why: 'its content is not what the manifest announced' },
  ],
  ['a pack cut short', (source) => serve(source, 'pack', '{"items":['), { kind: 'damaged' }],
  ['an announced pack that is no JSON', (source) => serveAs(source, 'null and void'), { kind: 'damaged' }],
  [
    'an announced pack of another shape',
    (source) => serveAs(source, '{"items":[{"hash":"x"}]}'),
    { kind: 'damaged', why: 'unexpected content at items.0.hash' },
  ],
  [
    'an announced pack that is too deep',
    (source) => serveAs(source, `{"items":${'['.repeat(500)}${']'.repeat(500)}}`),
    { kind: 'damaged', why: 'larger than any real pack' },
  ],
];

describe('an update with', () => {
  test.each(FAULTS)(
    '%s changes nothing, says what it is, and works once that is mended',
    async (_, break_, problem) => {
      const { db, source } = await openTestDb();
      const me = practise(db);
      await me.grade('q-three', 3, { ticked: ['c1'] });
      const before = await dump(db);
      source.bank = await buildBank(NEXT);
      break_(source);
      const error = await loadBank(db, source).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(BankError);
      expect((error as BankError).problem).toMatchObject(problem);
      expect((error as BankError).message).toMatch(/^bank: (?:newer$|\w+ \S+: .)/u);
      expect(await dump(db)).toEqual(before);
      await me.grade('q-one', 3);
      source.meddle = () => undefined;
      await loadBank(db, source);
      expect(await readItem(db, itemId('q-three'))).toMatchObject({ title: 'New?' });
      expect(await me.look('q-three')).toMatchObject({ events: 1 });
    },
  );
});

describe('a first visit with', () => {
  test.each(FAULTS)('%s leaves what has arrived usable', async (_, break_, problem) => {
    const db = await openTab(freshName());
    const source = fakeSource(await buildBank(NEXT));
    break_(source);
    const error = await loadBank(db, source).catch((thrown: unknown) => thrown);
    expect((error as BankError).problem).toMatchObject(problem);
    for (const row of await db.items.toArray()) expect((await readItem(db, itemId(row.id)))?.id).toBe(row.id);
    expect(await db.banks.count()).toBe(0);
    source.meddle = () => undefined;
    await loadBank(db, source);
    expect(await db.items.count()).toBe(NEXT.length);
  });
});

describe('this device', () => {
  test('when it is full keeps the old pack whole, and takes the new one once there is room', async () => {
    const { db, source } = await openTestDb();
    const before = await dump(db, ['packs']);
    const packs = await db.packs.toArray();
    source.bank = await buildBank(NEXT);
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value: object, key) {
      if (this.name === 'items') throw new DOMException('no room', 'QuotaExceededError');
      return put.call(this, value, key);
    });
    const error = await loadBank(db, source).catch((thrown: unknown) => thrown);
    vi.restoreAllMocks();
    expect(problemOf(error)).toBe('full');
    expect(await dump(db, ['packs'])).toEqual(before);
    expect(await db.packs.toArray()).toEqual(expect.arrayContaining(packs));
    await loadBank(db, source);
    expect(await readItem(db, itemId('q-three'))).toMatchObject({ title: 'New?' });
  });

  test('when a card in it is damaged names the card, and keeps the old pack whole', async () => {
    const { db, source } = await openTestDb();
    await db.cards.update('q-three' as never, { state: 'rust' as never });
    const before = await dump(db, ['packs']);
    const packs = await db.packs.toArray();
    source.bank = await buildBank(NEXT);
    const error = await loadBank(db, source).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CorruptRowError);
    expect(error).toMatchObject({ table: 'cards', key: 'q-three' });
    expect(await dump(db, ['packs'])).toEqual(before);
    expect(await db.packs.toArray()).toEqual(expect.arrayContaining(packs));
  });
});
