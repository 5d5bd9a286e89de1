/** The day of the interview: twenty minutes of what is most likely to slip, and nothing new. */
import type { ItemId, PointId } from '#bank/item.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import { daysBetween, type StudyDay } from '#memory/study-day.ts';
import type { CardState } from '#review/card-state.ts';
import { estimateSeconds, POINT_SECONDS } from '#review/estimate.ts';
import { cardIdOf, type CardId } from '#review/ids.ts';
import type { Campaign } from './campaign.ts';
import { questionWeights, type PlanQuestion } from './scope.ts';

export type WarmUp =
  /** A core point to say aloud. */
  | { readonly kind: 'point'; readonly item: ItemId; readonly point: PointId; readonly recall: number }
  /** The one-minute summary of a question, to read. */
  | { readonly kind: 'summary'; readonly item: ItemId };

export interface WarmUpInput {
  readonly campaign: Pick<Campaign, 'tiers' | 'topics' | 'emphasis'>;
  readonly questions: readonly PlanQuestion[];
  readonly states: ReadonlyMap<CardId, CardState>;
  readonly today: StudyDay;
  readonly scheduler: Scheduler;
}

export const WARM_UP_SECONDS = 20 * 60;
const SUMMARY_SECONDS = 60;
/** Points get this share of the time, summaries the rest and what points leave. */
const POINT_SHARE = 0.7;
/** Above this chance of recall a point is not fragile. */
const FRAGILE = 0.95;

/**
 * Fragile core points of answered questions, those first whose loss would cost most, then the summaries of the questions most
 * likely to be asked, one a topic before a second of any. Never longer than the time; empty when nothing was answered yet.
 */
export function planWarmUp(input: WarmUpInput): WarmUp[] {
  const weights = questionWeights(input.campaign, input.questions);
  const answered = input.questions.filter(({ id }) => weights.has(id) && isLearned(input.states, id));
  const weightOf = (id: ItemId): number => weights.get(id) ?? 0;
  const each = estimateSeconds([{ goodSeconds: POINT_SECONDS, isPoint: true }]);
  const points = answered
    .flatMap((question) => fragilePoints(question, weightOf(question.id), input))
    .sort((a, b) => b.loss - a.loss || (a.warmUp.point < b.warmUp.point ? -1 : 1))
    .slice(0, Math.floor((WARM_UP_SECONDS * POINT_SHARE) / each))
    .map(({ warmUp }) => warmUp);
  const left = Math.floor((WARM_UP_SECONDS - points.length * each) / SUMMARY_SECONDS);
  const summaries = topicByTopic(answered.toSorted((a, b) => weightOf(b.id) - weightOf(a.id))).slice(0, left);
  return [...points, ...summaries.map(({ id }) => ({ kind: 'summary', item: id }) as const)];
}

function isLearned(states: ReadonlyMap<CardId, CardState>, item: ItemId): boolean {
  return states.get(cardIdOf(item, null))?.learning.kind === 'learned';
}

interface Fragile {
  readonly warmUp: Extract<WarmUp, { kind: 'point' }>;
  /** What is expected to be lost to it. */
  readonly loss: number;
}

function fragilePoints(question: PlanQuestion, weight: number, { states, today, scheduler }: WarmUpInput): Fragile[] {
  const core = question.points.filter((point) => point.weight === 'core');
  const whole = states.get(cardIdOf(question.id, null));
  return core.flatMap(({ id }) => {
    const own = states.get(cardIdOf(question.id, id));
    const learning = own?.learning.kind === 'learned' ? own.learning : whole?.learning;
    if (learning?.kind !== 'learned') return [];
    const recall = scheduler.retrievability(learning.memory, daysBetween(learning.lastDay, today));
    if (recall >= FRAGILE) return [];
    const warmUp = { kind: 'point', item: question.id, point: id, recall } as const;
    return [{ warmUp, loss: (weight / core.length) * (1 - recall) }];
  });
}

/** The first of each topic, then the second of each, and so on. */
function topicByTopic(questions: readonly PlanQuestion[]): PlanQuestion[] {
  const counts = new Map<string, number>();
  const turns = questions.map((question) => {
    const turn = counts.get(question.topic) ?? 0;
    counts.set(question.topic, turn + 1);
    return { question, turn };
  });
  return turns.sort((a, b) => a.turn - b.turn).map(({ question }) => question);
}
