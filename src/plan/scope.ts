/** Which cards some interviews ask for, and how likely each is to be asked. */
import type { ItemId, QuestionKind } from '#bank/item.ts';
import type { ItemSummary, PointSummary } from '#bank/pack/summary.ts';
import { TIERS, type Tier } from '#bank/tier.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { newCard, type CardState } from '#review/card-state.ts';
import { POINT_SECONDS } from '#review/estimate.ts';
import type { CardId } from '#review/ids.ts';
import { expectedSeconds, type AnswerTally, type TimedCard } from './answer-times.ts';
import { emphasisOf, phaseOf, tierWeight, topicWeight, type Campaign, type Wishes } from './campaign.ts';
import type { ScopeCard } from './day-plan.ts';
import type { Claim } from './gain.ts';

/** Of a question, what planning needs to know. */
export interface PlanQuestion {
  readonly id: ItemId;
  /** `domain/topic`. */
  readonly topic: string;
  readonly tier: Tier;
  readonly kind: QuestionKind;
  /** Length of a good spoken answer. */
  readonly seconds: number;
  readonly points: readonly PointSummary[];
}

/** The question of a summary; null for every other kind of item. */
export function planQuestionOf(summary: ItemSummary): PlanQuestion | null {
  const { id, topic, tier, kind, seconds, points } = summary;
  if (topic === undefined || tier === undefined || kind === undefined || seconds === undefined) return null;
  return { id, topic, tier, kind, seconds, points };
}

/**
 * How likely each question in scope is to be the one that is asked, given that one is: the tier by the mix, among the tiers
 * that have questions in scope, then the question by topic and emphasis. The sum is 1; empty when nothing is in scope.
 */
export function questionWeights(wishes: Wishes, questions: readonly PlanQuestion[]): Map<ItemId, number> {
  const raw = questions.map(({ id, topic }) => topicWeight(wishes, topic) * emphasisOf(wishes, id));
  const ofTier = new Map(TIERS.map((tier) => [tier, 0]));
  questions.forEach(({ tier }, index) => ofTier.set(tier, (ofTier.get(tier) ?? 0) + (raw[index] ?? 0)));
  const asked = TIERS.filter((tier) => (ofTier.get(tier) ?? 0) > 0);
  const mix = asked.reduce((sum, tier) => sum + tierWeight(wishes, tier), 0);
  const weights = new Map<ItemId, number>();
  questions.forEach(({ id, tier }, index) => {
    const weight = ((raw[index] ?? 0) / (ofTier.get(tier) ?? 1)) * (tierWeight(wishes, tier) / mix);
    if (weight > 0) weights.set(id, weight);
  });
  return weights;
}

export interface ScopeInput {
  readonly campaigns: readonly Campaign[];
  /** In the order in which they should be learnt. */
  readonly questions: readonly PlanQuestion[];
  /** The cards that the log knows. */
  readonly states: Iterable<CardState>;
  readonly tallies: ReadonlyMap<CardId, AnswerTally>;
  readonly today: StudyDay;
}

/**
 * The cards that the campaigns ask for which are not over: each whole question with its chance to be asked, and of its points
 * those that come back by themselves, with the share of the question that they are.
 */
export function scopeOf({ campaigns, questions, states, tallies, today }: ScopeInput): ScopeCard[] {
  const claims = claimsOf(campaigns, questions, today);
  const { whole, points } = splitStates(states, claims);
  const entries: Entry[] = [];
  for (const question of questions) {
    const own = claims.get(question.id);
    if (!own) continue;
    const { topic } = question;
    const state = whole.get(question.id) ?? newCard(question.id, null);
    const group = `${topic} ${question.kind} ${question.tier}`;
    entries.push({ id: state.id, state, topic, claims: own, group, goodSeconds: question.seconds, isPoint: false });
    for (const point of points.get(question.id) ?? []) {
      if (question.points.some(({ id }) => id === point.point)) entries.push(pointEntry(point, question, own));
    }
  }
  const seconds = expectedSeconds(entries, tallies);
  return entries.map(({ state, topic, claims: own }, index) => {
    return { state, topic, claims: own, seconds: seconds[index] ?? POINT_SECONDS };
  });
}

type Entry = TimedCard & Omit<ScopeCard, 'seconds'>;

function pointEntry(state: CardState, { topic, points }: PlanQuestion, claims: readonly Claim[]): Entry {
  const core = Math.max(1, points.filter(({ weight }) => weight === 'core').length);
  const shares = claims.map((claim) => ({ ...claim, weight: claim.weight / core }));
  return { id: state.id, state, topic, claims: shares, group: 'point', goodSeconds: POINT_SECONDS, isPoint: true };
}

function claimsOf(
  campaigns: readonly Campaign[],
  questions: readonly PlanQuestion[],
  today: StudyDay,
): Map<ItemId, Claim[]> {
  const claims = new Map<ItemId, Claim[]>();
  for (const campaign of campaigns) {
    if (phaseOf(campaign, today) === 'over') continue;
    for (const [id, weight] of questionWeights(campaign, questions)) {
      const own = claims.get(id);
      const claim = { date: campaign.date, weight };
      if (own) own.push(claim);
      else claims.set(id, [claim]);
    }
  }
  return claims;
}

interface SplitStates {
  readonly whole: ReadonlyMap<ItemId, CardState>;
  readonly points: ReadonlyMap<ItemId, readonly CardState[]>;
}

function splitStates(states: Iterable<CardState>, claims: ReadonlyMap<ItemId, unknown>): SplitStates {
  const whole = new Map<ItemId, CardState>();
  const points = new Map<ItemId, CardState[]>();
  for (const state of states) {
    if (!claims.has(state.item)) continue;
    if (state.point === null) whole.set(state.item, state);
    else if (state.learning.kind === 'learned' && state.learning.due.kind !== 'unscheduled') {
      const own = points.get(state.item);
      if (own) own.push(state);
      else points.set(state.item, [state]);
    }
  }
  return { whole, points };
}
