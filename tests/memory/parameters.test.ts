import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipWeights, DEFAULT_PARAMETERS, upgradeWeights, validateParameters } from '#memory/parameters.ts';
import { parameters, published, valueAt } from './vectors.ts';

const pathsOf = (changed: Partial<typeof DEFAULT_PARAMETERS>) =>
  validateParameters({ ...DEFAULT_PARAMETERS, ...changed }).map(({ path }) => path);

describe('the defaults', () => {
  test('are the published weights of FSRS-6, 90% and a century', () => {
    expect(DEFAULT_PARAMETERS.weights).toEqual(parameters.default);
    expect(DEFAULT_PARAMETERS).toMatchObject({ desiredRetention: 0.9, maximumIntervalDays: 36_500, fuzz: true });
  });

  test('cannot be changed', () => {
    expect(Object.isFrozen(DEFAULT_PARAMETERS)).toBe(true);
    expect(Object.isFrozen(DEFAULT_PARAMETERS.weights)).toBe(true);
  });
});

describe('validation', () => {
  test.each(Object.entries(parameters))('finds nothing wrong with %s', (_, weights) => {
    expect(pathsOf({ weights })).toEqual([]);
  });

  test.each([0.7, 0.85, 0.99])('accepts a retention of %d', (desiredRetention) => {
    expect(pathsOf({ desiredRetention })).toEqual([]);
  });

  test.each([0, 0.699, 0.991, 1, 90, -0.9, Number.NaN])('refuses a retention of %d', (desiredRetention) => {
    expect(pathsOf({ desiredRetention })).toEqual(['desiredRetention']);
  });

  test.each([1, 365, 36_500])('accepts a maximum of %d days', (maximumIntervalDays) => {
    expect(pathsOf({ maximumIntervalDays })).toEqual([]);
  });

  test.each([0, -1, 1.5, 36_501, Number.NaN, Number.POSITIVE_INFINITY])('refuses a maximum of %d days', (days) => {
    expect(pathsOf({ maximumIntervalDays: days })).toEqual(['maximumIntervalDays']);
  });

  test.each([0, 17, 19, 20, 22])('refuses %i weights', (length) => {
    expect(pathsOf({ weights: Array.from({ length }, () => 0.5) })).toEqual(['weights']);
  });

  test('names each weight that is not a number or out of range', () => {
    const weights = parameters.default.with(0, 0).with(4, Number.NaN).with(7, Number.POSITIVE_INFINITY).with(20, 0.9);
    expect(pathsOf({ weights })).toEqual(['weights[0]', 'weights[4]', 'weights[7]', 'weights[20]']);
    const [first] = validateParameters({ ...DEFAULT_PARAMETERS, weights });
    expect(first?.message).toBe('must be from 0.001 to 100, not 0');
  });

  test('accepts a w[19] of 0, which weights of older versions have', () => {
    expect(pathsOf({ weights: parameters.default.with(19, 0) })).toEqual([]);
  });
});

describe('clipping', () => {
  test('gives the published weights', () => {
    const { input_first9, output_first9 } = published.parameter_clip;
    const clipped = clipWeights([...input_first9, ...parameters.default.slice(9)]);
    expect(clipped.slice(0, 9)).toEqual(output_first9);
    expect(clipped.slice(9)).toEqual(parameters.default.slice(9));
  });

  test('leaves the w[19] of 0 that weights of older versions have', () => {
    const weights = parameters.default.with(19, 0);
    expect(clipWeights(weights)).toEqual(weights);
  });

  test('makes any 21 numbers sound, and leaves sound ones alone', () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { minLength: 21, maxLength: 21 }), (weights) => {
        const clipped = clipWeights(weights);
        expect(pathsOf({ weights: clipped })).toEqual([]);
        expect(clipWeights(clipped)).toEqual(clipped);
      }),
    );
  });
});

describe('upgrading', () => {
  const { w17, w21 } = published.parameter_migration_17_to_21;
  const { w, fill_to_21 } = published.memory_state_19_param_fsrs5;

  test('17 weights become the published 21', () => {
    const upgraded = upgradeWeights(w17) ?? [];
    expect(upgraded).toHaveLength(21);
    for (const [index, weight] of w21.entries()) expect(valueAt(upgraded, index)).toBeCloseTo(weight, 6);
  });

  test('19 weights gain no same-day saturation and the older decay', () => {
    expect(upgradeWeights(w)).toEqual([...w, ...fill_to_21]);
  });

  test('21 weights stay', () => {
    expect(upgradeWeights(parameters.default)).toEqual(parameters.default);
  });

  test.each([0, 16, 18, 20, 22])('%i weights are of no known version', (length) => {
    expect(upgradeWeights(Array.from({ length }, () => 1))).toBeUndefined();
  });
});
