/** Laws that hold for every sound set of weights and every memory, whatever the history. */
import { CLAMP_PARAMETERS } from 'ts-fsrs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Grade, GRADES } from '#memory/grade.ts';
import { createScheduler, DEFAULT_PARAMETERS, type Memory, type Scheduler } from '#memory/scheduler.ts';

const weights = fc.tuple(
  ...CLAMP_PARAMETERS(2, false).map(([min = 0, max = 1]) => fc.double({ min, max, noNaN: true })),
);
const scheduler: fc.Arbitrary<Scheduler> = fc
  .tuple(fc.oneof(fc.constant(DEFAULT_PARAMETERS.weights), weights), fc.double({ min: 0.7, max: 0.99, noNaN: true }))
  .map(([w, desiredRetention]) => createScheduler({ ...DEFAULT_PARAMETERS, weights: w, desiredRetention }));

/** Short stays, long absences, and a card that nobody has seen for three centuries. */
const elapsed = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 110_000 }));
const laterDay = elapsed.map((days) => days + 1);
const grade = fc.constantFrom(...GRADES);
const success = fc.constantFrom<Grade>(2, 3, 4);
const memory: fc.Arbitrary<Memory> = fc.record({
  stability: fc.oneof(
    fc.double({ min: 0.001, max: 100, noNaN: true }),
    fc.double({ min: 0.001, max: 36_500, noNaN: true }),
  ),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
});

/** States are rounded to 8 decimals. */
const ROUNDING = 1e-8;
const runs = { numRuns: 500 };

function expectSound({ stability, difficulty }: Memory): void {
  expect(stability).toBeGreaterThanOrEqual(0.001);
  expect(stability).toBeLessThanOrEqual(36_500);
  expect(difficulty).toBeGreaterThanOrEqual(1);
  expect(difficulty).toBeLessThanOrEqual(10);
}

test('no history leads to a memory outside its limits, or to NaN', () => {
  const history = fc.array(fc.tuple(elapsed, grade), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(scheduler, history, (subject, reviews) => {
      let last: Memory | null = null;
      for (const [days, given] of reviews) {
        last = subject.nextMemory(last, days, given);
        expectSound(last);
        expect(subject.retrievability(last, days)).toBeGreaterThanOrEqual(0);
        expect(subject.retrievability(last, days)).toBeLessThanOrEqual(1);
        expect(Number.isInteger(subject.intervalDays(last))).toBe(true);
      }
    }),
    runs,
  );
});

test('success never lowers stability, on the same day or another', () => {
  fc.assert(
    fc.property(scheduler, memory, elapsed, success, (subject, before, days, given) => {
      const after = subject.nextMemory(before, days, given);
      expect(after.stability).toBeGreaterThanOrEqual(before.stability - ROUNDING);
    }),
    runs,
  );
});

test('a lapse never raises stability', () => {
  fc.assert(
    fc.property(scheduler, memory, laterDay, (subject, before, days) => {
      expect(subject.nextMemory(before, days, 1).stability).toBeLessThanOrEqual(before.stability + ROUNDING);
    }),
    runs,
  );
});

test('a better grade never leaves a lower stability or a higher difficulty', () => {
  fc.assert(
    fc.property(scheduler, memory, elapsed, (subject, before, days) => {
      const [again, hard, good, easy] = GRADES.map((given) => subject.nextMemory(before, days, given)) as [
        Memory,
        Memory,
        Memory,
        Memory,
      ];
      for (const [worse, better] of [
        [again, hard],
        [hard, good],
        [good, easy],
      ] as const) {
        expect(better.stability).toBeGreaterThanOrEqual(worse.stability - ROUNDING);
        expect(better.difficulty).toBeLessThanOrEqual(worse.difficulty + ROUNDING);
      }
    }),
    runs,
  );
});

test('the chance of recall is 1 at once, falls with every day, and is higher for the more stable', () => {
  fc.assert(
    fc.property(scheduler, memory, elapsed, laterDay, (subject, trace, days, more) => {
      expect(subject.retrievability(trace, 0)).toBe(1);
      const chance = subject.retrievability(trace, days);
      expect(subject.retrievability(trace, days + more)).toBeLessThanOrEqual(chance);
      const firmer = { ...trace, stability: trace.stability * 2 };
      expect(subject.retrievability(firmer, days)).toBeGreaterThanOrEqual(chance);
    }),
    runs,
  );
});

test('the chance of recall is 90% after as many days as the stability says', () => {
  fc.assert(
    fc.property(scheduler, memory, (subject, trace) => {
      expect(subject.retrievability(trace, trace.stability)).toBeCloseTo(0.9, 6);
    }),
  );
});

test('the chance of recall at the interval is the desired retention, as near as whole days allow', () => {
  fc.assert(
    fc.property(scheduler, memory, (subject, trace) => {
      const days = subject.intervalDays(trace);
      fc.pre(days > 1 && days < 36_500);
      const { desiredRetention } = subject.parameters;
      expect(subject.retrievability(trace, days + 0.51)).toBeLessThanOrEqual(desiredRetention + 1e-6);
      expect(subject.retrievability(trace, days - 0.51)).toBeGreaterThanOrEqual(desiredRetention - 1e-6);
    }),
    runs,
  );
});

test('intervals rise with stability, fall with the desired retention, and keep to their limits', () => {
  const limit = fc.integer({ min: 1, max: 36_500 });
  fc.assert(
    fc.property(memory, memory, limit, (one, other, maximumIntervalDays) => {
      const [low, high] = one.stability <= other.stability ? [one, other] : [other, one];
      const strict = createScheduler({ ...DEFAULT_PARAMETERS, desiredRetention: 0.95, maximumIntervalDays });
      const relaxed = createScheduler({ ...DEFAULT_PARAMETERS, desiredRetention: 0.8, maximumIntervalDays });
      expect(strict.intervalDays(high)).toBeGreaterThanOrEqual(strict.intervalDays(low));
      expect(relaxed.intervalDays(high)).toBeGreaterThanOrEqual(strict.intervalDays(high));
      expect(strict.intervalDays(low)).toBeGreaterThanOrEqual(1);
      expect(relaxed.intervalDays(high)).toBeLessThanOrEqual(maximumIntervalDays);
    }),
    runs,
  );
});
