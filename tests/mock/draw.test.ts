/** The draw of a panel: laws that hold for every bank, wish and seed. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TIERS } from '#bank/tier.ts';
import { drawPanel, inScope, REPEAT_WINDOW, stratumOf, type Candidate } from '#mock/draw.ts';
import type { Drawn } from '#mock/drawn.ts';
import { DEFAULT_MOCK, type MockSettings, type Weights } from '#mock/settings.ts';
import { anyBank, candidate, thickBank, TOPICS, wishes } from './candidates.ts';

const count = fc.integer({ min: 1, max: 30 });
const THICK = thickBank(30);

function tally(names: readonly (string | null)[]): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Each group has its exact share of all, give or take less than one. */
function expectShares(got: Map<string | null, number>, weights: Weights<string>, total: number): void {
  const sum = Object.values(weights).reduce<number>((all, weight) => all + (weight ?? 0), 0);
  for (const [name, weight = 0] of Object.entries(weights)) {
    expect(Math.abs((got.get(name) ?? 0) - (total * weight) / sum), `${name} of ${total}`).toBeLessThan(1);
  }
}

function alike(names: readonly string[]): Weights<string> {
  return Object.fromEntries(names.map((name) => [name, 1]));
}

/** What the weights are when the wishes leave them open. */
function open(weights: Weights<string>, all: readonly string[]): Weights<string> {
  return Object.keys(weights).length === 0 ? alike(all) : weights;
}

describe('a bank that has enough', () => {
  test('gives every topic and every tier its share within one, and all that is wanted', () => {
    fc.assert(
      fc.property(wishes, count, (settings, wanted) => {
        const { questions, notes } = drawPanel({ candidates: THICK, settings, count: wanted });
        expect(questions).toHaveLength(wanted);
        expect(notes).toEqual([]);
        const strata = [...new Set(TOPICS.flatMap((topic) => stratumOf(settings.topics, topic) ?? []))];
        const topics = open(settings.topics, strata);
        expectShares(tally(questions.map(({ topic }) => stratumOf(settings.topics, topic))), topics, wanted);
        expectShares(tally(questions.map(({ tier }) => tier)), open(settings.tiers, TIERS), wanted);
      }),
      { numRuns: 300 },
    );
  });

  test('prefers what is weak, but asks what is solid too', () => {
    const bank = Array.from({ length: 40 }, (_, index) => candidate(`q-${index}`, { need: index < 20 ? 1 : 0 }));
    const drawn = Array.from({ length: 200 }, (_, seed) =>
      drawPanel({ candidates: bank, settings: { ...DEFAULT_MOCK, seed: String(seed) }, count: 8 }),
    );
    const weak = new Set(bank.slice(0, 20).map(({ item }) => item));
    const share = drawn.flatMap(({ questions }) => questions).filter(({ item }) => weak.has(item)).length / 1600;
    expect(share).toBeGreaterThan(0.6);
    expect(share).toBeLessThan(0.9);
    const even = drawPanel({ candidates: bank, settings: { ...DEFAULT_MOCK, draw: 'same', seed: 'x' }, count: 20 });
    expect(even.questions.filter(({ item }) => weak.has(item)).length).toBeLessThan(16);
  });

  test('gives different seeds different interviews', () => {
    const texts = Array.from({ length: 20 }, (_, seed) =>
      JSON.stringify(drawPanel({ candidates: THICK, settings: { ...DEFAULT_MOCK, seed: String(seed) }, count: 6 })),
    );
    expect(new Set(texts).size).toBe(20);
  });
});

describe('any bank', () => {
  /** The draw with the bank handed over in another order. */
  function drawShuffled(bank: readonly Candidate[], settings: MockSettings, wanted: number, order: number): Drawn {
    const turned = bank.map((each, index) => ({ each, key: (index * 7919 + order) % 101 }));
    const candidates = turned.toSorted((a, b) => a.key - b.key).map(({ each }) => each);
    return drawPanel({ candidates, settings, count: wanted });
  }

  test('the same seed gives the same interview, whatever the order of the bank', () => {
    fc.assert(
      fc.property(anyBank, wishes, count, fc.nat(100), (bank, settings, wanted, order) => {
        const first = drawPanel({ candidates: bank, settings, count: wanted });
        expect(drawShuffled(bank, settings, wanted, order)).toEqual(first);
      }),
    );
  });

  test('two people with other memories get the same interview from a link that says so', () => {
    fc.assert(
      fc.property(anyBank, wishes, count, (bank, settings, wanted) => {
        const shared = { ...settings, draw: 'same' as const };
        const others = bank.map((each) => ({
          ...each,
          need: 1 - each.need,
          mocksAgo: each.mocksAgo === null ? 0 : null,
        }));
        const [mine, theirs] = [bank, others].map((candidates) =>
          drawPanel({ candidates, settings: shared, count: wanted }),
        );
        expect(mine).toEqual(theirs);
      }),
    );
  });

  test('nothing is asked twice, all is in scope, and as much is asked as there is', () => {
    fc.assert(
      fc.property(anyBank, wishes, count, (bank, settings, wanted) => {
        const { questions } = drawPanel({ candidates: bank, settings, count: wanted });
        const scope = inScope(bank, settings).map(({ item }) => item);
        expect(new Set(questions.map(({ item }) => item)).size).toBe(questions.length);
        expect(questions.every(({ item }) => scope.includes(item))).toBe(true);
        expect(questions).toHaveLength(Math.min(wanted, scope.length));
      }),
    );
  });

  test('what was asked in the last mocks comes again only when nothing else is left, and the notes count it', () => {
    fc.assert(
      fc.property(anyBank, wishes, count, (bank, wished, wanted) => {
        const settings = { ...wished, draw: 'mine' as const };
        const { questions, notes } = drawPanel({ candidates: bank, settings, count: wanted });
        const isRecent = ({ mocksAgo }: Candidate): boolean => mocksAgo !== null && mocksAgo < REPEAT_WINDOW;
        const recent = inScope(bank, settings).filter(isRecent);
        const fresh = inScope(bank, settings).length - recent.length;
        const repeated = questions.filter(({ item }) => recent.some((each) => each.item === item)).length;
        expect(repeated).toBe(Math.max(0, questions.length - fresh));
        const told = notes.find((note) => note.kind === 'repeats');
        expect(told?.count ?? 0).toBe(repeated);
      }),
    );
  });

  test('a bank that is too thin says how many it has', () => {
    fc.assert(
      fc.property(anyBank, wishes, count, (bank, settings, wanted) => {
        const { questions, notes } = drawPanel({ candidates: bank, settings, count: wanted });
        const fewer = notes.find((note) => note.kind === 'fewer');
        expect(fewer).toEqual(questions.length < wanted ? { kind: 'fewer', wanted, got: questions.length } : undefined);
      }),
    );
  });
});

test('a topic with too few of a tier lends its place to another topic, as long as both proportions can be met', () => {
  // Only TLS has an expert question, and the mix wants one expert and one question of each topic.
  const bank = [
    candidate('http-1', { topic: 'web/http', tier: 'mid' }),
    candidate('http-2', { topic: 'web/http', tier: 'mid' }),
    candidate('tls-1', { topic: 'web/tls', tier: 'mid' }),
    candidate('tls-2', { topic: 'web/tls', tier: 'expert' }),
  ];
  for (let seed = 0; seed < 20; seed += 1) {
    const settings = { ...DEFAULT_MOCK, tiers: { mid: 1, expert: 1 }, seed: String(seed) };
    const { questions, notes } = drawPanel({ candidates: bank, settings, count: 2 });
    expect(questions.map(({ topic }) => topic).toSorted()).toEqual(['web/http', 'web/tls']);
    expect(questions.at(-1)?.item).toBe('tls-2');
    expect(notes).toEqual([]);
  }
});

test('where the proportions cannot be met the nearest is asked, and the notes say how many are beside them', () => {
  const bank = [candidate('a'), candidate('b'), candidate('c', { tier: 'expert' })];
  const settings = { ...DEFAULT_MOCK, tiers: { mid: 1, expert: 1 } };
  expect(drawPanel({ candidates: bank, settings, count: 4 }).notes).toEqual([{ kind: 'fewer', wanted: 4, got: 3 }]);
  const wider = [...bank, candidate('d'), candidate('e')];
  expect(drawPanel({ candidates: wider, settings, count: 4 }).notes).toEqual([{ kind: 'offMix', count: 1 }]);
});

test('where no topic is wished, one that has no question of a tier gives way to one that has', () => {
  // Ten topics, of which only one has an expert question: two questions of two tiers need just that one.
  const bank = Array.from({ length: 10 }, (_, index) =>
    candidate(`q-${index}`, { topic: `web/t${index}`, tier: 'mid' }),
  );
  const expert = candidate('q-expert', { topic: 'web/t9', tier: 'expert' });
  for (let seed = 0; seed < 30; seed += 1) {
    const settings = { ...DEFAULT_MOCK, tiers: { mid: 1, expert: 1 }, seed: String(seed) };
    const { questions, notes } = drawPanel({ candidates: [...bank, expert], settings, count: 2 });
    expect(notes).toEqual([]);
    expect(questions.map(({ tier }) => tier)).toEqual(['mid', 'expert']);
    expect(questions[0]?.topic).not.toBe('web/t9');
  }
});

test('a wished topic or tier that would have a question of its own and has none is told, the others take its place', () => {
  const bank = Array.from({ length: 8 }, (_, index) => candidate(`q-${index}`, { topic: 'web/http', tier: 'mid' }));
  const stale = candidate('q-old', { topic: 'sql/locks', tier: 'expert', mocksAgo: 0 });
  const settings = { ...DEFAULT_MOCK, topics: { 'web/http': 1, 'sql/locks': 1 }, tiers: { mid: 3, expert: 1 } };
  const drawn = (wanted: number, candidates = bank) => drawPanel({ candidates, settings, count: wanted });
  const absent = [
    { kind: 'noTopic', topic: 'sql/locks' },
    { kind: 'noTier', tier: 'expert' },
  ];
  expect(drawn(4)).toMatchObject({ notes: absent, questions: [{}, {}, {}, {}] });
  expect(drawn(4, [...bank, stale]).notes).toEqual(absent);
  // Of one question a half and a quarter would be theirs: it may be of another.
  expect(drawn(1).notes).toEqual([]);
});

test('a topic that an interview does not ask is not drawn with its domain', () => {
  const bank = thickBank(3);
  const settings = { ...DEFAULT_MOCK, topics: { web: 1, 'web/tls': 0 }, tiers: {} };
  const { questions } = drawPanel({ candidates: bank, settings, count: 8 });
  expect(new Set(questions.map(({ topic }) => topic))).toEqual(new Set(['web/http']));
  const none = drawPanel({ candidates: bank, settings: { ...settings, topics: { web: 0 } }, count: 8 });
  expect(none).toEqual({ questions: [], notes: [{ kind: 'fewer', wanted: 8, got: 0 }] });
});
