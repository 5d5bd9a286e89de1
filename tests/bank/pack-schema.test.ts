import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildPacks } from '#bank/pack/build-packs.ts';
import { readManifest, readPackFile } from '#bank/pack/read-pack.ts';
import { ALL, HEAD, sha256 } from './sample-packs.ts';
import { itemOf } from './sample-texts.ts';

describe('packs from outside', () => {
  async function packed(): Promise<{ items: { hash: string; item: Record<string, unknown> }[] }> {
    const { files } = await buildPacks(HEAD, [itemOf('question')], sha256);
    return JSON.parse([...files.values()].join('')) as never;
  }

  const p = (c: unknown) => [{ t: 'p', c }];
  test.each<[string, string, unknown, string]>([
    [
      'a link to a script',
      'answer',
      p([{ t: 'link', href: 'javascript:alert(1)', c: ['x'] }]),
      'items.0.item.answer.0.c.0',
    ],
    ['an item link with a blank', 'answer', p([{ t: 'item', id: 'a b', c: ['x'] }]), 'items.0.item.answer.0.c.0'],
    ['a block that nobody knows', 'answer', [{ t: 'html', html: '<b>' }], 'items.0.item.answer.0.t'],
    ['a run that is a number', 'answer', p([5]), 'items.0.item.answer.0.c.0'],
    [
      'a token with a wrong class',
      'answer',
      [{ t: 'code', lang: 'js', title: 'x', lines: [[['q', 'x']]] }],
      'items.0.item.answer.0.lines',
    ],
    [
      'a flow into nothing',
      'answer',
      [{ t: 'flow', title: 'x', nodes: [{ text: 'a' }], edges: [{ from: 0, to: 1 }] }],
      'items.0.item.answer.0',
    ],
    ['a tier that is none', 'tier', 'wizard', 'items.0.item.tier'],
    ['an id of capitals', 'id', 'ABC', 'items.0.item.id'],
    [
      'a source that is no address',
      'sources',
      [{ title: 'x', url: 'ftp://a', checked: '2026-01' }],
      'items.0.item.sources.0.url',
    ],
    ['no key points', 'keyPoints', [], 'items.0.item.keyPoints'],
    ['a kind that is none', 'type', 'poem', 'items.0.item.type'],
  ])('%s is refused with its place', async (_, key, value, at) => {
    const json = await packed();
    if (json.items[0]) json.items[0].item[key] = value;
    expect(readPackFile(json)).toEqual({ kind: 'invalid', at });
  });

  test('keys that nobody knows are dropped', async () => {
    const json = await packed();
    const before = readPackFile(json);
    if (json.items[0]) json.items[0].item['onclick'] = 'x';
    expect(readPackFile(json)).toEqual(before);
  });

  test('a value deeper than any pack is refused before it is walked', async () => {
    const json = await packed();
    let deep: unknown = 'x';
    for (let i = 0; i < 100_000; i += 1) deep = { t: 'quote', c: [deep] };
    if (json.items[0]) json.items[0].item['answer'] = [deep];
    expect(readPackFile(json)).toEqual({ kind: 'tooLarge' });
    expect(readManifest({ format: 1, domains: [deep] })).toEqual({ kind: 'tooLarge' });
  });

  test('a manifest of a newer format says so', async () => {
    const { manifest } = await buildPacks(HEAD, ALL, sha256);
    expect(readManifest({ ...manifest, format: 2, somethingNew: [] })).toEqual({ kind: 'newer', format: 2 });
  });

  test('a pack file whose name leads elsewhere is refused', async () => {
    const { manifest } = await buildPacks(HEAD, [itemOf('question')], sha256);
    const packs = manifest.packs.map((ref) => ({ ...ref, file: '../../evil.json' }));
    expect(readManifest({ ...manifest, packs })).toEqual({ kind: 'invalid', at: 'packs.0.file' });
  });

  test('no JSON value makes the readers throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readManifest(value).kind).not.toBe('ok');
        expect(readPackFile(value).kind).not.toBe('ok');
        expect(readPackFile({ items: [{ hash: sha256(''), item: value }] }).kind).not.toBe('ok');
      }),
    );
  });
});
