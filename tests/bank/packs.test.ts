import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Item, StageQuery } from '#bank/item.ts';
import { buildPacks } from '#bank/pack/build-packs.ts';
import { canonicalJson, hashItem, utf8Length } from '#bank/pack/canonical.ts';
import { fillStages, learningOrder } from '#bank/pack/order.ts';
import type { PackFile } from '#bank/pack/pack.ts';
import { readManifest, readPackFile } from '#bank/pack/read-pack.ts';
import { ALL, HEAD, id, made, sha256 } from './sample-packs.ts';
import { itemOf } from './sample-texts.ts';

vi.setConfig({ testTimeout: 30_000 });

describe('canonical JSON', () => {
  test('the order of keys and undefined values change nothing', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 'x' }], a: undefined })).toBe('{"b":[{"c":"x","d":1}]}');
    expect(canonicalJson({ a: undefined, b: [{ c: 'x', d: 1 }] })).toBe('{"b":[{"c":"x","d":1}]}');
  });

  test('any JSON value comes back equal', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('bytes are counted as UTF-8 has them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(utf8Length(text)).toBe(Buffer.byteLength(text));
      }),
    );
  });
});

describe('packs', () => {
  test('the same items in any order make the same bytes', async () => {
    const items = [...ALL, ...Array.from({ length: 30 }, (_, i) => made(`q-${i}`))];
    const once = await buildPacks(HEAD, items, sha256);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(items, { minLength: items.length }), async (shuffled) => {
        expect(await buildPacks(HEAD, shuffled, async (text) => sha256(text))).toEqual(once);
      }),
      { numRuns: 10 },
    );
  });

  test('files are named by use and hash, and hold at most 800 items, one a line', async () => {
    const items = [...ALL, ...Array.from({ length: 804 }, (_, i) => made(`q-${i}`))];
    const { manifest, files } = await buildPacks(HEAD, items, sha256);
    expect(
      manifest.packs
        .map(({ file, items: count }) => `${file.replace(/-[0-9a-f]{12}\.json$/, '')} ${count}`)
        .toSorted((a, b) => (a < b ? -1 : 1)),
    ).toEqual(['paths 1', 'questions-web 800', 'questions-web-2 5', 'reference 3']);
    for (const { file, hash, bytes } of manifest.packs) {
      const text = files.get(file) ?? '';
      expect(sha256(text)).toBe(hash);
      expect(file).toContain(hash.slice(0, 12));
      expect(Buffer.byteLength(text)).toBe(bytes);
      const lines = text.split('\n').slice(1, -1);
      const whole = (JSON.parse(text) as PackFile).items;
      expect(lines.map((line) => JSON.parse(line.replace(/,$/, '')) as unknown)).toEqual(whole);
    }
  });

  test('the questions of the first domain are a file of their own, all others one', async () => {
    const head = {
      ...HEAD,
      domains: ['web', 'a', 'b'].map((name) => ({ id: name, title: name, about: name, topics: [] })),
    };
    const items = ['a', 'b', 'web'].map((name) => made(`q-${name}`, { topic: `${name}/t` }));
    const { manifest } = await buildPacks(head, items, sha256);
    expect(
      manifest.packs.map(({ file, items: count }) => `${file.replace(/-[0-9a-f]{12}\.json$/, '')} ${count}`),
    ).toEqual(['questions 2', 'questions-web 1']);
  });

  test('every kind of item survives JSON and its schema', async () => {
    const { manifest, files } = await buildPacks(HEAD, ALL, sha256);
    expect(readManifest(JSON.parse(JSON.stringify(manifest)))).toEqual({ kind: 'ok', value: manifest });
    const items = [...files.values()].flatMap((text) => {
      const result = readPackFile(JSON.parse(text));
      return result.kind === 'ok' ? result.value.items.map(({ item }) => item) : [];
    });
    const byId = (a: Item, b: Item) => (a.id < b.id ? -1 : 1);
    expect(items.sort(byId)).toEqual(fillStages(HEAD, ALL).sort(byId));
  });

  test('a change of content changes the hash of its item, its pack and the whole; a move changes the item not', async () => {
    const item = itemOf('question');
    const edited = { ...item, hint: 'Another hint.' };
    const moved = { ...item, file: 'elsewhere.md', reviewed: '2026-11' };
    const known = await hashItem(item, sha256);
    expect(known).toMatch(/^[0-9a-f]{16}$/);
    expect(await hashItem(edited, sha256)).not.toBe(known);
    expect(await hashItem(moved, sha256)).toBe(known);
    const versions = await Promise.all(
      [item, edited, moved].map(async (one) => (await buildPacks(HEAD, [one], sha256)).manifest),
    );
    expect(new Set(versions.map(({ version }) => version)).size).toBe(3);
    expect(new Set(versions.map(({ packs }) => packs[0]?.hash)).size).toBe(3);
  });
});

describe('the order of learning', () => {
  test('paths, then the stages of the beginning, then tier, topic and id; what is required comes first', () => {
    const path = itemOf('path');
    const [stage] = path.stages;
    if (!stage) throw new Error('the sample path has a stage');
    const stages = [
      { ...stage, items: [id('z-first')], queries: [{ topic: 'web/other', tiers: ['senior'] as const, tags: ['t'] }] },
    ];
    const items = [
      made('b-mid', { requires: ['x-senior'] }),
      made('a-mid', { topic: 'web/other' }),
      made('x-senior', { tier: 'senior' }),
      made('found', { tier: 'foundational', topic: 'web/other' }),
      made('queried', { tier: 'senior', topic: 'web/other', tags: ['t', 'u'] }),
      made('not-queried', { tier: 'senior', topic: 'web/other' }),
      made('z-first', { tier: 'expert' }),
      { ...path, stages },
    ];
    expect(learningOrder({ ...HEAD, beginning: 'path-web' }, fillStages(HEAD, items))).toEqual([
      'path-web',
      'z-first',
      'queried',
      'found',
      'x-senior',
      'b-mid',
      'a-mid',
      'not-queried',
    ]);
  });

  test('a pack without a beginning is learnt by tier, whatever its paths', () => {
    const path = { ...itemOf('path'), stages: [] };
    const items = [made('late', { tier: 'senior' }), made('soon', { tier: 'foundational' }), path];
    expect(learningOrder(HEAD, items)).toEqual(['path-web', 'soon', 'late']);
  });

  test('a query finds a domain, a topic, tiers and tags', () => {
    const path = itemOf('path');
    const [stage] = path.stages;
    if (!stage) throw new Error('the sample path has a stage');
    const items = [
      made('a', { topic: 'web/hooks', tier: 'mid' }),
      made('b', { topic: 'web/other', tier: 'senior', tags: ['t'] }),
      made('c', { topic: 'webs/other', tier: 'mid', tags: ['t'] }),
    ];
    const found = (query: Partial<StageQuery>) =>
      fillStages(HEAD, [
        ...items,
        { ...path, stages: [{ ...stage, items: [], queries: [{ tiers: [], tags: [], ...query }] }] },
      ]).flatMap((item) => (item.type === 'path' ? item.stages.flatMap(({ items: ids }) => ids) : []));
    expect(found({ domain: 'web' })).toEqual(['a', 'b']);
    expect(found({ topic: 'web/other' })).toEqual(['b']);
    expect(found({ tiers: ['mid'] })).toEqual(['a', 'c']);
    expect(found({ domain: 'web', tags: ['t'] })).toEqual(['b']);
  });

  test('a stage in a pack lists what it names and then what its query finds, once each', async () => {
    const { files } = await buildPacks(HEAD, [itemOf('path'), made('b'), made('verify-sender'), made('a')], sha256);
    const [paths = ''] = files.values();
    expect(JSON.parse(paths)).toMatchObject({
      items: [{ item: { stages: [{ items: ['verify-sender', 'a', 'b'] }] } }],
    });
  });

  test('every item is there once, whatever requires whatever', () => {
    const names = Array.from({ length: 12 }, (_, i) => `q-${i}`);
    const links = fc.array(fc.subarray([...names, 'missing']), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(links, (required) => {
        const items = names.map((name, i) => made(name, { requires: required[i] ?? [] }));
        expect(learningOrder(HEAD, items).toSorted()).toEqual(names.toSorted());
      }),
    );
  });

  test('a chain of thousands does not overflow the stack', () => {
    const items = Array.from({ length: 5000 }, (_, i) => made(`q-${i}`, { requires: [`q-${i + 1}`] }));
    expect(learningOrder(HEAD, items).slice(0, 2)).toEqual(['q-4999', 'q-4998']);
  });

  test('packs stand in the order in which their first items are learnt', async () => {
    const items = [
      made('a', { tier: 'expert' }),
      made('b', { tier: 'foundational', topic: 'net/http' }),
      itemOf('path'),
    ];
    const net = { id: 'net', title: 'Net', about: 'Networks.', topics: [] };
    const head = { ...HEAD, domains: [net, ...HEAD.domains] };
    const { manifest } = await buildPacks(head, items, sha256);
    expect(manifest.packs.map(({ file }) => file.replace(/-[0-9a-f]+\.json$/, ''))).toEqual([
      'paths',
      'questions-net',
      'questions',
    ]);
  });
});
