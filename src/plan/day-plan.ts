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
import { rankLazily, type Guess, type Rated } from './rank.ts';

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

/** A card with what it is worth today: its rate is the weighted gain a second, its place that in the order of learning. */
interface Candidate extends Rated {
  readonly scope: ScopeCard;
  readonly planned: PlannedCard;
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

interface Ranking {
  /** What was never seen, as it should be learnt: the first deadline first. */
  readonly fresh: readonly Candidate[];
  /** All that would gain, the most a second first; equals in the order of learning. */
  readonly best: Iterable<Candidate>;
}

function rankCards({ cards, today, scheduler }: DayInput): Ranking {
  const { appraise, mostGain } = createAppraiser(scheduler, today);
  const settle = (place: number): Candidate | null => {
    const scope = cards[place] as ScopeCard;
    const { lift, gain, again } = appraise(scope.state.learning, scope.claims);
    if (gain <= 0) return null;
    const seconds = scope.seconds * (1 + AGAIN_SHARE * again);
    const why: Why = { kind: scope.state.learning.kind === 'new' ? 'fresh' : 'lift', lift };
    return { scope, planned: { card: scope.state.id, seconds, why }, rate: gain / seconds, place };
  };
  const fresh: Candidate[] = [];
  const guesses: Guess<number>[] = [];
  for (const [place, { state, claims, seconds }] of cards.entries()) {
    const { learning } = state;
    const done = learning.kind === 'learned' && learning.lastDay >= today;
    if (done || !isAskable(state, today)) continue;
    guesses.push({ value: place, bound: mostGain(learning, claims) / seconds });
    const candidate = learning.kind === 'new' ? settle(place) : null;
    if (candidate) fresh.push(candidate);
  }
  return { fresh: byDeadline(fresh), best: rankLazily(guesses, settle) };
}

function* onlyLifts(candidates: Iterable<Candidate>): Generator<Candidate> {
  for (const candidate of candidates) if (!isFresh(candidate)) yield candidate;
}

function* oneAfterOther(...lists: readonly Iterable<Candidate>[]): Generator<Candidate> {
  for (const list of lists) yield* list;
}

function chooseCards({ fresh, best }: Ranking, input: DayInput): Candidate[] {
  const chosen = fill(best, input.seconds);
  const loads = fresh.map(({ scope, planned }) => ({ seconds: planned.seconds, deadline: deadlineOf(scope) }));
  const pace = paceOf(loads, input);
  if (pace.kind === 'free') return chosen;
  const wanted = sumOf(chosen.filter(isFresh));
  const share = fill(fresh, Math.max(pace.atLeast, Math.min(pace.atMost, wanted)));
  const taken = new Set(share.map(({ place }) => place));
  const more = fresh.filter(({ place }) => !taken.has(place));
  return fill(oneAfterOther(share, onlyLifts(best), more), input.seconds);
}

function deadlineOf({ claims }: ScopeCard): StudyDay {
  return claims.reduce((first, { date }) => (date < first ? date : first), claims[0]?.date ?? (0 as StudyDay));
}

function byDeadline(candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted((a, b) => deadlineOf(a.scope) - deadlineOf(b.scope) || a.place - b.place);
}

function sumOf(candidates: readonly Candidate[]): number {
  return candidates.reduce((sum, { planned }) => sum + planned.seconds, 0);
}

/** The first of them until the time is filled. A whole question puts its own points aside, before it and after it. */
function fill(candidates: Iterable<Candidate>, seconds: number): Candidate[] {
  const chosen = new Map<CardId, Candidate>();
  const pointsOf = new Map<ItemId, Candidate[]>();
  let used = 0;
  for (const candidate of candidates) {
    if (used >= seconds) break;
    const { item, point } = candidate.scope.state;
    const points = pointsOf.get(item) ?? [];
    if (point === null) {
      for (const { planned } of points) chosen.delete(planned.card);
      used -= sumOf(points);
      pointsOf.delete(item);
    } else {
      if (chosen.has(cardIdOf(item, null))) continue;
      pointsOf.set(item, [...points, candidate]);
    }
    chosen.set(candidate.planned.card, candidate);
    used += candidate.planned.seconds;
  }
  return [...chosen.values()];
}
