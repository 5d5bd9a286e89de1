/**
 * What to answer today so that most is recalled on the day of the interview: the minutes go to the cards whose answer raises
 * the expected recall on the date most per second, and what was never seen is paced so that it is seen in time.
 */
import type { ItemId } from '#bank/item.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { CardState } from '#review/card-state.ts';
import { cardIdOf, type CardId } from '#review/ids.ts';
import { isAskable, spread } from '#review/queue.ts';
import { createAppraiser, type Claim, type Lift } from './gain.ts';
import { setApart } from './mix.ts';
import { paceOf } from './pace.ts';

/** A card that some interview may ask for. */
export interface ScopeCard {
  readonly state: CardState;
  /** `domain/topic`. */
  readonly topic: string;
  /** Expected seconds of one answer with the time to check it, above 0. */
  readonly seconds: number;
  /** At least one. */
  readonly claims: readonly Claim[];
}

export interface DayInput {
  /** In the order in which they should be learnt, each card once. */
  readonly cards: readonly ScopeCard[];
  readonly today: StudyDay;
  /** Seconds that today has, 0 or more. */
  readonly seconds: number;
  /** How many days there are for study from today (counted) to before a date. */
  readonly daysBefore: (date: StudyDay) => number;
  readonly scheduler: Scheduler;
}

/** Never seen, or seen; and how the chance of recall on the (first) date rises. */
export interface Why {
  readonly kind: 'fresh' | 'lift';
  readonly lift: Lift;
}

export interface PlannedCard {
  readonly card: CardId;
  /** Expected seconds, with a second try if the first should fail. */
  readonly seconds: number;
  readonly why: Why;
}

export interface DayPlan {
  /** In the order in which to ask: neighbours differ in topic where they can, points of one question lie apart. */
  readonly cards: readonly PlannedCard[];
  /** Expected seconds of all; above the day's by less than the last card. */
  readonly seconds: number;
  readonly freshCount: number;
}

/** A card with what it is worth today. */
interface Candidate {
  readonly scope: ScopeCard;
  readonly planned: PlannedCard;
  /** Weighted gain a second. */
  readonly rate: number;
}

/** A second try on the same day takes this share of the first. */
const AGAIN_SHARE = 0.6;

/**
 * The plan of one day. Cards that were answered today, are buried or suspended are left out, and so is what would gain
 * nothing. A point is not asked on a day on which its whole question is. The same input gives the same plan.
 */
export function planDay(input: DayInput): DayPlan {
  const chosen = chooseCards(rankCards(input), input);
  const fresh = chosen.filter(isFresh);
  const lifts = chosen.filter((candidate) => !isFresh(candidate));
  const mixed = setApart(spread(lifts, fresh), ({ scope }) => ({ topic: scope.topic, item: scope.state.item }));
  return {
    cards: mixed.map(({ planned }) => planned),
    seconds: mixed.reduce((sum, { planned }) => sum + planned.seconds, 0),
    freshCount: fresh.length,
  };
}

function isFresh({ scope }: Candidate): boolean {
  return scope.state.learning.kind === 'new';
}

/** All cards that may be asked today and would gain by it, the most a second first; equals in the order given. */
function rankCards({ cards, today, scheduler }: DayInput): Candidate[] {
  const { appraise } = createAppraiser(scheduler, today);
  const candidates: Candidate[] = [];
  for (const scope of cards) {
    const { learning, id } = scope.state;
    const done = learning.kind === 'learned' && learning.lastDay >= today;
    if (done || !isAskable(scope.state, today)) continue;
    const { lift, gain, again } = appraise(learning, scope.claims);
    if (gain <= 0) continue;
    const seconds = scope.seconds * (1 + AGAIN_SHARE * again);
    const why: Why = { kind: learning.kind === 'new' ? 'fresh' : 'lift', lift };
    candidates.push({ scope, planned: { card: id, seconds, why }, rate: gain / seconds });
  }
  return candidates.sort((a, b) => b.rate - a.rate);
}

function chooseCards(ranked: readonly Candidate[], input: DayInput): Candidate[] {
  const best = fill(ranked, input.seconds);
  const fresh = inOrder(ranked.filter(isFresh), input.cards);
  const loads = fresh.map(({ scope, planned }) => ({ seconds: planned.seconds, deadline: deadlineOf(scope) }));
  const pace = paceOf(loads, input);
  if (pace.kind === 'free') return best;
  const wanted = sumOf(best.filter(isFresh));
  const share = new Set(fill(fresh, Math.max(pace.atLeast, Math.min(pace.atMost, wanted))));
  const lifts = ranked.filter((candidate) => !isFresh(candidate));
  const more = fresh.filter((candidate) => !share.has(candidate));
  return fill([...share, ...lifts, ...more], input.seconds);
}

function deadlineOf({ claims }: ScopeCard): StudyDay {
  return Math.min(...claims.map(({ date }) => date)) as StudyDay;
}

/** Those with the first deadline first, else as they should be learnt. */
function inOrder(candidates: readonly Candidate[], cards: readonly ScopeCard[]): Candidate[] {
  const places = new Map(cards.map((scope, index) => [scope, index]));
  const keyed = candidates.map((candidate) => {
    return { candidate, deadline: deadlineOf(candidate.scope), place: places.get(candidate.scope) ?? 0 };
  });
  return keyed.sort((a, b) => a.deadline - b.deadline || a.place - b.place).map(({ candidate }) => candidate);
}

function sumOf(candidates: readonly Candidate[]): number {
  return candidates.reduce((sum, { planned }) => sum + planned.seconds, 0);
}

/** The first of them until the time is filled. A whole question puts its own points aside, before it and after it. */
function fill(candidates: readonly Candidate[], seconds: number): Candidate[] {
  const chosen = new Map<CardId, Candidate>();
  let used = 0;
  for (const candidate of candidates) {
    if (used >= seconds) break;
    const { item, point } = candidate.scope.state;
    if (point !== null && chosen.has(cardIdOf(item, null))) continue;
    if (point === null) used -= dropPoints(chosen, item);
    chosen.set(candidate.planned.card, candidate);
    used += candidate.planned.seconds;
  }
  return [...chosen.values()];
}

/** Takes the points of a question out again; returns their seconds. */
function dropPoints(chosen: Map<CardId, Candidate>, item: ItemId): number {
  const points = [...chosen.values()].filter(({ scope: { state } }) => state.item === item && state.point !== null);
  for (const { planned } of points) chosen.delete(planned.card);
  return sumOf(points);
}
