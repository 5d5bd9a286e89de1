/** What a mock is worth, what it showed, and what to do next. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWith, guessCheck, missedPoints, timeUse } from '#mock/report.ts';
import { nextSteps } from '#mock/next-steps.ts';
import { overallTrend, recurringWeaknesses, tierTrends, topicTrends } from '#mock/history.ts';
import { reportMarkdown } from '#mock/markdown.ts';
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

  test('compares with the last five mocks that have a score, overall and by topic', () => {
    const earlier = [none, full, full, full, full, none].map((answer) => mockRecord({ answers: [answer] }));
    const unscored = mockRecord({ answers: [mockAnswer({ outcome: 'unscored' })] });
    expect(compareWith(mockRecord({ answers: [full] }), [unscored, ...earlier])).toEqual({
      mocks: 5,
      before: 0.8,
      topics: [{ topic: 'web/http', before: 0.8, now: 1 }],
    });
    expect(compareWith(FULL_RECORD, [unscored])).toBeNull();
  });
});

describe('what to do next', () => {
  test('are three things, the worst answer first', () => {
    const answers = [full, mockAnswer({ ...none, item: itemId('q-bad'), title: 'Bad?' })];
    expect(nextSteps(mockRecord({ answers }))).toEqual([
      { kind: 'read', item: 'q-bad', title: 'Bad?' },
      { kind: 'practise', items: ['q-bad'], points: 1 },
      { kind: 'climb', topic: 'web/http', domain: 'web', score: 0.5 },
    ]);
  });

  test('after a mock without a fault is a harder one', () => {
    expect(nextSteps(mockRecord({ answers: [full] }))).toEqual([{ kind: 'harder' }]);
  });

  test.each([
    ['causes', mockAnswer({ ask: 'cause', points: [], choice: { picked: 'x', right: false } })],
    ['axis', mockAnswer({ points: [said], axes: { ...mockAnswer().axes, depth: 1 } })],
    ['rapid', mockAnswer({ points: [said], speakMs: 500_000 })],
    ['calibrate', mockAnswer({ points: [said, missed, mockPoint('c3')], guess: 100 })],
  ])('may be: %s', (kind, answer) => {
    expect(nextSteps(mockRecord({ answers: [answer, full, full] })).map((step) => step.kind)).toContain(kind);
  });

  test('are never more than three, and never two of a kind', () => {
    fc.assert(
      fc.property(arbitraryMockRecord, (record) => {
        const kinds = nextSteps(record).map(({ kind }) => kind);
        expect(kinds.length).toBeGreaterThan(0);
        expect(kinds.length).toBeLessThanOrEqual(3);
        expect(new Set(kinds).size).toBe(kinds.length);
      }),
    );
  });
});

describe('many mocks', () => {
  const at = (finishedAtMs: number, ...answers: ReturnType<typeof mockAnswer>[]) =>
    mockRecord({ finishedAtMs, answers });

  test('give a trend that rises in time, over all, by topic and by tier', () => {
    const records = [at(3, full), at(1, none), at(2, mockAnswer({ outcome: 'unscored' }))];
    expect(overallTrend(records).map(({ atMs, value }) => [atMs, value])).toEqual([
      [1, 0],
      [3, 1],
    ]);
    expect(topicTrends(records)).toEqual([{ key: 'web/http', points: overallTrend(records) }]);
    const two = [at(1, mockAnswer({ tier: 'expert' })), at(2, mockAnswer({ tier: 'foundational' }))];
    expect(tierTrends(two).map(({ key }) => key)).toEqual(['foundational', 'expert']);
  });

  test('show what is missed again and again, points of one concept together', () => {
    const raw = { concept: 'raw-bytes', heard: 'missed' } as const;
    const one = mockAnswer({ points: [mockPoint('c1', raw), mockPoint('c2')] });
    const two = mockAnswer({ item: itemId('q-two'), title: 'Two?', points: [mockPoint('p9', raw), missed] });
    const [first, ...rest] = recurringWeaknesses([at(1, one), at(2, two)]);
    expect(rest).toEqual([]);
    expect(first).toEqual({
      of: { kind: 'concept', concept: 'raw-bytes' },
      missed: 2,
      asked: 2,
      lastMissedAtMs: 2,
      places: [
        { item: 'q-two', point: 'p9', title: 'Two?' },
        { item: 'q-one', point: 'c1', title: 'What is q-one?' },
      ],
    });
  });

  test('do not call a single miss a weakness, nor what came when it was asked for', () => {
    const prompted = mockAnswer({ points: [mockPoint('c1', { heard: 'prompted' })] });
    expect(recurringWeaknesses([at(1, none), at(2, prompted), at(3, prompted), at(4, full)])).toEqual([]);
    expect(
      recurringWeaknesses([at(1, none), at(2, none), at(3, mockAnswer({ points: [mockPoint('c2')] }))]),
    ).toMatchObject([{ missed: 2, asked: 3, lastMissedAtMs: 2 }]);
  });
});

describe('as Markdown', () => {
  const input = {
    title: 'Panel, 15 minutes',
    date: 'Sunday, 22 November',
    climbed: null,
    pointText: () => 'Bytes first',
    topicName: (topic: string) => `Name of ${topic}`,
  };

  test('a report says the same as on screen', () => {
    const text = reportMarkdown({ ...input, record: FULL_RECORD });
    expect(text).toContain('# Panel, 15 minutes\n');
    expect(text).toContain('- Thinking 20 s, speaking 2 min 0 s, follow-ups 9 s\n- Paused 0 s, away 5 s');
    expect(text).toContain('## Missed\n\n- Bytes first (core, when asked)');
    expect(text).toContain('Next time: Name the raw bytes first.');
    expect(text).toContain('Took: A lock (wrong)');
    expect(text).toContain('- Name of web/http: ');
    expect(text).toContain('mid, Name of web/http: ');
    expect(text.endsWith('\n')).toBe(true);
  });

  test('words of others open no heading, list, link or HTML', () => {
    const answer = mockAnswer({ title: '# <b>x</b>', notes: 'a\n## b', next: '[x](y)' });
    const text = reportMarkdown({ ...input, record: mockRecord({ answers: [answer] }) });
    expect(text).toContain(String.raw`## 1. \# \<b\>x\</b\>`);
    expect(text).toContain(String.raw`Notes: a \#\# b`);
    expect(text).toContain(String.raw`Next time: \[x\](y)`);
  });

  test('a ladder names its ceilings', () => {
    const text = reportMarkdown({
      ...input,
      climbed: { 'web/http': 1 },
      record: mockRecord({ answers: [full, { ...none, tier: 'senior' }] }),
    });
    expect(text).toContain('- Ceiling in Name of web/http: mid');
  });
});
