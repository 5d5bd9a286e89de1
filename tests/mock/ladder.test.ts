/** The ladder: it climbs while rungs hold, stops after two that do not, and names what held. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { TIERS, tierRank, type Tier } from '#bank/tier.ts';
import {
  ceilingInWords,
  ceilingsOf,
  climb,
  climbOf,
  drawLadder,
  FAILURES,
  holds,
  nextRung,
  type Rung,
} from '#mock/ladder.ts';
import type { DrawnQuestion } from '#mock/drawn.ts';
import { DEFAULT_MOCK, type MockSettings } from '#mock/settings.ts';
import { itemId } from '../support/builders.ts';
import { mockPoint } from '../support/mock-records.ts';
import { anyBank, candidate, thickBank, wishes } from './candidates.ts';

const HTTP_ONLY = { 'web/http': 1 };

function answerTo({ item, topic, tier }: DrawnQuestion, held: boolean): Rung {
  return {
    item,
    topic,
    tier,
    outcome: 'graded',
    choice: null,
    points: ['c1', 'c2', 'c3'].map((id, index) => mockPoint(id, { heard: held && index < 2 ? 'said' : 'missed' })),
  };
}

/** Climbs to the end; `able` says which questions the person can answer. */
function climbAll(
  atHand: readonly DrawnQuestion[],
  able: (question: DrawnQuestion) => boolean,
  topics: MockSettings['topics'] = HTTP_ONLY,
): Rung[] {
  const answers: Rung[] = [];
  for (;;) {
    const next = nextRung(atHand, answers, topics);
    if (!next) return answers;
    answers.push(answerTo(next, able(next)));
    if (answers.length > atHand.length) throw new Error('The ladder has no end.');
  }
}

const HTTP = thickBank(3, ['web/http']);

test('who can do everything climbs one question a tier to the top', () => {
  const answers = climbAll(HTTP, () => true);
  expect(answers.map(({ tier }) => tier)).toEqual([...TIERS]);
  expect(ceilingsOf(answers, HTTP_ONLY)).toMatchObject([{ topic: 'web/http', tier: 'expert' }]);
});

test('a failed rung gets one more question, and the second failure ends the ladder below it', () => {
  const answers = climbAll(HTTP, ({ tier }) => tierRank(tier) < tierRank('senior'));
  expect(answers.map(({ tier }) => tier)).toEqual(['foundational', 'mid', 'senior', 'senior']);
  const [ceiling] = ceilingsOf(answers, HTTP_ONLY);
  expect(ceiling?.tier).toBe('mid');
  expect(ceiling?.rungs.map(({ held }) => held)).toEqual([true, true, false, false]);
});

test('who recovers on a rung climbs on with one failure left', () => {
  let failed = false;
  const answers = climbAll(HTTP, ({ tier }) => {
    if (tier === 'foundational') return true;
    if (tier !== 'mid') return false;
    const held = failed;
    failed = true;
    return held;
  });
  expect(answers.map(({ tier }) => tier)).toEqual(['foundational', 'mid', 'mid', 'senior']);
  expect(ceilingsOf(answers, HTTP_ONLY)[0]?.tier).toBe('mid');
});

test('a rung that the bank has not is stepped over with a word, and the next one tried', () => {
  const bank = [candidate('f', { tier: 'foundational' }), candidate('e', { tier: 'expert' })];
  const { questions, notes } = drawLadder(bank, { ...DEFAULT_MOCK, topics: HTTP_ONLY }, 1);
  expect(notes).toEqual([
    { kind: 'noRung', topic: 'web/http', tier: 'mid' },
    { kind: 'noRung', topic: 'web/http', tier: 'senior' },
  ]);
  expect(climbAll(questions, () => true).map(({ tier }) => tier)).toEqual(['foundational', 'expert']);
  expect(climb(questions.slice(0, 1), [answerTo(questions[0] ?? candidate('f'), true)])).toEqual({
    kind: 'stop',
    why: 'thin',
  });
});

test('a tier that nobody asked for is no rung that is missing', () => {
  const bank = ['mid', 'senior'].map((tier) => candidate(tier, { tier: tier as Tier }));
  const settings = { ...DEFAULT_MOCK, topics: HTTP_ONLY, tiers: { mid: 1, senior: 3, expert: 1 } };
  expect(drawLadder(bank, settings, 1).notes).toEqual([{ kind: 'noRung', topic: 'web/http', tier: 'expert' }]);
});

test('a ceiling in words is below the rung that was tried first when none held, and none where none was scored', () => {
  const wordsFor = (...held: readonly (boolean | null)[]) =>
    ceilingInWords({
      tier: held.includes(true) ? 'senior' : null,
      rungs: held.map((each) => ({ tier: 'senior', item: itemId('q'), held: each })),
    });
  expect(wordsFor(false, true)).toBe('senior');
  expect(wordsFor(null, false)).toBe('below senior');
  expect(wordsFor(null)).toBe('not scored');
});

test('an answer that was left out of the score is neither held nor failed; a skipped one failed', () => {
  const rung = answerTo(candidate('f'), true);
  expect(holds({ ...rung, outcome: 'unscored' })).toBeNull();
  expect(holds({ ...rung, outcome: 'skipped', points: [] })).toBe(false);
  expect(holds(rung)).toBe(true);
  expect(holds({ ...rung, points: rung.points.map((point) => ({ ...point, heard: 'prompted' as const })) })).toBe(true);
});

test('whatever is answered, no ladder goes down, asks twice, or goes on after its failures; all topics get their turn', () => {
  const able = fc.array(fc.boolean(), { minLength: 60, maxLength: 60 });
  fc.assert(
    fc.property(anyBank, wishes, fc.integer({ min: 1, max: 3 }), able, (bank, settings, topics, abilities) => {
      const { questions } = drawLadder(bank, settings, topics);
      const index = new Map(questions.map(({ item }, place) => [item, place]));
      const answers = climbAll(questions, ({ item }) => abilities[index.get(item) ?? 0] ?? false, settings.topics);
      expect(new Set(answers.map(({ item }) => item)).size).toBe(answers.length);
      const climbed = (all: readonly { readonly topic: string }[]) =>
        new Set(all.map(({ topic }) => climbOf(settings.topics, topic)));
      expect(climbed(answers)).toEqual(climbed(questions));
      expect(climbed(questions).size).toBeLessThanOrEqual(topics);
      for (const { tier, rungs } of ceilingsOf(answers, settings.topics)) {
        const ranks = rungs.map((rung) => tierRank(rung.tier));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        const failures = rungs.filter(({ held }) => held === false);
        expect(failures.length).toBeLessThanOrEqual(FAILURES);
        if (failures.length === FAILURES) expect(rungs.at(-1)?.held).toBe(false);
        const held = rungs.filter((rung) => rung.held).map((rung): Tier => rung.tier);
        expect(tier).toBe(held.at(-1) ?? null);
      }
    }),
  );
});

test('a ladder climbs what was asked for by name, else a whole domain, since single topics seldom have every rung', () => {
  expect(climbOf({}, 'web/http')).toBe('web');
  expect(climbOf({ web: 1, 'web/tls': 1 }, 'web/http')).toBe('web');
  expect(climbOf({ web: 1, 'web/tls': 1 }, 'web/tls')).toBe('web/tls');
  const bank = [
    candidate('f', { topic: 'web/http', tier: 'foundational' }),
    candidate('m', { topic: 'web/tls', tier: 'mid' }),
    candidate('s', { topic: 'web/http', tier: 'senior' }),
    candidate('e', { topic: 'web/tls', tier: 'expert' }),
  ];
  const { questions, notes } = drawLadder(bank, DEFAULT_MOCK, 1);
  expect(notes).toEqual([]);
  const answers = climbAll(questions, () => true, {});
  expect(answers.map(({ item }) => item)).toEqual(['f', 'm', 's', 'e']);
  expect(ceilingsOf(answers, {})).toMatchObject([{ topic: 'web', tier: 'expert' }]);
});
