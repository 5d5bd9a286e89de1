/** The machine of a mock: its stages, its clocks, and what a crash costs. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closeRun } from '#mock/close-run.ts';
import { reduceRun } from '#mock/reduce-run.ts';
import { currentDraft, type MockRun } from '#mock/run.ts';
import { AWAY_MS, clocksAt, draftMs } from '#mock/run-clock.ts';
import { MOCK_LIMITS } from '#review/mock-record.ts';
import { pointId } from '../support/builders.ts';
import { candidate } from './candidates.ts';
import { answer, begin, graded, guessed, play, spoke, spokenTo, START, touched, type Step } from './runs.ts';

describe('a panel', () => {
  test('goes through thinking, speaking, guessing, follow-ups one by one and grading, question by question, to its end', () => {
    let run = begin();
    const seen: string[] = [];
    while (run.stage !== null) {
      seen.push(`${currentDraft(run).asked.item} ${run.stage}`);
      const steps = { grade: graded, guess: guessed, touch: touched };
      run = play(run, [[7, run.stage in steps ? steps[run.stage as keyof typeof steps] : spoke]]);
    }
    expect(seen).toEqual(
      ['a', 'b', 'c'].flatMap((id) =>
        ['think', 'speak', 'guess', 'touch', 'followUp', 'followUp', 'grade'].map((stage) => `${id} ${stage}`),
      ),
    );
    expect(run.ended).toBe('complete');
    expect(run.drafts.every(({ outcome, gradedAtMs }) => outcome === 'graded' && gradedAtMs !== null)).toBe(true);
  });

  test('that is graded at the end asks all first, then grades all in the same order', () => {
    const asked = play(begin({ grading: 'end' }), [...answer, ...answer, ...answer]);
    expect([currentDraft(asked).asked.item, asked.stage]).toEqual(['a', 'grade']);
    const one = play(asked, [[9, graded]]);
    expect([currentDraft(one).asked.item, one.stage]).toEqual(['b', 'grade']);
    expect(
      play(one, [
        [9, graded],
        [9, graded],
      ]).stage,
    ).toBeNull();
  });

  test('that is graded at the end asks its follow-ups right after the answer, and none where there are none', () => {
    const probed = play(begin({ grading: 'end' }), [...spokenTo, [1, touched]]);
    expect([currentDraft(probed).asked.item, probed.stage]).toEqual(['a', 'followUp']);
    const next = play(probed, [
      [20, spoke],
      [30, { type: 'skipped' }],
    ]);
    expect([currentDraft(next).asked.item, next.stage]).toEqual(['b', 'think']);
    expect(next.drafts[0]?.followUps.map(({ tookMs, held }) => [tookMs, held])).toEqual([
      [20_000, null],
      [30_000, false],
    ]);
    expect(currentDraft(play(begin({ grading: 'end' }), answer)).asked.item).toBe('b');
  });

  test('counts thinking and speaking apart, and grading not at all', () => {
    const run = play(begin(), [...answer, [100, graded], [4, { type: 'beat' }]]);
    expect(run.drafts[0]).toMatchObject({ thinkMs: 10_000, speakMs: 60_000, guess: 50 });
    expect(clocksAt(run, START + 180_000)).toEqual({
      question: 5000,
      think: 5000,
      speak: 0,
      session: 75_000,
      phase: 0,
      followUp: 0,
    });
  });

  test('a skipped question is left at any moment and not graded', () => {
    const run = play(begin({ grading: 'end' }), [[5, { type: 'skipped' }], ...answer, [3, { type: 'skipped' }]]);
    expect(run.drafts.map(({ outcome }) => outcome)).toEqual(['skipped', 'open', 'skipped']);
    expect([currentDraft(run).asked.item, run.stage]).toEqual(['b', 'grade']);
  });

  test('ended by hand it still grades what was begun, and forgets what was never asked', () => {
    const run = play(begin(), [...answer, [9, graded], [5, spoke], [5, { type: 'ended' }]]);
    expect(run.drafts.map(({ asked }) => asked.item)).toEqual(['a', 'b']);
    expect([run.stage, run.place, run.ended]).toEqual(['grade', 1, 'early']);
    const done = play(run, [[5, graded]]);
    expect([done.stage, done.ended]).toEqual([null, 'early']);
    expect(play(begin(), [[5, { type: 'ended' }]])).toMatchObject({ stage: null, drafts: [], ended: 'early' });
  });

  test('ticks are taken back by a second tick, and only while grading', () => {
    const c1 = { type: 'ticked', point: pointId('c1'), atMs: 1500 } as const;
    const grading = play(begin(), [...answer, [1, c1], [1, { ...c1, point: pointId('c2'), atMs: null }]]);
    expect(currentDraft(grading).ticked).toEqual({ c1: 1500, c2: null });
    expect(currentDraft(play(grading, [[1, c1]])).ticked).toEqual({ c2: null });
    expect(currentDraft(play(begin(), [[1, c1]])).ticked).toEqual({});
  });

  test('what cannot be asked any more is left out at any moment, without a score', () => {
    for (const before of [[], spokenTo.slice(0, 1), spokenTo.slice(0, 2), [...spokenTo, [1, touched]]] as const) {
      const run = play(begin(), [...before, [1, { type: 'leftOut' }]]);
      expect(run.drafts[0]).toMatchObject({ outcome: 'unscored' });
      expect([currentDraft(run).asked.item, run.stage]).toEqual(['b', 'think']);
    }
  });

  test('what is not to be scored is marked so', () => {
    expect(play(begin(), [...answer, [1, { type: 'leftOut' }]]).drafts[0]).toMatchObject({ outcome: 'unscored' });
  });
});

test('a run that makes room keeps what was graded or skipped, leaves out what waits, and forgets what was not asked', () => {
  const four = ['a', 'b', 'c', 'd'].map((id) => candidate(id));
  const run = play(begin({}, four), [...answer, [1, graded], [5, { type: 'skipped' }], ...spokenTo]);
  const closed = closeRun(run, START + 600_000);
  expect(closed).toMatchObject({ stage: null, ended: 'early' });
  expect(closed?.drafts.map(({ asked, outcome }) => [asked.item, outcome])).toEqual([
    ['a', 'graded'],
    ['b', 'skipped'],
    ['c', 'unscored'],
  ]);
  expect(closeRun(begin(), START + 5000)).toBeNull();
  const done = play(begin({}, four.slice(0, 1)), [...answer, [1, graded]]);
  expect(closeRun(done, START + 600_000)).toMatchObject({ stage: null, ended: 'complete', drafts: done.drafts });
});

describe('pauses', () => {
  test('stop the clock and are logged with their length', () => {
    const run = play(begin(), [
      [10, { type: 'paused' }],
      [300, { type: 'resumed' }],
      [5, spoke],
    ]);
    expect(run.drafts[0]?.thinkMs).toBe(15_000);
    expect(run.pauses).toEqual([{ atMs: 10_000, tookMs: 300_000, kind: 'pause' }]);
  });

  test('hold everything but notes', () => {
    const run = play(begin(), [
      [10, { type: 'paused' }],
      [5, spoke],
      [5, { type: 'wrote', field: 'notes', text: 'Two.' }],
    ]);
    expect([run.stage, currentDraft(run).notes, currentDraft(run).thinkMs]).toEqual(['think', 'Two.', 10_000]);
  });

  test('after a crash the clock stands where the last beat left it, and the gap is told', () => {
    const before = play(begin(), [
      [10, spoke],
      [20, { type: 'beat' }],
    ]);
    const stored = JSON.parse(JSON.stringify(before)) as MockRun;
    const back = play(stored, [[3600, { type: 'returned' }]]);
    expect([back.stage, currentDraft(back).speakMs]).toEqual(['speak', 20_000]);
    expect(back.pauses).toEqual([{ atMs: 30_000, tookMs: 3_600_000, kind: 'away' }]);
    expect(currentDraft(play(back, [[7, spoke]])).speakMs).toBe(27_000);
  });

  test('a device that slept between two beats was away', () => {
    const run = play(begin(), [
      [10, { type: 'beat' }],
      [AWAY_MS / 1000 + 1, { type: 'beat' }],
    ]);
    expect(currentDraft(run).thinkMs).toBe(10_000);
    expect(run.pauses).toMatchObject([{ kind: 'away', tookMs: AWAY_MS + 1000 }]);
  });

  test('whoever comes back to a paused mock finds it paused', () => {
    const run = play(begin(), [
      [10, { type: 'paused' }],
      [60, { type: 'returned' }],
      [60, { type: 'resumed' }],
    ]);
    expect(run.pauses).toEqual([{ atMs: 10_000, tookMs: 120_000, kind: 'pause' }]);
    expect(run.pausedAtMs).toBeNull();
  });
});

describe('a ladder', () => {
  const RUNGS = (['foundational', 'mid', 'senior'] as const).map((tier) => candidate(tier, { tier }));

  test('asks which prompts were spoken to, then follow-ups one by one, each with its clock', () => {
    const run = play(begin({ format: 'ladder' }, RUNGS), [...spokenTo, [9, touched], [20, spoke], [30, spoke]]);
    expect(run.stage).toBe('grade');
    expect(currentDraft(run).followUps.map(({ tookMs }) => tookMs)).toEqual([20_000, 30_000]);
    expect(currentDraft(run).ticked).toEqual({ c2: null });
    expect(draftMs(currentDraft(run))).toBe(120_000);
  });

  test('who skips a follow-up has not held it, and keeps the answer', () => {
    const run = play(begin({ format: 'ladder' }, RUNGS), [
      ...spokenTo,
      [9, touched],
      [5, { type: 'skipped' }],
      [5, spoke],
    ]);
    expect([run.stage, currentDraft(run).outcome]).toEqual(['grade', 'open']);
    expect(currentDraft(run).followUps.map(({ held }) => held)).toEqual([false, null]);
  });

  test('goes on by what was graded, and stops when the time is over', () => {
    const rung = [...answer, [1, graded]] as const;
    const first = begin({ format: 'ladder', grading: 'end', length: { kind: 'minutes', minutes: 2 } }, RUNGS);
    expect(first.drafts).toHaveLength(1);
    const second = play(first, rung);
    expect(currentDraft(second).asked.tier).toBe('mid');
    expect(play(second, rung)).toMatchObject({ stage: null, ended: 'complete' });
    const unhurried = play(
      { ...first, settings: { ...first.settings, length: { kind: 'minutes', minutes: 60 } } },
      rung,
    );
    expect(play(unhurried, rung).drafts).toHaveLength(3);
  });
});

test('many ladders end where a record is full, so that no answer is scored and not kept', () => {
  const topics = Array.from({ length: 70 }, (_, index) => `t${index}`);
  const many = topics.map((topic) => candidate(topic, { topic: `${topic}/x`, tier: 'expert' }));
  let run = begin({ format: 'ladder', length: { kind: 'count', count: 40 } }, many);
  while (run.stage !== null) run = play(run, [...answer, [1, graded]]);
  expect(run.drafts).toHaveLength(MOCK_LIMITS.answers);
});

test('who goes from one page to the next was not away', () => {
  expect(play(begin(), [[0.5, { type: 'returned' }]])).toMatchObject({
    pauses: [],
    drafts: [{ thinkMs: 500 }, {}, {}],
  });
});

test('a deep dive counts each phase', () => {
  const run = play(begin({ format: 'deep' }), [
    [60, spoke],
    [100, { type: 'phased' }],
    [40, { type: 'phased' }],
    [20, spoke],
  ]);
  expect(currentDraft(run)).toMatchObject({ phases: [100_000, 40_000, 20_000], speakMs: 160_000 });
  expect(run.stage).toBe('guess');
});

test('a cause is chosen before it is shown', () => {
  const cause = [candidate('e', { as: 'error' })];
  const run = play(begin({ format: 'cause' }, cause), [
    [10, spoke],
    [10, spoke],
  ]);
  expect(run.stage).toBe('choose');
  const chosen = play(run, [[5, { type: 'chose', choice: { picked: 'A lock', right: true } }]]);
  expect([chosen.stage, currentDraft(chosen).choice]).toEqual(['grade', { picked: 'A lock', right: true }]);
});

test('whatever is pressed, the clocks add up to the time that passed, and the run goes through JSON unharmed', () => {
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<Step>(spoke, guessed, graded, { type: 'beat' }) },
    fc.constantFrom<Step>(
      { type: 'paused' },
      { type: 'resumed' },
      { type: 'returned' },
      { type: 'skipped' },
      { type: 'leftOut' },
      { type: 'phased' },
      { type: 'ended' },
      { type: 'touched', points: [], followUps: [{ ask: 'Why?', points: [], held: null, tookMs: 0 }] },
    ),
  );
  const plays = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), step), { maxLength: 40 });
  const format = fc.constantFrom('panel' as const, 'ladder' as const, 'deep' as const, 'cause' as const);
  fc.assert(
    fc.property(plays, format, fc.constantFrom('each' as const, 'end' as const), (steps, kind, grading) => {
      let run = begin({ format: kind, grading });
      let nowMs = START;
      let lookingMs = 0;
      for (const [seconds, each] of steps) {
        const before = run;
        nowMs += seconds * 1000;
        run = play({ ...JSON.parse(JSON.stringify(run)) } as MockRun, []);
        run = reduceRun(run, { ...each, nowMs });
        if (['guess', 'touch', 'choose', 'grade', null].includes(before.stage)) lookingMs += seconds * 1000;
        expect(run.place).toBeLessThanOrEqual(Math.max(0, run.drafts.length));
        if (run.stage !== null) expect(currentDraft(run)).toBeDefined();
      }
      if (run.drafts.some(({ outcome }) => outcome === 'skipped') || run.ended === 'early') return;
      const clocked = run.drafts.reduce((sum, draft) => sum + draftMs(draft), 0);
      const paused = run.pauses.reduce((sum, { tookMs }) => sum + tookMs, 0);
      const still = run.pausedAtMs === null ? 0 : nowMs - run.pausedAtMs;
      expect(clocked + paused + still + lookingMs).toBe(nowMs - START);
    }),
    { numRuns: 300 },
  );
});
