/** What can be tuned in the scheduler, the limits of each number, and weights of older FSRS versions made into FSRS-6. */
import { CLAMP_PARAMETERS, clipParameters, default_w, W17_W18_Ceiling } from 'ts-fsrs';

export interface SchedulerParameters {
  /** The 21 weights of FSRS-6. */
  readonly weights: readonly number[];
  /** The chance of recall at which a card falls due, 0.70 to 0.99. */
  readonly desiredRetention: number;
  /** The longest interval in whole days, 1 to 36500. */
  readonly maximumIntervalDays: number;
  /** Whether intervals are spread a little, so that cards learnt together do not stay together. */
  readonly fuzz: boolean;
}

/** What is wrong with one parameter: where (`weights[3]`) and a sentence. */
export interface ParameterFault {
  readonly path: string;
  readonly message: string;
}

const LONGEST_INTERVAL_DAYS = 36_500;

/** FSRS-6's default weights, 90% retention, intervals up to a century, fuzz on. */
export const DEFAULT_PARAMETERS: SchedulerParameters = Object.freeze({
  weights: default_w,
  desiredRetention: 0.9,
  maximumIntervalDays: LONGEST_INTERVAL_DAYS,
  fuzz: true,
});

/**
 * The limits of each weight. `false` lifts only w[19]'s lower limit from 0.01 to 0: weights that come from FSRS-4.5 and 5
 * have 0 there and mean it.
 */
const WEIGHT_LIMITS = CLAMP_PARAMETERS(W17_W18_Ceiling, false).map(([lowest = 0, highest = 0]) => ({
  lowest,
  highest,
}));

/** Faults of a set of parameters, empty when it is sound. Never throws. */
export function validateParameters(parameters: SchedulerParameters): readonly ParameterFault[] {
  const { weights, desiredRetention, maximumIntervalDays } = parameters;
  const faults = weightFaults(weights);
  if (!(desiredRetention >= 0.7 && desiredRetention <= 0.99)) {
    faults.push({ path: 'desiredRetention', message: `must be from 0.70 to 0.99, not ${desiredRetention}` });
  }
  const wholeDays = Number.isInteger(maximumIntervalDays);
  if (!wholeDays || maximumIntervalDays < 1 || maximumIntervalDays > LONGEST_INTERVAL_DAYS) {
    const message = `must be whole days from 1 to ${LONGEST_INTERVAL_DAYS}, not ${maximumIntervalDays}`;
    faults.push({ path: 'maximumIntervalDays', message });
  }
  return faults;
}

function weightFaults(weights: readonly number[]): ParameterFault[] {
  if (weights.length !== WEIGHT_LIMITS.length) {
    return [{ path: 'weights', message: `must be ${WEIGHT_LIMITS.length} numbers, not ${weights.length}` }];
  }
  return WEIGHT_LIMITS.flatMap(({ lowest, highest }, index) => {
    const weight = weights[index];
    if (weight !== undefined && weight >= lowest && weight <= highest) return [];
    return [{ path: `weights[${index}]`, message: `must be from ${lowest} to ${highest}, not ${weight}` }];
  });
}

/** Weights of any length brought inside the limits; what is not a number becomes the lower limit. */
export function clipWeights(weights: readonly number[]): readonly number[] {
  return clipParameters([...weights], 0, false);
}

/**
 * FSRS-6 weights that schedule as the given ones do: 21 stay; 19 (FSRS-5) and 17 (FSRS-4.5) gain what they lack, with
 * the forgetting curve of their time (decay 0.5). Undefined for any other length. Source: fsrs-rs `check_and_fill_parameters`.
 */
export function upgradeWeights(weights: readonly number[]): readonly number[] | undefined {
  if (weights.length === 21) return weights;
  if (weights.length === 19) return [...weights, 0, 0.5];
  if (weights.length !== 17) return undefined;
  return weights.map(upgradeDifficultyWeight).concat(0, 0, 0, 0.5);
}

/** FSRS-5 made first difficulty exponential in the grade and damped its steps, which changed w[4], w[5] and w[6]. */
function upgradeDifficultyWeight(weight: number, index: number, all: readonly number[]): number {
  const slope = all[5] ?? Number.NaN;
  if (index === 4) return weight + slope * 2;
  if (index === 5) return Math.log(slope * 3 + 1) / 3;
  return index === 6 ? weight + 0.5 : weight;
}
