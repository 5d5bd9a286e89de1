/** A link carries a whole set-up, and no link can break anything. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { TIERS } from '#bank/tier.ts';
import {
  DEFAULT_MOCK,
  MOCK_FORMATS,
  mockFromParams,
  mockParams,
  mockQuery,
  QUESTION_KINDS,
  type MockSettings,
} from '#mock/settings.ts';
import { itemId } from '../support/builders.ts';

const weights = fc.dictionary(fc.constantFrom('web', 'web/http', 'sql/locks'), fc.constantFrom(0.5, 1, 3), {
  noNullPrototype: true,
});
const settings: fc.Arbitrary<MockSettings> = fc.record({
  format: fc.constantFrom(...MOCK_FORMATS),
  role: fc.string({ maxLength: 80 }),
  topics: weights,
  tiers: fc.dictionary(fc.constantFrom(...TIERS), fc.constantFrom(0.25, 1, 2), { noNullPrototype: true }),
  kinds: fc.subarray([...QUESTION_KINDS]),
  length: fc.oneof(
    fc.record({ kind: fc.constant('minutes' as const), minutes: fc.integer({ min: 1, max: 180 }) }),
    fc.record({ kind: fc.constant('count' as const), count: fc.integer({ min: 1, max: 40 }) }),
  ),
  grading: fc.constantFrom('each' as const, 'end' as const),
  draw: fc.constantFrom('mine' as const, 'same' as const),
  seed: fc.stringMatching(/^[a-z0-9]{1,12}$/u),
  items: fc.subarray(['q-one', 'q-two', 'err-x'].map(itemId)),
});

function throughLink(given: MockSettings): MockSettings {
  const params = new URLSearchParams(new URLSearchParams(mockParams(given)).toString());
  return mockFromParams((name) => params.get(name));
}

test('what goes into a link comes out of it', () => {
  fc.assert(
    fc.property(settings, (given) => {
      expect(throughLink(given)).toEqual(given);
    }),
  );
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
