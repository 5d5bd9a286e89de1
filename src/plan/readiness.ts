/** How an interview on a given day would go: draws of it from the chances that its points are recalled. */
import type { ItemId, PointId } from '#bank/item.ts';
import { tierRank } from '#bank/tier.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import { daysBetween, type StudyDay } from '#memory/study-day.ts';
import type { CardState } from '#review/card-state.ts';
import { cardIdOf, type CardId } from '#review/ids.ts';
import type { Campaign } from './campaign.ts';
import { diceFrom } from './random.ts';
import { questionWeights, type PlanQuestion } from './scope.ts';

export interface ReadinessInput {
  readonly campaign: Pick<Campaign, 'tiers' | 'topics' | 'emphasis'>;
  readonly questions: readonly PlanQuestion[];
  /** The cards that the log knows, questions and points. */
  readonly states: ReadonlyMap<CardId, CardState>;
  /** The day on which the interview is supposed to be, not before the last answer. */
  readonly day: StudyDay;
  readonly scheduler: Scheduler;
  readonly seed: string;
  readonly draws: number;
}

export interface PointToRaise {
  readonly item: ItemId;
  readonly point: PointId;
  /** What knowing it for certain would add to the expected share, 0 to 1. */
  readonly gain: number;
}

export interface Readiness {
  /** The share of what is expected that would be said: the middle of the draws, and the range of 80% of them. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** The points that would raise it most, at most three. */
  readonly raise: readonly PointToRaise[];
  /** On how many of the points in scope there is evidence: said or missed, or its question graded. */
  readonly evidence: { readonly known: number; readonly of: number };
}

/** Questions in one interview. */
const ASKED = 8;
/** A core point counts this many times a detail. */
const CORE_WEIGHT = 2;
/** What is believed of never-seen points before any answer: one in three, as surely as three answers would say. */
const UNSEEN = { hits: 1, misses: 2 } as const;
/** First answers beyond this many do not narrow the belief further: what is left may be unlike what was seen. */
const MOST_FIRST = 20;

interface Point {
  readonly id: PointId;
  /** Of the question, adding up to 1. */
  readonly share: number;
  /** Chance of recall; null while nothing is known of it. */
  readonly recall: number | null;
}

interface Asked {
  readonly id: ItemId;
  /** Chance to be the one that is asked. */
  readonly weight: number;
  readonly points: readonly Point[];
}

/** Null when nothing is in scope. The same input and seed give the same numbers. */
export function readinessOf(input: ReadinessInput): Readiness | null {
  const asked = askedQuestions(input);
  if (asked.length === 0) return null;
  const unseen = unseenBelief(input, asked);
  const shares = drawInterviews(asked, unseen, input).sort((a, b) => a - b);
  const at = (share: number): number => shares[Math.round((shares.length - 1) * share)] ?? 0;
  const points = asked.flatMap((question) => question.points);
  return {
    median: at(0.5),
    low: at(0.1),
    high: at(0.9),
    raise: pointsToRaise(asked, unseen.hits / (unseen.hits + unseen.misses)),
    evidence: { known: points.filter(({ recall }) => recall !== null).length, of: points.length },
  };
}

function askedQuestions(input: ReadinessInput): Asked[] {
  const weights = questionWeights(input.campaign, input.questions);
  return input.questions.flatMap((question) => {
    const weight = weights.get(question.id);
    const points = weight === undefined ? [] : expectedPoints(question, input);
    return weight === undefined || points.length === 0 ? [] : [{ id: question.id, weight, points }];
  });
}

/** Core points and the details that a listener of the question's tier expects. */
function expectedPoints(question: PlanQuestion, input: ReadinessInput): Point[] {
  const expected = question.points.filter(({ weight, from }) => {
    return weight === 'core' || (weight === 'detail' && tierRank(from) <= tierRank(question.tier));
  });
  const units = expected.map(({ weight }) => (weight === 'core' ? CORE_WEIGHT : 1));
  const sum = units.reduce((total, unit) => total + unit, 0);
  const whole = recallOf(input.states.get(cardIdOf(question.id, null)), input);
  return expected.map(({ id }, index) => {
    const recall = recallOf(input.states.get(cardIdOf(question.id, id)), input) ?? whole;
    return { id, share: (units[index] ?? 0) / sum, recall };
  });
}

function recallOf(state: CardState | undefined, { scheduler, day }: ReadinessInput): number | null {
  if (state?.learning.kind !== 'learned') return null;
  return scheduler.retrievability(state.learning.memory, daysBetween(state.learning.lastDay, day));
}

interface Belief {
  readonly hits: number;
  readonly misses: number;
}

/** How likely a never-seen point is known, learnt from those that were answered only once. */
function unseenBelief({ states }: ReadinessInput, asked: readonly Asked[]): Belief {
  let hits = 0;
  let misses = 0;
  for (const { id, points } of asked) {
    for (const point of points) {
      const learning = states.get(cardIdOf(id, point.id))?.learning;
      if (learning?.kind !== 'learned' || learning.reps > 1) continue;
      if (learning.lastGrade === 1) misses += 1;
      else hits += 1;
    }
  }
  const scale = Math.min(1, MOST_FIRST / Math.max(1, hits + misses));
  return { hits: UNSEEN.hits + hits * scale, misses: UNSEEN.misses + misses * scale };
}

/** The share that is said in each of the draws. In each, one chance is drawn for all never-seen points. */
function drawInterviews(asked: readonly Asked[], unseen: Belief, { seed, draws }: ReadinessInput): number[] {
  const dice = diceFrom(seed);
  const reach: number[] = [];
  let sum = 0;
  for (const { weight } of asked) reach.push((sum += weight));
  const count = Math.min(ASKED, asked.length);
  return Array.from({ length: draws }, () => {
    const known = drawBeta(unseen, dice);
    let said = 0;
    for (const index of drawDistinct(reach, count, dice)) {
      for (const { share, recall } of asked[index]?.points ?? []) if (dice() < (recall ?? known)) said += share;
    }
    return said / count;
  });
}

/** So many places, each at most once, by their cumulated weights. */
function drawDistinct(reach: readonly number[], count: number, dice: () => number): Set<number> {
  const drawn = new Set<number>();
  for (let tries = 0; drawn.size < count && tries < count * 20; tries += 1) {
    drawn.add(firstAbove(reach, dice() * (reach.at(-1) ?? 0)));
  }
  return drawn;
}

function firstAbove(reach: readonly number[], value: number): number {
  let low = 0;
  let high = reach.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reach[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A draw from a beta distribution, by its normal approximation cut to [0, 1]. */
function drawBeta({ hits, misses }: Belief, dice: () => number): number {
  const total = hits + misses;
  const spread = Math.sqrt((hits * misses) / (total * total * (total + 1)));
  const bell = Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice());
  return Math.min(1, Math.max(0, hits / total + spread * bell));
}

function pointsToRaise(asked: readonly Asked[], unseen: number): PointToRaise[] {
  const gains = asked.flatMap(({ id, weight, points }) =>
    points.map((point) => ({ item: id, point: point.id, gain: weight * point.share * (1 - (point.recall ?? unseen)) })),
  );
  return gains
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain || (a.item + a.point < b.item + b.point ? -1 : 1))
    .slice(0, 3);
}
