/** A link carries a whole set-up, whatever of the bank was chosen; no link can break anything, and what it cannot say is told. */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { PackHead } from '#bank/head.ts';
import { TIERS } from '#bank/tier.ts';
import { mockFromParams, mockParams, mockQuery, readMockLink, setupOf } from '#mock/link.ts';
import { DEFAULT_MOCK, MOCK_FORMATS, QUESTION_KINDS, type MockSettings } from '#mock/settings.ts';
import { itemId } from '../support/builders.ts';

const { domains } = parse(readFileSync('data/builtin/pack.yaml', 'utf8')) as Pick<PackHead, 'domains'>;
/** All that the set-up offers: every domain, and every topic by itself. */
const NAMES = domains.flatMap(({ id, topics }) => [id, ...topics.map((topic) => `${id}/${topic.id}`)]);

/** As the set-up gives them, or an interview that is prepared for. */
const weights = fc
  .tuple(fc.shuffledSubarray(NAMES), fc.infiniteStream(fc.constantFrom(0, 0.25, 0.5, 1, 2)))
  .map(([names, each]) => Object.fromEntries(names.map((name) => [name, Number(each.next().value)])));
const settings: fc.Arbitrary<MockSettings> = fc.record({
  format: fc.constantFrom(...MOCK_FORMATS),
  role: fc.string({ maxLength: 80 }),
  topics: weights,
  tiers: fc.dictionary(fc.constantFrom(...TIERS), fc.constantFrom(0, 0.25, 1, 2), { noNullPrototype: true }),
  kinds: fc.subarray([...QUESTION_KINDS]),
  length: fc.oneof(
    fc.record({ kind: fc.constant('minutes' as const), minutes: fc.integer({ min: 1, max: 180 }) }),
    fc.record({ kind: fc.constant('count' as const), count: fc.integer({ min: 1, max: 40 }) }),
  ),
  grading: fc.constantFrom('each' as const, 'end' as const),
  draw: fc.constantFrom('mine' as const, 'same' as const),
  seed: fc.stringMatching(/^[a-z0-9]{1,12}$/u),
  items: fc.subarray(Array.from({ length: 60 }, (_, index) => itemId(`q-${index}`))),
});

/** Read from an address, and from a link that was copied. */
function throughLink(given: MockSettings): MockSettings {
  const address = new URLSearchParams(new URLSearchParams(mockParams(given)).toString());
  const link = new URLSearchParams(mockQuery(given));
  expect([...link]).toEqual([...address]);
  expect(readMockLink((name) => link.get(name)).unread).toEqual([]);
  return mockFromParams((name) => address.get(name));
}

function readQuery(query: string) {
  const params = new URLSearchParams(query);
  return readMockLink((name) => params.get(name));
}

test('what goes into a link comes out of it', () => {
  fc.assert(
    fc.property(settings, (given) => {
      expect(throughLink(given)).toEqual(given);
    }),
  );
});

test('every topic of the bank at once goes through a link, and through the setup that a record keeps', () => {
  const topics = Object.fromEntries(NAMES.map((name) => [name, 1]));
  const given = { ...DEFAULT_MOCK, topics, draw: 'same' } as const;
  expect(NAMES.length).toBeGreaterThan(200);
  expect(Object.keys(throughLink(given).topics)).toHaveLength(NAMES.length);
  expect(mockQuery(given).length).toBeLessThan(3000);
  expect(readQuery(setupOf(given)).settings).toEqual(given);
});

test('topics of one domain and one weight stand together, so that a link stays short', () => {
  const topics = { 'sql/locks': 1, web: 1, 'sql/queries': 1, 'sql/scaling': 2, 'web/tls': 0 };
  expect(mockParams({ ...DEFAULT_MOCK, topics })['topics']).toBe('sql/locks/queries,web,sql/scaling:2,web/tls:0');
  expect(readQuery('topics=sql/locks,sql/queries').settings.topics).toEqual({ 'sql/locks': 1, 'sql/queries': 1 });
});

describe('a link that says what cannot be', () => {
  test.each([
    ['format=quiz', 'format'],
    ['minutes=20.5', 'length'],
    ['minutes=500', 'length'],
    ['count=0&minutes=15', 'length'],
    ['topics=web:-1', 'topics'],
    ['topics=web:', 'topics'],
    ['topics=web//x', 'topics'],
    ['topics=web:1:2', 'topics'],
    ['topics=web:1e999', 'topics'],
    [`topics=${'x'.repeat(300)}`, 'topics'],
    [`topics=${'a,'.repeat(40_000)}`, 'topics'],
    [`topics=web${Array.from({ length: 2100 }, (_, index) => `/${index}`).join('')}`, 'topics'],
    ['tiers=senior,lead', 'tiers'],
    ['kinds=code,poem', 'kinds'],
    ['grading=never', 'grading'],
    ['draw=lots', 'draw'],
    [`seed=${'x'.repeat(41)}`, 'seed'],
    [`role=${'x'.repeat(81)}`, 'role'],
    [`items=${Array.from({ length: 61 }, (_, index) => `q-${index}`).join(',')}`, 'items'],
    ['items=q-one,q two', 'items'],
  ] as const)('%.40s names the part', (query, part) => {
    const { unread, settings: read } = readQuery(query);
    expect(unread).toEqual([part]);
    expect(throughLink(read)).toEqual(read);
  });
});

test('a setup that is too long for its record lets go of topics before the questions that were given', () => {
  const topics = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${'d'.repeat(90)}${index}`, 1]));
  const items = ['q-one', 'q-two'].map(itemId);
  expect(readQuery(setupOf({ ...DEFAULT_MOCK, topics, items })).settings).toEqual({ ...DEFAULT_MOCK, items });
  expect(readQuery(setupOf({ ...DEFAULT_MOCK, topics })).settings).toEqual(DEFAULT_MOCK);
});

test('a link that says nothing gives the usual interview, and a short link is short', () => {
  expect(mockFromParams(() => null)).toEqual(DEFAULT_MOCK);
  expect(String(new URLSearchParams(mockParams(DEFAULT_MOCK)))).toBe('format=panel&minutes=30&seed=1');
});

test('whatever a link holds, the settings that come out are sound: they go through a link unchanged', () => {
  const names = Object.keys(mockParams({ ...DEFAULT_MOCK, role: 'x', grading: 'end', draw: 'same', kinds: ['code'] }));
  const noise = fc.dictionary(
    fc.constantFrom(...names, 'topics', 'tiers', 'items', 'count'),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(noise, (found) => {
      const read = mockFromParams((name) => found[name] ?? null);
      expect(throughLink(read)).toEqual(read);
    }),
  );
});

test('a role or a seed that is too long is cut between its signs, never within one', () => {
  const long = `${'x'.repeat(39)}😀${'x'.repeat(39)}😀 and more`;
  const read = mockFromParams((name) => (name === 'role' || name === 'seed' ? long : null));
  expect(read).toMatchObject({ role: `${'x'.repeat(39)}😀${'x'.repeat(39)}😀`, seed: `${'x'.repeat(39)}😀` });
  expect(() => mockQuery(read)).not.toThrow();
});
