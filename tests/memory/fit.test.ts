import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addGradient, lossOf, modelOf, type FitHistory } from '#memory/fit-model.ts';
import { fitWeights, LEAST_REVIEWS, logLossOf } from '#memory/fit.ts';
import type { Grade } from '#memory/grade.ts';
import { validateParameters } from '#memory/parameters.ts';
import type { MemoryReview } from '#memory/replay.ts';
import { createScheduler, DEFAULT_PARAMETERS, type Memory } from '#memory/scheduler.ts';
import { seededFraction } from '#memory/fuzz.ts';
import { studyDay } from '../support/builders.ts';

const WEIGHTS = DEFAULT_PARAMETERS.weights;
const scheduler = createScheduler(DEFAULT_PARAMETERS);

const review = fc.record({
  elapsedDays: fc.integer({ min: 0, max: 60 }),
  grade: fc.constantFrom<Grade>(1, 2, 3, 4),
});
const history = fc.array(review, { minLength: 2, maxLength: 12 }).map((reviews): FitHistory =>
  reviews.map(({ elapsedDays, grade }, index) => {
    const days = index === 0 ? 0 : elapsedDays;
    return { elapsedDays: days, grade, counts: days > 0 };
  }),
);

test('the model gives the chances that the scheduler gives', () => {
  fc.assert(
    fc.property(history, (reviews) => {
      let memory: Memory | null = null;
      let sum = 0;
      for (const { elapsedDays, grade, counts } of reviews) {
        if (memory && counts) {
          const recall = Math.min(1 - 1e-5, Math.max(1e-5, scheduler.retrievability(memory, elapsedDays)));
          sum -= Math.log(grade > 1 ? recall : 1 - recall);
        }
        memory = scheduler.nextMemory(memory, elapsedDays, grade);
      }
      expect(lossOf(modelOf(WEIGHTS), [reviews]).sum).toBeCloseTo(sum, 4);
    }),
  );
});

test('the derivatives by all weights are those that differences show', () => {
  // No difficulty at its bounds and none of the kinks: there a difference straddles two formulas.
  const weights = WEIGHTS.map((weight, index) => (index === 19 ? 0.1 : weight * 1.01));
  fc.assert(
    fc.property(history, (reviews) => {
      const gradient = new Float64Array(21);
      addGradient(modelOf(weights), reviews, gradient);
      weights.forEach((weight, index) => {
        const step = 1e-6 * Math.max(1, Math.abs(weight));
        const lossAt = (value: number) => lossOf(modelOf(weights.with(index, value)), [reviews]).sum;
        const up = (lossAt(weight + step) - lossAt(weight)) / step;
        const down = (lossAt(weight) - lossAt(weight - step)) / step;
        const slope = gradient[index] ?? 0;
        const near = [up, down, (up + down) / 2].some(
          (each) => Math.abs(each - slope) < 1e-3 * Math.max(1, Math.abs(slope)),
        );
        expect(near, `weight ${index}: ${slope}, not ${up} or ${down}`).toBe(true);
      });
    }),
    { numRuns: 60 },
  );
});

/** Reviews of somebody whose memory has these weights, on the days that the published weights ask for. */
function reviewsOf(weights: readonly number[], cards: number, length: number, tag = ''): MemoryReview[][] {
  const truth = createScheduler({ ...DEFAULT_PARAMETERS, weights });
  return Array.from({ length: cards }, (_, card) => {
    let day = card % 40;
    let own: Memory | null = null;
    let believed: Memory | null = null;
    return Array.from({ length }, (__, index) => {
      const days =
        index === 0
          ? 0
          : Math.max(
              1,
              Math.round(
                (believed ? scheduler.intervalDays(believed) : 1) * (0.5 + seededFraction(`${tag}d${card}:${index}`)),
              ),
            );
      day += days;
      const lot = seededFraction(`${tag}g${card}:${index}`);
      const recall: number = own ? truth.retrievability(own, days) : 0.7;
      const grade: Grade = lot > recall ? 1 : lot < recall * 0.15 ? 4 : lot < recall * 0.3 ? 2 : 3;
      own = truth.nextMemory(own, days, grade);
      believed = scheduler.nextMemory(believed, days, grade);
      return { day: studyDay(day), grade };
    });
  });
}

const FORGETFUL = WEIGHTS.map((weight, index) =>
  [0, 1, 2, 3].includes(index) ? weight * 0.3 : index === 8 ? weight - 0.8 : weight,
);
const quiet = () => undefined;

describe('a fit', () => {
  test('to somebody who forgets faster foretells them better, on reviews that it has not seen too', () => {
    const histories = reviewsOf(FORGETFUL, 300, 8);
    const fit = fitWeights({ histories, weights: WEIGHTS, report: quiet });
    if (fit.kind !== 'fitted') throw new Error(fit.kind);
    expect(fit.better).toBe(true);
    expect(fit.after).toBeLessThan(fit.before);
    expect(logLossOf(fit.weights, histories)).toBeLessThan(logLossOf(WEIGHTS, histories));
    expect(logLossOf(fit.weights, histories)).toBeLessThan(logLossOf(FORGETFUL, histories) * 1.01);
    expect(validateParameters({ ...DEFAULT_PARAMETERS, weights: fit.weights })).toEqual([]);
    const fresh = reviewsOf(FORGETFUL, 400, 8).slice(300);
    expect(logLossOf(fit.weights, fresh)).toBeLessThan(logLossOf(WEIGHTS, fresh));
  });

  test('to somebody whom the published weights fit strays little', () => {
    const histories = reviewsOf(WEIGHTS, 200, 6);
    const fit = fitWeights({ histories, weights: WEIGHTS, report: quiet });
    if (fit.kind !== 'fitted') throw new Error(fit.kind);
    const other = reviewsOf(WEIGHTS, 400, 6).slice(200);
    expect(logLossOf(fit.weights, other)).toBeLessThan(logLossOf(WEIGHTS, other) * 1.02);
  });

  test('is not made from too few reviews', () => {
    const fit = fitWeights({ histories: reviewsOf(WEIGHTS, 20, 5), weights: WEIGHTS, report: quiet });
    expect(fit).toMatchObject({ kind: 'tooFew', least: LEAST_REVIEWS });
  });

  test('is the same each time, tells how far it is, and ends when it is told to', () => {
    const histories = reviewsOf(FORGETFUL, 120, 6);
    const shares: number[] = [];
    const one = fitWeights({ histories, weights: WEIGHTS, report: (share) => shares.push(share) });
    expect(fitWeights({ histories, weights: WEIGHTS, report: quiet })).toEqual(one);
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    const stop = () => {
      throw new Error('enough');
    };
    expect(() => fitWeights({ histories, weights: WEIGHTS, report: stop })).toThrow('enough');
  });
});

const changed = (change: (weight: number, index: number) => number) => WEIGHTS.map(change);

/**
 * People, and the log loss that the FSRS project's own trainer (@open-spaced-repetition/binding 0.5.0, fsrs-rs) reached on the
 * same reviews, and with the same weights on reviews that neither has seen.
 */
const TRAINED = [
  ['forgets faster', FORGETFUL, 0.46623, 0.48165],
  [
    'remembers longer',
    changed((weight, index) =>
      index < 4 ? weight * 1.8 : index === 10 ? weight * 0.6 : index === 11 ? weight * 1.4 : weight,
    ),
    0.34843,
    0.37334,
  ],
  [
    'forgets along another curve',
    changed((weight, index) =>
      index === 20 ? 0.35 : index === 6 ? weight * 0.5 : index === 9 ? weight * 1.5 : weight,
    ),
    0.34212,
    0.35472,
  ],
] as const;

test.each(TRAINED)(
  'to somebody who %s is as good as that of the FSRS project, to one per cent',
  (_, weights, own, unseen) => {
    const histories = reviewsOf(weights, 300, 8);
    const fit = fitWeights({ histories, weights: WEIGHTS, report: quiet });
    if (fit.kind !== 'fitted') throw new Error(fit.kind);
    expect(logLossOf(fit.weights, histories)).toBeLessThan(own * 1.01);
    expect(logLossOf(fit.weights, reviewsOf(weights, 2000, 8, 'fresh'))).toBeLessThan(unseen * 1.01);
  },
  30_000,
);
