/** What a mock is worth, what it showed, and what to do next. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWith, guessCheck, missedPoints, timeUse } from '#mock/report.ts';
import { nextSteps } from '#mock/next-steps.ts';
import { recurringWeaknesses } from '#mock/history.ts';
import type { MockFormat } from '#mock/settings.ts';
import type { MockAnswer } from '#review/mock-record.ts';
import { coreShare, scoreOf, scoreOfAll, scoresByAxis, scoresByTier, scoresByTopic } from '#mock/score.ts';
import { itemId } from '../support/builders.ts';
import { arbitraryMockRecord, FULL_RECORD, mockAnswer, mockPoint, mockRecord } from '../support/mock-records.ts';

const said = mockPoint('c1');
const missed = mockPoint('c2', { heard: 'missed' });
const detail = mockPoint('d1', { weight: 'detail' });
const full = mockAnswer({ points: [said] });
const none = mockAnswer({ points: [missed] });

describe('scores', () => {
  test.each([
    ['all said', mockAnswer({ points: [said, detail] }), 1],
    ['a core point counts three times a detail', mockAnswer({ points: [missed, detail] }), 0.25],
    ['what was asked for counts half', mockAnswer({ points: [mockPoint('c1', { heard: 'prompted' })] }), 0.5],
    [
      'a bonus neither helps nor harms',
      mockAnswer({ points: [said, mockPoint('b', { weight: 'bonus', heard: 'missed' })] }),
      1,
    ],
    ['skipped', mockAnswer({ outcome: 'skipped', points: [] }), 0],
    ['left out', mockAnswer({ outcome: 'unscored', points: [said] }), null],
    ['no points', mockAnswer({ points: [] }), null],
    ['a right cause', mockAnswer({ points: [], choice: { picked: 'x', right: true } }), 1],
    ['a wrong cause', mockAnswer({ points: [], choice: { picked: 'x', right: false } }), 0],
  ])('%s', (_, answer, score) => {
    expect(scoreOf(answer)).toBe(score);
  });

  test('of groups say what they rest on, and leave out what has none', () => {
    const answers = [
      mockAnswer({ topic: 'a/b', tier: 'senior', points: [said, missed] }),
      mockAnswer({ topic: 'a/b', tier: 'mid', outcome: 'skipped', points: [] }),
      mockAnswer({ topic: 'c/d', outcome: 'unscored' }),
    ];
    expect(scoresByTopic(answers)).toEqual([{ key: 'a/b', value: 0.25, answers: 2, core: { heard: 1, of: 2 } }]);
    expect(scoresByTier(answers).map(({ key, value }) => [key, value])).toEqual([
      ['mid', 0],
      ['senior', 0.5],
    ]);
  });

  test('of axes are means over what was judged', () => {
    const axes = { structure: 3, correctness: null, depth: null, communication: null } as const;
    const answers = [mockAnswer({ axes }), mockAnswer({ axes: { ...axes, structure: 0 } }), mockAnswer()];
    expect(scoresByAxis(answers)).toEqual([{ axis: 'structure', step: 1.5, answers: 2 }]);
  });

  test('stay between nothing and everything for any record', () => {
    fc.assert(
      fc.property(arbitraryMockRecord, ({ answers }) => {
        for (const value of [...answers.map(scoreOf), ...answers.map(coreShare), scoreOfAll(answers).value]) {
          if (value !== null) expect(value >= 0 && value <= 1).toBe(true);
        }
      }),
    );
  });
});

describe('a report', () => {
  test('lists what was missed, core before detail, not at all before only when asked', () => {
    const answers = [
      mockAnswer({
        points: [mockPoint('d1', { weight: 'detail', heard: 'missed' }), mockPoint('c1', { heard: 'prompted' })],
      }),
      mockAnswer({ points: [missed, mockPoint('b1', { weight: 'bonus', heard: 'missed' })] }),
    ];
    expect(missedPoints(answers).map(({ place, point }) => `${place} ${point}`)).toEqual(['1 c2', '0 c1', '0 d1']);
  });

  test('adds up time, pauses and absence apart', () => {
    expect(timeUse(FULL_RECORD)).toEqual({
      thinkMs: 20_000,
      speakMs: 120_000,
      followUpMs: 9000,
      pausedMs: 0,
      pauses: 0,
      awayMs: 5000,
    });
  });

  test('holds the guess against what was said, only where both are known', () => {
    const answers = [
      mockAnswer({ guess: 100, points: [said, missed] }),
      mockAnswer({ guess: 50, points: [said] }),
      mockAnswer({ guess: 0, outcome: 'unscored' }),
      mockAnswer({ guess: null }),
    ];
    expect(guessCheck(answers)).toEqual({ guessed: 0.75, was: 0.75, off: 0.5, answers: 2 });
    expect(guessCheck([mockAnswer()])).toBeNull();
  });

  test('holds the guess against the answer alone, not against what a follow-up brought out after it', () => {
    const answer = mockAnswer({ guess: 50, points: [said, mockPoint('c2', { heard: 'prompted' })] });
    expect(guessCheck([answer])).toEqual({ guessed: 0.5, was: 0.5, off: 0, answers: 1 });
  });

  test('compares with the last five mocks that have a score, overall and by topic', () => {
    const earlier = [none, full, full, full, full, none].map((answer) => mockRecord({ answers: [answer] }));
    const unscored = mockRecord({ answers: [mockAnswer({ outcome: 'unscored' })] });
    expect(compareWith(mockRecord({ answers: [full] }), [unscored, ...earlier])).toEqual({
      mocks: 5,
      before: 0.8,
      off: null,
      topics: [{ key: 'web/http', before: 0.8, now: 1 }],
      tiers: [{ key: 'mid', before: 0.8, now: 1 }],
    });
    const guessed = mockRecord({ answers: [mockAnswer({ points: [said, missed], guess: 100 })] });
    expect(compareWith(FULL_RECORD, [guessed])).toMatchObject({ off: 0.5 });
    expect(compareWith(FULL_RECORD, [unscored])).toBeNull();
  });
});

const stepsOf = (...answers: readonly MockAnswer[]) =>
  nextSteps(mockRecord({ answers }), { format: 'panel', weaknesses: [] });

describe('what to do next', () => {
  test('are three things, the worst answer first', () => {
    const answers = [full, mockAnswer({ ...none, item: itemId('q-bad'), title: 'Bad?' })];
    expect(stepsOf(...answers)).toEqual([
      { kind: 'read', item: 'q-bad', title: 'Bad?' },
      { kind: 'practise', items: ['q-bad'], points: 1 },
      { kind: 'climb', topic: 'web/http', domain: 'web', score: 0.5 },
    ]);
  });

  test('after a mock without a fault are a harder one, another, and what is due', () => {
    expect(stepsOf(full).map(({ kind }) => kind)).toEqual(['harder', 'another', 'review']);
  });

  test('lead to no ladder after a ladder, nor where stories were told', () => {
    const kinds = (format: MockFormat, answer: MockAnswer) =>
      nextSteps(mockRecord({ answers: [answer] }), { format, weaknesses: [] }).map(({ kind }) => kind);
    expect(kinds('panel', none)).toContain('climb');
    expect(kinds('ladder', none)).not.toContain('climb');
    expect(kinds('behavioural', { ...none, kind: 'behavioural' })).not.toContain('climb');
  });

  test('bring back what is missed again and again in questions that were not asked now', () => {
    const old = mockRecord({ answers: [{ ...none, item: itemId('q-old') }] });
    const weaknesses = recurringWeaknesses([mockRecord({ answers: [full] }), old, old]);
    const steps = nextSteps(mockRecord({ answers: [full] }), { format: 'panel', weaknesses });
    expect(steps[0]).toEqual({ kind: 'recurring', items: ['q-old'], points: 1 });
    const here = nextSteps(old, { format: 'panel', weaknesses });
    expect(here.map(({ kind }) => kind)).not.toContain('recurring');
  });

  test.each([
    ['causes', mockAnswer({ ask: 'cause', points: [], choice: { picked: 'x', right: false } })],
    ['axis', mockAnswer({ points: [said], axes: { ...mockAnswer().axes, depth: 1 } })],
    ['rapid', mockAnswer({ points: [said], speakMs: 500_000 })],
    ['calibrate', mockAnswer({ points: [said, missed, mockPoint('c3')], guess: 100 })],
  ])('may be: %s', (kind, answer) => {
    expect(stepsOf(answer, full, full).map((step) => step.kind)).toContain(kind);
  });

  test('are always three, and never two of a kind', () => {
    fc.assert(
      fc.property(arbitraryMockRecord, (record) => {
        const kinds = stepsOf(...record.answers).map(({ kind }) => kind);
        expect(kinds).toHaveLength(3);
        expect(new Set(kinds).size).toBe(kinds.length);
      }),
    );
  });
});
