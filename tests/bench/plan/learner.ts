/**
 * A simulated learner: FSRS-6 with weights drawn around the published ones, so that no scheduler knows them. What happens at the
 * nth answer to a card depends on the learner's seed, the card and n alone: every policy meets the same luck.
 */
import type { Grade } from '#memory/grade.ts';
import { clipWeights } from '#memory/parameters.ts';
import { createScheduler, DEFAULT_PARAMETERS, type Memory, type Scheduler } from '#memory/scheduler.ts';
import { diceFrom } from '#plan/random.ts';

/** What is true of one card for one learner; no policy but the ceiling may look at it. */
export interface TrueCard {
  /** What the bank says that an answer takes; every policy may know it. */
  readonly nominalSeconds: number;
  /** Mean seconds that it takes this learner. */
  readonly seconds: number;
  memory: Memory | null;
  lastDay: number;
  answers: number;
}

export interface Learner {
  readonly seed: string;
  /** The learner's own forgetting. */
  readonly truth: Scheduler;
  /** Chances of Again, Hard, Good, Easy at the first answer. */
  readonly first: readonly number[];
  /** Chances of Hard, Good, Easy when it is recalled. */
  readonly recalled: readonly number[];
  /** The share of its first time that a second answer on one day takes. */
  readonly secondTry: number;
  /** How often a day is skipped, 0 to 1. */
  readonly skips: number;
  readonly cards: TrueCard[];
}

export interface Answer {
  readonly grade: Grade;
  readonly seconds: number;
}

/** Population means of the FSRS project's own simulator. */
const FIRST = [0.24, 0.094, 0.495, 0.171];
const RECALLED = [0.224, 0.631, 0.145];

const bell = (dice: () => number): number => Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice());
const around = (mean: number, spread: number, dice: () => number): number => mean * Math.exp(spread * bell(dice));

function shares(means: readonly number[], dice: () => number): number[] {
  const drawn = means.map((mean) => around(mean, 0.3, dice));
  const sum = drawn.reduce((total, each) => total + each, 0);
  return drawn.map((each) => each / sum);
}

/** Weights around the published ones: the first stabilities by 60 %, the rest by 15 %, the curve's shape by 25 %. */
function drawWeights(spread: number, dice: () => number): readonly number[] {
  const drawn = DEFAULT_PARAMETERS.weights.map((weight, index) =>
    around(weight, spread * (index < 4 ? 0.6 : index === 20 ? 0.25 : 0.15), dice),
  );
  const first = drawn.slice(0, 4).toSorted((a, b) => a - b);
  return clipWeights([...first, ...drawn.slice(4)]);
}

/** @param spread how far learners lie from the published weights: 1 as described above, 0 all alike */
export function drawLearner(seed: string, cards: number, meanSeconds: number, spread = 1): Learner {
  const dice = diceFrom(seed);
  const truth = createScheduler({ ...DEFAULT_PARAMETERS, weights: drawWeights(spread, dice), fuzz: false });
  const pace = around(1, 0.25, dice);
  return {
    seed,
    truth,
    first: shares(FIRST, dice),
    recalled: shares(RECALLED, dice),
    secondTry: 0.3 + 0.5 * dice(),
    skips: 0.15 * dice(),
    cards: Array.from({ length: cards }, () => {
      const nominalSeconds = around(meanSeconds, 0.4, dice);
      const seconds = around(nominalSeconds * pace, 0.25, dice);
      return { nominalSeconds, seconds, memory: null, lastDay: 0, answers: 0 };
    }),
  };
}

function pick(chances: readonly number[], fraction: number): number {
  let left = fraction;
  const index = chances.findIndex((chance) => (left -= chance) < 0);
  return index < 0 ? chances.length - 1 : index;
}

function gradeOf(learner: Learner, card: TrueCard, day: number, dice: () => number): Grade {
  if (!card.memory) return (1 + pick(learner.first, dice())) as Grade;
  const recall = learner.truth.retrievability(card.memory, day - card.lastDay);
  const luck = dice();
  return luck >= recall ? 1 : ((2 + pick(learner.recalled, dice())) as Grade);
}

/** Answers a card on a day, and remembers. A second answer on one day is a quick one. */
export function answer(learner: Learner, index: number, day: number): Answer {
  const card = learner.cards[index];
  if (!card) throw new RangeError(`No card ${index}`);
  const dice = diceFrom(`${learner.seed}:${index}:${card.answers}`);
  const again = card.memory !== null && card.lastDay === day;
  const grade = gradeOf(learner, card, day, dice);
  const elapsed = card.memory ? day - card.lastDay : 0;
  card.memory = learner.truth.nextMemory(card.memory, elapsed, grade);
  card.lastDay = day;
  card.answers += 1;
  return { grade, seconds: around(card.seconds, 0.35, dice) * (again ? learner.secondTry : 1) };
}

/** The mean chance of recall over all cards on a day; a card never seen counts as 0. */
export function recallOn(learner: Learner, day: number): number {
  const sum = learner.cards.reduce(
    (total, { memory, lastDay }) => total + (memory ? learner.truth.retrievability(memory, day - lastDay) : 0),
    0,
  );
  return sum / learner.cards.length;
}

/** Whether the learner does nothing on a day. */
export function skips(learner: Learner, day: number): boolean {
  return diceFrom(`${learner.seed}:day ${day}`)() < learner.skips;
}
