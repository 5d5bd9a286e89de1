/** What the ticks speak for: each reason, and both sides of each border. */
import { describe, expect, test } from 'vitest';
import type { KeyPoint, PointId } from '#bank/item.ts';
import { proposeForPoint, proposeGrade, SLOW_FACTOR, type Attempt } from '#review/propose.ts';
import { keyPoint } from '../support/item-builders.ts';

const core = ['c1', 'c2'];
const details = ['d1', 'd2', 'd3', 'd4'];
const POINTS: readonly KeyPoint[] = [
  ...core.map((id) => keyPoint(id)),
  ...details.map((id) => keyPoint(id, { weight: 'detail' })),
  keyPoint('b1', { weight: 'bonus' }),
];

function attempt(ticked: readonly string[], over: Partial<Attempt> = {}): Attempt {
  const set = new Set(ticked as PointId[]);
  return { points: POINTS, tier: 'mid', ticked: set, hinted: false, tookSeconds: 60, goodSeconds: 60, ...over };
}

/** The points of the test, one of whose details is expected only from the tier given. */
function withDetailFrom(from: KeyPoint['from']): KeyPoint[] {
  return POINTS.map((point) => (point.id === 'd4' ? { ...point, from } : point));
}

describe('the proposed grade', () => {
  test('is none while nothing is ticked, whatever the clock says', () => {
    expect(proposeGrade(attempt([], { tookSeconds: 1000, hinted: true }))).toBeNull();
  });

  test.each([
    ['one core point of two', ['c1', ...details, 'b1'], 1],
    ['no core point', details, 2],
    ['only the bonus', ['b1'], 2],
  ])('is Again with %s, and counts the missed', (_, ticked, count) => {
    expect(proposeGrade(attempt(ticked))).toEqual({ grade: 1, reason: { kind: 'missedCore', count } });
  });

  test('is Again for a missed core point even when it was also slow and hinted', () => {
    const proposal = proposeGrade(attempt(['c1'], { hinted: true, tookSeconds: 1000 }));
    expect(proposal?.reason).toEqual({ kind: 'missedCore', count: 1 });
  });

  test('is Again for a core point that is expected only from a higher tier: core is core', () => {
    const points = [keyPoint('c1'), keyPoint('c2', { from: 'expert' })];
    expect(proposeGrade(attempt(['c1'], { points, tier: 'foundational' }))?.grade).toBe(1);
  });

  test.each([
    ['all ticked', [...core, ...details]],
    ['no details', core],
  ])('is Hard when the hint was taken, with %s', (_, ticked) => {
    expect(proposeGrade(attempt(ticked, { hinted: true }))).toEqual({ grade: 2, reason: { kind: 'hinted' } });
  });

  test('names the hint before the clock when both were against it', () => {
    expect(proposeGrade(attempt(core, { hinted: true, tookSeconds: 1000 }))?.reason.kind).toBe('hinted');
  });

  test('is Hard when it took more than the slow factor allows, and says how long', () => {
    const tookSeconds = 60 * SLOW_FACTOR + 0.001;
    const reason = { kind: 'slow', tookSeconds, goodSeconds: 60 };
    expect(proposeGrade(attempt([...core, ...details], { tookSeconds }))).toEqual({ grade: 2, reason });
  });

  test('is not slow at exactly the slow factor, which is twice a good answer', () => {
    expect(SLOW_FACTOR).toBe(2);
    expect(proposeGrade(attempt([...core, ...details], { tookSeconds: 120 }))?.grade).toBe(4);
  });

  test.each([
    [0, 4, 2, 'fewDetails'],
    [1, 4, 2, 'fewDetails'],
    [2, 4, 3, 'halfOfDetails'],
    [3, 4, 3, 'halfOfDetails'],
    [4, 4, 4, 'complete'],
    [0, 3, 2, 'fewDetails'],
    [1, 3, 2, 'fewDetails'],
    [2, 3, 3, 'halfOfDetails'],
    [3, 3, 4, 'complete'],
    [0, 1, 2, 'fewDetails'],
    [1, 1, 4, 'complete'],
    [0, 0, 4, 'complete'],
  ] as const)('with all core and %d of %d details is %d: %s', (hit, of, grade, kind) => {
    const points = POINTS.filter((point) => point.weight !== 'detail' || details.indexOf(point.id) < of);
    const proposal = proposeGrade(attempt([...core, ...details.slice(0, hit)], { points }));
    expect(proposal).toEqual({ grade, reason: kind === 'complete' ? { kind } : { kind, hit, of } });
  });

  test('does not ask for the bonus, and the bonus does not stand in for a detail', () => {
    expect(proposeGrade(attempt([...core, ...details]))?.grade).toBe(4);
    const few = proposeGrade(attempt([...core, 'd1', 'b1']));
    expect(few).toEqual({ grade: 2, reason: { kind: 'fewDetails', hit: 1, of: 4 } });
  });

  test.each([
    ['foundational', 3, 4],
    ['mid', 3, 4],
    ['senior', 4, 3],
    ['expert', 4, 3],
  ] as const)('of a mid question with a detail from %s, unticked, is %d of %d expected', (from, grade, of) => {
    const proposal = proposeGrade(attempt([...core, 'd1', 'd2', 'd3'], { points: withDetailFrom(from) }));
    expect(proposal?.grade).toBe(grade);
    if (grade === 3) expect(proposal?.reason).toEqual({ kind: 'halfOfDetails', hit: 3, of });
  });

  test('gives no credit for a detail above the tier instead of one that is expected', () => {
    const points = withDetailFrom('expert');
    const proposal = proposeGrade(attempt([...core, 'd1', 'd4'], { points }));
    expect(proposal).toEqual({ grade: 2, reason: { kind: 'fewDetails', hit: 1, of: 3 } });
  });

  test('ignores ticks of points that the question does not have', () => {
    expect(proposeGrade(attempt([...core, 'x', 'y', 'z']))?.reason).toEqual({ kind: 'fewDetails', hit: 0, of: 4 });
  });
});

describe('the proposed grade of a single point', () => {
  test.each([
    [{ hinted: false, tookSeconds: 40 }, 3, 'complete'],
    [{ hinted: false, tookSeconds: 40.001 }, 2, 'slow'],
    [{ hinted: true, tookSeconds: 1 }, 2, 'hinted'],
    [{ hinted: true, tookSeconds: 1000 }, 2, 'hinted'],
  ])('for %o is %d: %s', (how, grade, kind) => {
    expect(proposeForPoint({ ...how, goodSeconds: 20 })).toMatchObject({ grade, reason: { kind } });
  });
});
