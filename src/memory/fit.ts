/** Weights fitted to one person's reviews, judged on reviews that the fit has not seen. */
import { addGradient, lossOf, modelOf, type FitHistory } from './fit-model.ts';
import { seededFraction } from './fuzz.ts';
import { clipWeights } from './parameters.ts';
import type { MemoryReview } from './replay.ts';
import { daysBetween, type StudyDay } from './study-day.ts';

/** Fewer outcomes than this say more of chance than of a person. */
export const LEAST_REVIEWS = 400;

/** The share of the outcomes, the latest ones, on which a fit is judged. */
const HELD_OUT = 0.2;
const EPOCHS = 6;
/** A short log is gone through more often, until so many steps are made. */
const LEAST_STEPS = 80;
/** Outcomes in one step. */
const BATCH = 512;
const RATE = 0.04;
/** A weight may stray so far from where it began, as a share of it, before it costs as much as one badly foretold outcome. */
const LOOSE = 0.35;

export interface FitInput {
  /** Each card's reviews in their order. */
  readonly histories: readonly (readonly MemoryReview[])[];
  /** Weights in force, which the fit begins with and must beat. */
  readonly weights: readonly number[];
  /** Called between steps, 0 to 1; what it throws ends the fit. */
  readonly report: (share: number) => void;
}

export type Fit =
  | { readonly kind: 'tooFew'; readonly reviews: number; readonly least: number }
  | {
      readonly kind: 'fitted';
      readonly weights: readonly number[];
      /** Outcomes that could be foretold. */
      readonly reviews: number;
      /** Mean log loss on the held-out outcomes: with the weights in force, and with weights fitted to the others. */
      readonly before: number;
      readonly after: number;
      /** Whether the held-out outcomes were foretold better, and the weights are worth taking. */
      readonly better: boolean;
    };

/** A history for fitting; only outcomes of days in the range count. */
function prepare(reviews: readonly MemoryReview[], from: number, to: number): FitHistory {
  let last: StudyDay | null = null;
  const kept = reviews.filter(({ day }) => day < to);
  return kept.map(({ day, grade }) => {
    const elapsedDays = last === null ? 0 : daysBetween(last, day);
    last = day;
    return { elapsedDays, grade, counts: elapsedDays > 0 && day >= from };
  });
}

function prepareAll(input: FitInput, from: number, to: number): FitHistory[] {
  const all = input.histories.map((reviews) => prepare(reviews, from, to));
  return all.filter((history) => history.some(({ counts }) => counts));
}

/** The first day of the held-out outcomes. */
function splitDay({ histories }: FitInput): number {
  const days = histories
    .flatMap((reviews) =>
      reviews.filter((review, index) => index > 0 && review.day > (reviews[index - 1]?.day ?? review.day)),
    )
    .map(({ day }) => day as number)
    .sort((a, b) => a - b);
  return days[Math.floor(days.length * (1 - HELD_OUT))] ?? 0;
}

const meanOf = ({ sum, count }: ReturnType<typeof lossOf>): number => (count === 0 ? 0 : sum / count);

/**
 * Fits weights on the earlier outcomes, judges them on the later ones, and then fits to all of them. Deterministic.
 * Log loss is the mean of −ln of the chance that was given to what happened.
 */
export function fitWeights(input: FitInput): Fit {
  const everything = prepareAll(input, 0, Number.POSITIVE_INFINITY);
  const reviews = lossOf(modelOf(input.weights), everything).count;
  if (reviews < LEAST_REVIEWS) return { kind: 'tooFew', reviews, least: LEAST_REVIEWS };
  const split = splitDay(input);
  const judged = prepareAll(input, split, Number.POSITIVE_INFINITY);
  const earlier = descend(prepareAll(input, 0, split), input.weights, (share) => input.report(share / 2));
  const before = meanOf(lossOf(modelOf(input.weights), judged));
  const after = meanOf(lossOf(modelOf(earlier), judged));
  const weights = descend(everything, input.weights, (share) => input.report(0.5 + share / 2));
  return { kind: 'fitted', weights, reviews, before, after, better: after < before };
}

/** The mean log loss of weights on whole histories. */
export function logLossOf(weights: readonly number[], histories: readonly (readonly MemoryReview[])[]): number {
  const prepared = histories.map((reviews) => prepare(reviews, 0, Number.POSITIVE_INFINITY));
  return meanOf(lossOf(modelOf(weights), prepared));
}

/** Histories in batches of about as many outcomes each, in an order that the round decides. */
function batchesOf(histories: readonly FitHistory[], round: number): FitHistory[][] {
  const drawn = histories.map((history, index) => ({ history, lot: seededFraction(`${round}:${index}`) }));
  drawn.sort((a, b) => a.lot - b.lot);
  const batches: FitHistory[][] = [];
  let held = BATCH;
  for (const { history } of drawn) {
    if (held >= BATCH) {
      batches.push([]);
      held = 0;
    }
    batches.at(-1)?.push(history);
    held += history.length;
  }
  return batches;
}

/** What Adam remembers of one weight. */
interface Momentum {
  mean: number;
  spread: number;
}

/**
 * Adam (Kingma and Ba, 2015) with a rate that falls as a cosine, held near the weights that it begins with. Steps are shares of
 * a weight where that is large: the first stabilities reach from a fifth of a day to half a month.
 */
function descend(
  histories: readonly FitHistory[],
  start: readonly number[],
  report: (share: number) => void,
): number[] {
  const outcomes = lossOf(modelOf(start), histories).count;
  const epochs = Math.max(EPOCHS, Math.ceil((LEAST_STEPS * BATCH) / Math.max(1, outcomes)));
  const rounds = Array.from({ length: epochs }, (_, round) => batchesOf(histories, round)).flat();
  const momenta = start.map((): Momentum => ({ mean: 0, spread: 0 }));
  let weights: readonly number[] = start;
  for (const [step, batch] of rounds.entries()) {
    const gradient = gradientOf(batch, weights, start, outcomes);
    const rate = (RATE * (1 + Math.cos((Math.PI * step) / rounds.length))) / 2;
    const moved = weights.map((weight, index) => {
      const momentum = momenta[index] as Momentum;
      return weight - rate * Math.max(1, start[index] ?? 0) * pushOf(momentum, gradient[index] ?? 0, step + 1);
    });
    weights = clipWeights(moved);
    if (step % 4 === 0) report(step / rounds.length);
  }
  return [...weights];
}

/** In which direction, and how surely: about −1 to 1. */
function pushOf(momentum: Momentum, slope: number, steps: number): number {
  momentum.mean = 0.9 * momentum.mean + 0.1 * slope;
  momentum.spread = 0.999 * momentum.spread + 0.001 * slope ** 2;
  const mean = momentum.mean / (1 - 0.9 ** steps);
  return mean / (Math.sqrt(momentum.spread / (1 - 0.999 ** steps)) + 1e-8);
}

function gradientOf(
  batch: readonly FitHistory[],
  weights: readonly number[],
  start: readonly number[],
  outcomes: number,
): Float64Array {
  const gradient = new Float64Array(weights.length);
  const model = modelOf(weights);
  let count = 0;
  for (const history of batch) {
    addGradient(model, history, gradient);
    for (const { counts } of history) if (counts) count += 1;
  }
  return gradient.map((slope, index) => {
    const origin = start[index] ?? 0;
    const scale = LOOSE * Math.max(0.2, Math.abs(origin));
    const pull = (2 * ((weights[index] ?? 0) - origin)) / scale ** 2 / outcomes;
    return slope / Math.max(1, count) + pull;
  });
}
