/** The published and generated reference numbers, typed, and comparisons with the tolerances that the file itself states. */
import { expect } from 'vitest';
import type { Grade } from '#memory/grade.ts';
import { createScheduler, DEFAULT_PARAMETERS, type Memory, type Scheduler } from '#memory/scheduler.ts';
import json from './fsrs-vectors.json' with { type: 'json' };

export interface HistoryCase {
  readonly id: string;
  readonly params: keyof typeof json.parameters;
  readonly ratings: readonly Grade[];
  readonly elapsed_days: readonly number[];
  readonly stability: readonly number[];
  readonly difficulty: readonly number[];
  readonly next_interval_days_by_retention: Readonly<Record<string, number>>;
  readonly retrievability_before?: readonly (number | null)[];
  readonly py_fsrs_6_3_1_final_stability?: number;
}

export const { published, parameters } = json;
export const memoryStateCases = json.memory_state.cases as unknown as readonly HistoryCase[];
export const sameDayHardCases = json.same_day_hard.cases as unknown as readonly HistoryCase[];
const { tolerances } = json.meta;

/** A scheduler without fuzz, so that intervals are the formula's. */
export function schedulerOf(weights: readonly number[], desiredRetention = 0.9): Scheduler {
  return createScheduler({ ...DEFAULT_PARAMETERS, weights, desiredRetention, fuzz: false });
}

/** The memory after each review of a history. */
export function memoriesOf(scheduler: Scheduler, ratings: readonly number[], elapsed: readonly number[]): Memory[] {
  expect(elapsed).toHaveLength(ratings.length);
  const memories: Memory[] = [];
  for (const [index, rating] of ratings.entries()) {
    memories.push(scheduler.nextMemory(memories.at(-1) ?? null, valueAt(elapsed, index), rating as Grade));
  }
  return memories;
}

/** The element at an index, which must be there. */
export function valueAt<T>(list: readonly T[], index: number): T {
  const value = list.at(index);
  if (value === undefined) throw new Error(`No element ${index} in a list of ${list.length}`);
  return value;
}

export function expectStability(actual: number, expected: number): void {
  expectWithin(actual, expected, Math.abs(expected) * tolerances.stability_relative);
}

export function expectDifficulty(actual: number, expected: number): void {
  expectWithin(actual, expected, tolerances.difficulty_absolute);
}

export function expectRetrievability(actual: number, expected: number): void {
  expectWithin(actual, expected, tolerances.retrievability_absolute);
}

function expectWithin(actual: number, expected: number, tolerance: number): void {
  expect(Math.abs(actual - expected), `${actual} should be ${expected}`).toBeLessThanOrEqual(tolerance);
}
