/**
 * FSRS-6 once more, with derivatives: how well weights foretell a history, and in which direction they would do it better. The
 * formulas are those of ts-fsrs without its rounding; the derivatives are written out by hand and tested against differences.
 */
import type { Grade } from './grade.ts';

/** A review as fitting sees it: whole days since the one before (0 for the first) and its grade. */
export interface FitReview {
  readonly elapsedDays: number;
  readonly grade: Grade;
  /** Whether its outcome is to be foretold; a first answer and one of the same day never are. */
  readonly counts: boolean;
}

export type FitHistory = readonly FitReview[];

/** Weights with what is computed from them once. */
export interface Model {
  readonly w: Float64Array;
  readonly decay: number;
  readonly factor: number;
  /** Derivative of the factor by the decay. */
  readonly factorSlope: number;
}

/** A memory before a review, with the chance of recall at it. */
interface Moment {
  readonly stability: number;
  readonly difficulty: number;
  readonly recall: number;
}

const LOWEST = 0.001;
const HIGHEST = 36_500;
/** A chance is kept so far from 0 and 1, since their logarithms have no end. */
const EDGE = 1e-5;

const at = (list: Float64Array, index: number): number => list[index] ?? 0;
const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
const isInside = (value: number, low: number, high: number): boolean => value > low && value < high;

export function modelOf(weights: ArrayLike<number>): Model {
  const w = Float64Array.from(weights);
  const decay = -at(w, 20);
  const base = 0.9 ** (1 / decay);
  return { w, decay, factor: base - 1, factorSlope: (-base * Math.log(0.9)) / decay ** 2 };
}

function recallAfter({ decay, factor }: Model, days: number, stability: number): number {
  return (1 + (factor * days) / stability) ** decay;
}

function firstDifficulty({ w }: Model, grade: Grade): number {
  return at(w, 4) - Math.exp((grade - 1) * at(w, 5)) + 1;
}

function nextDifficulty(model: Model, difficulty: number, grade: Grade): number {
  const { w } = model;
  const damped = difficulty - (at(w, 6) * (grade - 3) * (10 - difficulty)) / 9;
  return at(w, 7) * firstDifficulty(model, 4) + (1 - at(w, 7)) * damped;
}

/** What multiplies the stability of a recalled card, less one. */
function growth({ w }: Model, { stability, difficulty, recall }: Moment, grade: Grade): number {
  const share = grade === 2 ? at(w, 15) : grade === 4 ? at(w, 16) : 1;
  return Math.exp(at(w, 8)) * (11 - difficulty) * stability ** -at(w, 9) * Math.expm1((1 - recall) * at(w, 10)) * share;
}

function afterLapse({ w }: Model, { stability, difficulty, recall }: Moment): number {
  const kept = (stability + 1) ** at(w, 13) - 1;
  return at(w, 11) * difficulty ** -at(w, 12) * kept * Math.exp((1 - recall) * at(w, 14));
}

/** A lapse leaves at most this. */
function mostAfterLapse({ w }: Model, { stability }: Moment): number {
  return stability / Math.exp(at(w, 17) * at(w, 18));
}

function sameDay({ w }: Model, { stability }: Moment, grade: Grade): number {
  const factor = stability ** -at(w, 19) * Math.exp(at(w, 17) * (grade - 3 + at(w, 18)));
  return grade >= 2 ? Math.max(1, factor) : factor;
}

function nextStability(model: Model, before: Moment, { elapsedDays, grade }: FitReview): number {
  if (elapsedDays === 0) return before.stability * sameDay(model, before, grade);
  if (grade === 1) return Math.min(afterLapse(model, before), mostAfterLapse(model, before));
  return before.stability * (1 + growth(model, before, grade));
}

/** The moments of a history, one a review; that of the first has no memory before it. */
function follow(model: Model, history: FitHistory): Moment[] {
  const moments: Moment[] = [];
  let stability = 0;
  let difficulty = 0;
  for (const [index, review] of history.entries()) {
    const { elapsedDays, grade } = review;
    const recall = index === 0 ? 1 : recallAfter(model, elapsedDays, stability);
    const before = { stability, difficulty, recall };
    moments.push(before);
    const first = index === 0;
    stability = within(
      first ? Math.max(0.1, at(model.w, grade - 1)) : nextStability(model, before, review),
      LOWEST,
      HIGHEST,
    );
    difficulty = within(first ? firstDifficulty(model, grade) : nextDifficulty(model, difficulty, grade), 1, 10);
  }
  return moments;
}

/** A sum of log losses (natural logarithm) and how many outcomes it is made of. */
export interface LossSum {
  readonly sum: number;
  readonly count: number;
}

/** How well the weights foretell the outcomes that count. */
export function lossOf(model: Model, histories: readonly FitHistory[]): LossSum {
  let sum = 0;
  let count = 0;
  for (const history of histories) {
    const moments = follow(model, history);
    history.forEach(({ counts, grade }, index) => {
      if (!counts) return;
      const recall = within(moments[index]?.recall ?? 0, EDGE, 1 - EDGE);
      sum -= Math.log(grade > 1 ? recall : 1 - recall);
      count += 1;
    });
  }
  return { sum, count };
}

/** What a change of the memory before a review would change in the loss, by what the memory after it would. */
interface Slope {
  stability: number;
  difficulty: number;
  recall: number;
}

/** Adds the derivatives of a history's loss by the weights to `gradient`. */
export function addGradient(model: Model, history: FitHistory, gradient: Float64Array): void {
  const moments = follow(model, history);
  let after = { stability: 0, difficulty: 0 };
  for (let index = history.length - 1; index > 0; index -= 1) {
    const review = history[index] as FitReview;
    const before = moments[index] as Moment;
    const slope = throughStability(model, before, review, after.stability, gradient);
    throughDifficulty(model, before, review.grade, after.difficulty, slope, gradient);
    if (review.counts && isInside(before.recall, EDGE, 1 - EDGE)) {
      slope.recall += review.grade > 1 ? -1 / before.recall : 1 / (1 - before.recall);
    }
    throughRecall(model, before, review.elapsedDays, slope, gradient);
    after = slope;
  }
  const [first] = history;
  if (first) throughFirst(model, first.grade, after, gradient);
}

function add(gradient: Float64Array, weight: number, amount: number): void {
  gradient[weight] = at(gradient, weight) + amount;
}

function throughFirst(
  model: Model,
  grade: Grade,
  after: Pick<Slope, 'stability' | 'difficulty'>,
  gradient: Float64Array,
): void {
  const { w } = model;
  if (at(w, grade - 1) > 0.1) add(gradient, grade - 1, after.stability);
  if (!isInside(firstDifficulty(model, grade), 1, 10)) return;
  add(gradient, 4, after.difficulty);
  add(gradient, 5, -after.difficulty * (grade - 1) * Math.exp((grade - 1) * at(w, 5)));
}

function throughStability(
  model: Model,
  before: Moment,
  review: FitReview,
  upon: number,
  gradient: Float64Array,
): Slope {
  const none: Slope = { stability: 0, difficulty: 0, recall: 0 };
  if (!isInside(nextStability(model, before, review), LOWEST, HIGHEST)) return none;
  if (review.elapsedDays === 0) return throughSameDay(model, before, review.grade, upon, gradient);
  return review.grade === 1
    ? throughLapse(model, before, upon, gradient)
    : throughGrowth(model, before, review.grade, upon, gradient);
}

function throughSameDay(model: Model, before: Moment, grade: Grade, upon: number, gradient: Float64Array): Slope {
  const { w } = model;
  const factor = before.stability ** -at(w, 19) * Math.exp(at(w, 17) * (grade - 3 + at(w, 18)));
  if (grade >= 2 && factor <= 1) return { stability: upon, difficulty: 0, recall: 0 };
  const next = before.stability * factor * upon;
  add(gradient, 17, next * (grade - 3 + at(w, 18)));
  add(gradient, 18, next * at(w, 17));
  add(gradient, 19, -next * Math.log(before.stability));
  return { stability: upon * factor * (1 - at(w, 19)), difficulty: 0, recall: 0 };
}

function throughGrowth(model: Model, before: Moment, grade: Grade, upon: number, gradient: Float64Array): Slope {
  const { w } = model;
  const { stability, difficulty, recall } = before;
  const grown = growth(model, before, grade);
  const gain = upon * stability * grown;
  const rise = (1 - recall) * at(w, 10);
  // d expm1(x) / expm1(x), which has a limit where nothing was forgotten.
  const steep = rise === 0 ? 0 : Math.exp(rise) / Math.expm1(rise);
  add(gradient, 8, gain);
  add(gradient, 9, -gain * Math.log(stability));
  add(gradient, 10, gain * steep * (1 - recall));
  if (grade === 2) add(gradient, 15, gain / at(w, 15));
  if (grade === 4) add(gradient, 16, gain / at(w, 16));
  return {
    stability: upon * (1 + grown * (1 - at(w, 9))),
    difficulty: -gain / (11 - difficulty),
    recall: -gain * steep * at(w, 10),
  };
}

function throughLapse(model: Model, before: Moment, upon: number, gradient: Float64Array): Slope {
  const { w } = model;
  const { stability, difficulty, recall } = before;
  const left = afterLapse(model, before);
  const most = mostAfterLapse(model, before);
  if (most < left) {
    add(gradient, 17, -at(w, 18) * most * upon);
    add(gradient, 18, -at(w, 17) * most * upon);
    return { stability: (most / stability) * upon, difficulty: 0, recall: 0 };
  }
  const value = left * upon;
  const power = (stability + 1) ** at(w, 13);
  add(gradient, 11, value / at(w, 11));
  add(gradient, 12, -value * Math.log(difficulty));
  add(gradient, 13, (value * power * Math.log(stability + 1)) / (power - 1));
  add(gradient, 14, value * (1 - recall));
  return {
    stability: (value * at(w, 13) * power) / ((stability + 1) * (power - 1)),
    difficulty: (-value * at(w, 12)) / difficulty,
    recall: -value * at(w, 14),
  };
}

function throughDifficulty(
  model: Model,
  { difficulty }: Moment,
  grade: Grade,
  upon: number,
  slope: Slope,
  gradient: Float64Array,
): void {
  if (!isInside(nextDifficulty(model, difficulty, grade), 1, 10)) return;
  const { w } = model;
  const own = 1 - at(w, 7);
  const damped = difficulty - (at(w, 6) * (grade - 3) * (10 - difficulty)) / 9;
  add(gradient, 4, upon * at(w, 7));
  add(gradient, 5, -upon * at(w, 7) * 3 * Math.exp(3 * at(w, 5)));
  add(gradient, 6, (-upon * own * (grade - 3) * (10 - difficulty)) / 9);
  add(gradient, 7, upon * (firstDifficulty(model, 4) - damped));
  slope.difficulty += upon * own * (1 + (at(w, 6) * (grade - 3)) / 9);
}

function throughRecall(
  { decay, factor, factorSlope }: Model,
  { stability, recall }: Moment,
  days: number,
  slope: Slope,
  gradient: Float64Array,
): void {
  if (days === 0) return;
  const ratio = days / stability;
  const base = 1 + factor * ratio;
  slope.stability -= (slope.recall * decay * recall * factor * ratio) / (base * stability);
  // The decay is the twentieth weight with its sign turned.
  const byDecay = recall * (Math.log(base) + (decay * ratio * factorSlope) / base);
  add(gradient, 20, -slope.recall * byDecay);
}
