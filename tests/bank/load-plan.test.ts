import { describe, expect, test } from 'vitest';
import type { Item } from '#bank/item.ts';
import { buildPacks } from '#bank/pack/build-packs.ts';
import { compareItems, planLoad } from '#bank/pack/load-plan.ts';
import type { PackManifest } from '#bank/pack/pack.ts';
import { toSummary } from '#bank/pack/summary.ts';
import { HEAD, made, sha256 } from './sample-packs.ts';
import { itemOf } from './sample-texts.ts';

describe('loading by difference', () => {
  const built = async (items: readonly Item[]): Promise<PackManifest> =>
    (await buildPacks(HEAD, items, sha256)).manifest;
  const a = made('a');
  const b = made('b', { topic: 'web/other' });

  test('a first visit fetches all, in order', async () => {
    const next = await built([a, b]);
    expect(planLoad(undefined, next)).toEqual({ fetch: next.packs, drop: [], left: [] });
  });

  test('the same version asks for nothing', async () => {
    const next = await built([a, b]);
    expect(planLoad(next, next)).toEqual({ fetch: [], drop: [], left: [] });
  });

  test('an edit fetches its pack alone and drops the old one', async () => {
    const [before, after] = [await built([a, b]), await built([a, { ...b, title: 'Edited' }])];
    const plan = planLoad(before, after);
    expect(plan.fetch.map(({ file }) => file)).toEqual([expect.stringMatching(/^questions-web-other-/)]);
    expect(plan.drop.map(({ file }) => file)).toEqual([expect.stringMatching(/^questions-web-other-/)]);
    expect(plan.fetch[0]?.hash).not.toBe(plan.drop[0]?.hash);
    expect(plan.left).toEqual([]);
  });

  test('an item that left is named with its successor', async () => {
    const [before, after] = [await built([a, b, made('gone'), made('lost')]), await built([a, b])];
    expect(planLoad(before, after).left).toEqual([{ id: 'gone', successor: 'verify-sender' }, { id: 'lost' }]);
  });

  test('arrived items are new, changed or the same', () => {
    const arrived = [a, b, made('c')].map((item) => ({ hash: item.id === 'b' ? 'h2' : 'h1', item }));
    const stored = new Map([
      ['a', 'h1'],
      ['b', 'h1'],
    ]);
    const { added, changed, same } = compareItems(stored, arrived);
    expect([added, changed, same].map((list) => list.map(({ item }) => item.id))).toEqual([['c'], ['b'], ['a']]);
  });
});

describe('summaries', () => {
  test('a question keeps what a queue needs of its points', () => {
    expect(toSummary(itemOf('question'))).toEqual({
      id: 'verify-sender',
      type: 'question',
      title: 'How does the receiver know that a message is genuine?',
      tags: ['hmac', 'raw-body'],
      aliases: ['signature check'],
      tier: 'mid',
      topic: 'web/hooks',
      kind: 'concept',
      seconds: 40,
      points: [
        { id: 'raw-bytes', weight: 'core', from: 'mid', prompt: 'What does the hash cover?' },
        { id: 'constant-time', weight: 'core', from: 'foundational', prompt: 'How are the hashes compared?' },
        { id: 'shared-secret', weight: 'detail', from: 'mid' },
        { id: 'rotation', weight: 'detail', from: 'senior' },
        { id: 'replay', weight: 'bonus', from: 'senior' },
      ],
    });
  });

  test.each([
    ['error', { tier: 'foundational', topic: 'web/hooks', language: 'JavaScript' }],
    ['snippet', { tier: 'mid', topic: 'web/hooks', language: 'JavaScript' }],
    ['sheet', { tier: 'foundational', topic: 'web/hooks' }],
    ['path', { tiers: ['foundational', 'mid'] }],
  ] as const)('the summary of a %s has no text', (kind, rest) => {
    const item = itemOf(kind);
    const { id: name, title, tags, aliases } = item;
    expect(toSummary(item)).toEqual({ id: name, type: kind, title, tags, aliases, points: [], ...rest });
  });
});
