/** Banks to draw from. */
import * as fc from 'fast-check';
import { TIERS, type Tier } from '#bank/tier.ts';
import type { Candidate } from '#mock/draw.ts';
import { DEFAULT_MOCK, type MockSettings } from '#mock/settings.ts';
import { itemId } from '../support/builders.ts';

export function candidate(id: string, over: Partial<Candidate> = {}): Candidate {
  return {
    item: itemId(id),
    as: 'question',
    pair: null,
    title: `What is ${id}?`,
    topic: 'web/http',
    tier: 'mid',
    kind: 'concept',
    seconds: 60,
    need: 0,
    mocksAgo: null,
    ...over,
  };
}

export const TOPICS = ['web/http', 'web/tls', 'sql/locks', 'sql/index', 'go/channels'];

/** So many of each topic and tier. */
export function thickBank(each: number, topics: readonly string[] = TOPICS): Candidate[] {
  return topics.flatMap((topic) =>
    TIERS.flatMap((tier) =>
      Array.from({ length: each }, (_, index) =>
        candidate(`${topic.replace('/', '-')}-${tier}-${index}`, { topic, tier, need: (index % 5) / 4 }),
      ),
    ),
  );
}

const weight = fc.constantFrom(0.5, 1, 2, 5);
const someTiers = fc
  .subarray([...TIERS])
  .chain((tiers: Tier[]) =>
    fc.tuple(...tiers.map((tier) => weight.map((each) => [tier, each] as const))).map(Object.fromEntries),
  );
const someTopics = fc
  .subarray([...TOPICS, 'web'].filter((name) => name !== 'web/http'))
  .chain((topics) => fc.tuple(...topics.map((topic) => weight.map((each) => [topic, each] as const))))
  .map(Object.fromEntries);

/** Wishes of a person, all of which a thick bank can fulfil. */
export const wishes: fc.Arbitrary<MockSettings> = fc
  .record({
    topics: someTopics as fc.Arbitrary<MockSettings['topics']>,
    tiers: someTiers as fc.Arbitrary<MockSettings['tiers']>,
    draw: fc.constantFrom('mine' as const, 'same' as const),
    seed: fc.string({ minLength: 1, maxLength: 8 }),
  })
  .map((over) => ({ ...DEFAULT_MOCK, ...over }));

/** Any bank, thin ones among them, of which some was asked lately. */
export const anyBank: fc.Arbitrary<Candidate[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.nat(200),
      topic: fc.constantFrom(...TOPICS),
      tier: fc.constantFrom(...TIERS),
      need: fc.constantFrom(0, 0.3, 1),
      mocksAgo: fc.option(fc.nat(5)),
    }),
    { maxLength: 40, selector: ({ id }) => id },
  )
  .map((entries) => entries.map(({ id, ...over }) => candidate(`q-${id}`, over)));
