/** What answers are worth: shares of points, by question, topic, tier and axis, each with what it rests on. */
import { TIERS, type Tier } from '#bank/tier.ts';
import { AXES, type Axis, type MockAnswer, type MockPoint } from '#review/mock-record.ts';

type Scored = Pick<MockAnswer, 'outcome' | 'points' | 'choice'>;

/** A core point counts three times a detail; a bonus is a bonus. */
const WORTH: Readonly<Record<MockPoint['weight'], number>> = { core: 3, detail: 1, bonus: 0 };
/** What had to be asked for is worth half. */
const CREDIT: Readonly<Record<MockPoint['heard'], number>> = { said: 1, prompted: 0.5, missed: 0 };

/**
 * The score of one answer, 0 to 1: its points by weight, what only a follow-up brought out at half; a cause is right or wrong; a
 * skipped question is 0. Null for what was left out of the score, and for a question without points.
 */
export function scoreOf({ outcome, points, choice }: Scored): number | null {
  if (outcome === 'skipped') return 0;
  if (outcome === 'unscored') return null;
  if (choice) return choice.right ? 1 : 0;
  const of = points.reduce((sum, { weight }) => sum + WORTH[weight], 0);
  if (of === 0) return null;
  return points.reduce((sum, { weight, heard }) => sum + WORTH[weight] * CREDIT[heard], 0) / of;
}

/** The share of core points that were said or came with a follow-up, 0 to 1; a cause is right or wrong; null without core points. */
export function coreShare({ points, choice }: Pick<Scored, 'points' | 'choice'>): number | null {
  if (choice) return choice.right ? 1 : 0;
  const core = points.filter(({ weight }) => weight === 'core');
  return core.length === 0 ? null : core.filter(({ heard }) => heard !== 'missed').length / core.length;
}

export interface Score {
  /** Mean of the answers' scores, 0 to 1; null when there is none. */
  readonly value: number | null;
  /** How many answers it rests on, skipped ones among them. */
  readonly answers: number;
  readonly core: { readonly heard: number; readonly of: number };
}

/** The score of some answers together, each counting alike. */
export function scoreOfAll(answers: readonly Scored[]): Score {
  const scores = answers.map(scoreOf).filter((score) => score !== null);
  const core = answers.flatMap(({ points }) => points.filter(({ weight }) => weight === 'core'));
  return {
    value: mean(scores),
    answers: scores.length,
    core: { heard: core.filter(({ heard }) => heard !== 'missed').length, of: core.length },
  };
}

/** Null for no numbers. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export interface GroupScore<K extends string> extends Score {
  readonly key: K;
}

/** Scores by topic, in the order of asking; groups without a score are left out. */
export function scoresByTopic(answers: readonly MockAnswer[]): GroupScore<string>[] {
  const topics = [...new Set(answers.map(({ topic }) => topic))];
  return topics
    .map((key) => ({ key, ...scoreOfAll(answers.filter(({ topic }) => topic === key)) }))
    .filter(({ answers: count }) => count > 0);
}

/** Scores by tier, rising. */
export function scoresByTier(answers: readonly MockAnswer[]): GroupScore<Tier>[] {
  return TIERS.map((key) => ({ key, ...scoreOfAll(answers.filter(({ tier }) => tier === key)) })).filter(
    ({ answers: count }) => count > 0,
  );
}

export interface AxisScore {
  readonly axis: Axis;
  /** Mean step, 0 strong no to 3 strong yes. */
  readonly step: number;
  /** How many answers were judged on it. */
  readonly answers: number;
}

/** Mean of each axis that was judged at least once. */
export function scoresByAxis(answers: readonly Pick<MockAnswer, 'axes'>[]): AxisScore[] {
  return AXES.flatMap((axis) => {
    const steps = answers.map(({ axes }) => axes[axis]).filter((step) => step !== null);
    const step = mean(steps);
    return step === null ? [] : [{ axis, step, answers: steps.length }];
  });
}
