import { describe, expect, test } from 'vitest';
import { GRADES } from '#memory/grade.ts';
import { createScheduler, DEFAULT_PARAMETERS, type Memory } from '#memory/scheduler.ts';
import {
  expectDifficulty,
  expectRetrievability,
  expectStability,
  type HistoryCase,
  memoriesOf,
  memoryStateCases,
  parameters,
  published,
  sameDayHardCases,
  schedulerOf,
  valueAt,
} from './vectors.ts';

const byId = (cases: readonly HistoryCase[]) => cases.map((history) => [history.id, history] as const);

function expectMemories({ params, ratings, elapsed_days, stability, difficulty }: HistoryCase): Memory {
  const memories = memoriesOf(schedulerOf(parameters[params]), ratings, elapsed_days);
  expect(memories).toHaveLength(stability.length);
  for (const [index, memory] of memories.entries()) {
    expectStability(memory.stability, valueAt(stability, index));
    expectDifficulty(memory.difficulty, valueAt(difficulty, index));
  }
  return valueAt(memories, -1);
}

function expectIntervals({ params, next_interval_days_by_retention }: HistoryCase, memory: Memory): void {
  const rows = Object.entries(next_interval_days_by_retention);
  expect(rows.length).toBeGreaterThan(0);
  for (const [retention, days] of rows) {
    expect(schedulerOf(parameters[params], Number(retention)).intervalDays(memory), `at ${retention}`).toBe(days);
  }
}

describe('memory states on which py-fsrs, fsrs-rs and ts-fsrs agree', () => {
  test.each(byId(memoryStateCases))('%s: stability and difficulty after every review', (_, history) => {
    expectMemories(history);
  });

  test.each(byId(memoryStateCases))('%s: the chance of recall before every review', (_, history) => {
    const scheduler = schedulerOf(parameters[history.params]);
    const memories = memoriesOf(scheduler, history.ratings, history.elapsed_days);
    const expected = history.retrievability_before ?? [];
    expect(expected).toHaveLength(memories.length);
    expect(expected[0]).toBeNull();
    for (const [index, chance] of expected.entries()) {
      if (chance === null) continue;
      const elapsedDays = valueAt(history.elapsed_days, index);
      expectRetrievability(scheduler.retrievability(valueAt(memories, index - 1), elapsedDays), chance);
    }
  });

  test.each(byId(memoryStateCases))('%s: the next interval at each retention', (_, history) => {
    expectIntervals(history, expectMemories(history));
  });

  test('six reviews with two on the first day end at the published memory', () => {
    const { ratings, elapsed_days, final_stability, final_difficulty } = published.memory_short_term;
    const last = valueAt(memoriesOf(schedulerOf(parameters.default), ratings, elapsed_days), -1);
    expectStability(last.stability, final_stability);
    expectDifficulty(last.difficulty, final_difficulty);
  });

  // py-fsrs and fsrs-rs take w[17], w[18] and w[19] of 0 as they are; ts-fsrs 5.4.2 would raise w[19] to 0.01.
  test('with w[17], w[18] and w[19] of 0, reviews on one day leave stability alone, as in fsrs-rs', () => {
    const weights = parameters.default.map((weight, index) => (index >= 17 && index <= 19 ? 0 : weight));
    const { ratings, elapsed_days, final_stability, final_difficulty } = published.memory_long_term_w17_w18_w19_zero;
    const memories = memoriesOf(schedulerOf(weights), ratings, elapsed_days);
    expect(valueAt(memories, 1).stability).toBe(valueAt(memories, 0).stability);
    expectStability(valueAt(memories, -1).stability, final_stability);
    expectDifficulty(valueAt(memories, -1).difficulty, final_difficulty);
  });

  test.each(GRADES)('a first review graded %i gives the published memory, whatever the days', (grade) => {
    const { stability, difficulty } = published.first_rating;
    const scheduler = schedulerOf(parameters.default);
    const memory = scheduler.nextMemory(null, 0, grade);
    expectStability(memory.stability, valueAt(stability, grade - 1));
    expectDifficulty(memory.difficulty, valueAt(difficulty, grade - 1));
    expect(scheduler.nextMemory(null, 30, grade)).toEqual(memory);
  });

  test.each(GRADES)('from difficulty 5, grade %i gives the published next difficulty', (grade) => {
    const { before_mean_reversion, after_mean_reversion } = published.next_difficulty_from_5;
    const { difficulty } = schedulerOf(parameters.default).nextMemory({ stability: 5, difficulty: 5 }, 1, grade);
    expectDifficulty(difficulty, valueAt(after_mean_reversion, grade - 1));
    const w = (index: number): number => valueAt(parameters.default, index);
    const easiest = w(4) - Math.exp(3 * w(5)) + 1;
    expectDifficulty((difficulty - w(7) * easiest) / (1 - w(7)), valueAt(before_mean_reversion, grade - 1));
  });
});

// fsrs-rs 6.5.0 and ts-fsrs 5.4.2 never let a same-day Hard lower stability (a floor of 1 on the factor). We follow them:
// it is the newer rule and a success should not cost. py-fsrs 6.3.1 and fsrs-rs 5.2 lack the floor.
describe('a Hard on the same day follows fsrs-rs and ts-fsrs, not py-fsrs', () => {
  test.each(byId(sameDayHardCases))('%s: stability, difficulty and intervals', (_, history) => {
    const last = expectMemories(history);
    expectIntervals(history, last);
    const elsewhere = history.py_fsrs_6_3_1_final_stability ?? last.stability;
    expect(Math.abs(last.stability - elsewhere)).toBeGreaterThan(0.05 * elsewhere);
  });
});

describe('weights of older versions', () => {
  const fsrs5 = published.memory_state_19_param_fsrs5;
  const scheduler = schedulerOf([...fsrs5.w, ...fsrs5.fill_to_21]);

  test('FSRS-5 weights filled to 21 give the published memory', () => {
    const last = valueAt(memoriesOf(scheduler, fsrs5.ratings, fsrs5.elapsed_days), -1);
    expectStability(last.stability, fsrs5.final_stability);
    expectDifficulty(last.difficulty, fsrs5.final_difficulty);
  });

  test.each(GRADES)('FSRS-5 weights give the published branch for grade %i', (grade) => {
    const { again, hard, good, easy } = fsrs5.next_states_at_last;
    const memories = memoriesOf(scheduler, fsrs5.ratings, fsrs5.elapsed_days);
    const next = scheduler.nextMemory(valueAt(memories, -2), valueAt(fsrs5.elapsed_days, -1), grade);
    const expected = valueAt([again, hard, good, easy], grade - 1);
    expectStability(next.stability, expected.s);
    expectDifficulty(next.difficulty, expected.d);
  });
});

describe('retrievability', () => {
  test('the published forgetting curve', () => {
    const { elapsed_days, stability, retrievability } = published.retrievability;
    const scheduler = schedulerOf(parameters.default);
    for (const [index, chance] of retrievability.entries()) {
      const memory = { stability: valueAt(stability, index), difficulty: 5 };
      expectRetrievability(scheduler.retrievability(memory, valueAt(elapsed_days, index)), chance);
    }
  });

  test('the published forgetting curve with a decay of 0.2', () => {
    const { decay, stability, elapsed_days, retrievability } = published.retrievability_decay_0_2;
    const scheduler = schedulerOf([...parameters.default.slice(0, 20), decay]);
    for (const [index, chance] of retrievability.entries()) {
      const elapsedDays = valueAt(elapsed_days, index);
      expectRetrievability(scheduler.retrievability({ stability, difficulty: 5 }, elapsedDays), chance);
    }
  });
});

describe('intervals', () => {
  // Retentions outside 0.70–0.99 are refused here; their rows are checked on the bare formula in engine.test.ts.
  const { stability, retention, interval_no_cap } = published.interval_for_stability_1;
  const rows = retention.map((share, index) => [share, valueAt(interval_no_cap, index)] as const);
  test.each(rows.filter(([share]) => share >= 0.7 && share <= 0.99))(
    'at retention %d, stability 1 lasts %i days',
    (share, days) => {
      expect(schedulerOf(parameters.default, share).intervalDays({ stability, difficulty: 5 })).toBe(days);
    },
  );

  // Upstream's zeros are learning steps of minutes, which this room does not have: those reviews fall on the same day.
  test('thirteen reviews, each when due, give the published intervals', () => {
    const { ratings, scheduled_days } = published.ivl_history;
    const scheduler = schedulerOf(parameters.default);
    const memories = memoriesOf(scheduler, ratings, [0, ...scheduled_days.slice(0, -1)]);
    for (const [index, days] of scheduled_days.entries()) {
      if (days > 0) expect(scheduler.intervalDays(valueAt(memories, index)), `review ${index + 1}`).toBe(days);
    }
  });

  test('a first Easy, which skips the steps upstream, gives the published interval', () => {
    const scheduler = schedulerOf(parameters.default);
    const days = scheduler.intervalDays(scheduler.nextMemory(null, 0, 4));
    expect(days).toBe(valueAt(published.first_rating.scheduled_days_with_default_steps, 3));
  });

  test.each(published.anki_fuzz.no_fuzz)(
    'without fuzz, %d days between %d and %d are %d',
    (days, _, maximum, expected) => {
      const scheduler = createScheduler({ ...DEFAULT_PARAMETERS, maximumIntervalDays: maximum, fuzz: false });
      const memory = { stability: days, difficulty: 5 };
      expect(scheduler.intervalDays(memory)).toBe(expected);
      expect(scheduler.scheduledDays(memory, 'any seed')).toBe(expected);
    },
  );
});
