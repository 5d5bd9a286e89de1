/** Which cards to ask today, and in what order. */
import { seededFraction } from '#memory/fuzz.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import { daysBetween, type StudyDay } from '#memory/study-day.ts';
import type { CardState, Learned } from './card-state.ts';
import type { CardId } from './ids.ts';
import { cardIdOf } from './ids.ts';
import type { Settings } from './settings.ts';

export interface QueueInput {
  /** Learned cards whose due day is today or earlier, in any order. */
  readonly due: readonly CardState[];
  /** New cards in the order in which they should be learnt. */
  readonly fresh: readonly CardState[];
  readonly today: StudyDay;
  /** Cards that the person has put on today's list: asked once today whatever the limits and due days say. */
  readonly added?: readonly CardState[];
  /** What a plan asks today, in its order: before all else, whatever the limits and due days say. */
  readonly planned?: readonly CardState[];
  /** How many more new cards, and how many more reviews, today allows beside them; 0 or more. */
  readonly left: { readonly fresh: number; readonly reviews: number };
  /** Which reviews come first, and stay where the limit cuts; unless said otherwise what is least likely to be recalled. */
  readonly order?: Settings['reviewOrder'];
  /** Where new cards come; unless said otherwise between the reviews. */
  readonly mix?: Settings['newMix'];
  readonly scheduler: Scheduler;
}

export interface WaitingStep {
  readonly card: CardId;
  readonly atMs: number;
}

export interface Queue {
  /** Cards to ask, in order. */
  readonly cards: readonly CardId[];
  /** How many of the first ones failed although the person was sure: these stay first. */
  readonly misjudged: number;
  /** Failed cards that wait for their minutes to pass. */
  readonly steps: readonly WaitingStep[];
  readonly counts: {
    /** Whole questions that are due. */
    readonly fading: number;
    /** Small cards of single points that are due. */
    readonly points: number;
    readonly fresh: number;
    readonly steps: number;
    /** Known questions that are asked only since the person has put them on today's list; absent when there are none. */
    readonly added?: number;
  };
}

/** Whether a card may be asked on a day at all. */
export function isAskable(card: CardState, today: StudyDay): boolean {
  return !card.suspended && (card.buriedUntil === null || card.buriedUntil <= today);
}

interface DueCard {
  readonly card: CardState;
  readonly learned: Learned;
}

function splitDue({ due, today }: QueueInput): { reviews: DueCard[]; steps: DueCard[] } {
  const reviews: DueCard[] = [];
  const steps: DueCard[] = [];
  for (const card of due) {
    const { learning } = card;
    if (learning.kind !== 'learned' || learning.due.kind === 'unscheduled') continue;
    if (learning.due.day > today || !isAskable(card, today)) continue;
    const waits = learning.due.kind === 'moment' && learning.due.day === today;
    (waits ? steps : reviews).push({ card, learned: learning });
  }
  return { reviews, steps };
}

interface Added {
  readonly fresh: readonly CardState[];
  readonly reviews: readonly DueCard[];
}

/** What of today's list is still to be asked: what was answered today, for good or in a short step, is not. */
function splitAdded({ added = [], today }: QueueInput, planned: ReadonlySet<CardId>): Added {
  const askable = added.filter((card) => isAskable(card, today) && !planned.has(card.id));
  return {
    fresh: askable.filter(({ learning }) => learning.kind === 'new'),
    reviews: askable.flatMap((card) =>
      card.learning.kind === 'learned' && card.learning.lastDay < today ? [{ card, learned: card.learning }] : [],
    ),
  };
}

/** What of a plan is still to be asked: what was answered today, or may not be asked, is not. */
function leftOf({ planned = [], today }: QueueInput): CardState[] {
  const isLeft = ({ learning }: CardState): boolean => learning.kind === 'new' || learning.lastDay < today;
  return planned.filter((card) => isLeft(card) && isAskable(card, today));
}

/**
 * Today's queue: what failed although the person was sure of it; then what a plan asks, in its order; then due cards in the order asked for, up to today's limit, new cards among
 * them as asked for, and apart from these the failed cards that wait for their step. A point is not asked alone on a day on which its whole
 * question is asked, since answering the question reviews it. Same input in any order, same queue: ties break by id.
 */
export function buildQueue(input: QueueInput): Queue {
  const due = splitDue(input);
  const planned = leftOf(input);
  const first = new Set(planned.map(({ id }) => id));
  const added = splitAdded(input, first);
  const addedIds = new Set([...added.fresh, ...added.reviews.map(({ card }) => card)].map(({ id }) => id));
  const own = due.reviews.filter(({ card }) => !addedIds.has(card.id) && !first.has(card.id));
  const dueIds = new Set(due.reviews.map(({ card }) => card.id));
  const fresh = [...added.fresh, ...freshOf(input, new Set([...addedIds, ...first]))];
  const anyway = new Set([
    ...first,
    ...due.steps.map(({ card }) => card.id),
    ...fresh.map(({ id }) => id),
    ...addedIds,
  ]);
  const chosen = inOrder([...chooseReviews(inOrder(own, input), anyway, input.left.reviews), ...added.reviews], input);
  const asked = new Set([...anyway, ...chosen.map(({ card }) => card.id)]);
  const steps = due.steps.filter(({ card }) => !isCovered(card, asked));
  const known = [...planned, ...chosen.map(({ card }) => card)];
  const points = known.filter(({ point }) => point !== null).length;
  const newly = planned.filter(({ learning }) => learning.kind === 'new').length;
  const early = chosen.filter(({ card }) => !dueIds.has(card.id)).length;
  const misjudged = known.filter(isMisjudged).map(({ id }) => id);
  const cards = [
    ...misjudged,
    ...first,
    ...mixed(
      chosen.map(({ card }) => card.id),
      fresh.map((card) => card.id),
      input.mix,
    ),
  ];
  return {
    cards: [...new Set(cards)],
    misjudged: misjudged.length,
    steps: steps
      .toSorted((a, b) => momentOf(a) - momentOf(b) || compareIds(a, b))
      .map((step) => ({ card: step.card.id, atMs: momentOf(step) })),
    counts: {
      fading: planned.length - newly + chosen.length - points - early,
      points,
      fresh: newly + fresh.length,
      steps: steps.length,
      ...(early > 0 && { added: early }),
    },
  };
}

/** The new cards that today allows beside those on its list. */
function freshOf({ fresh, today, left }: QueueInput, added: ReadonlySet<CardId>): CardState[] {
  return fresh.filter((card) => isAskable(card, today) && !added.has(card.id)).slice(0, left.fresh);
}

/** The first to ask first; a topic after the other is made of the faintest, elsewhere. */
function inOrder(cards: readonly DueCard[], input: QueueInput): readonly DueCard[] {
  const places = new Map(cards.map((due) => [due.card.id, placeOf(due, input)]));
  return cards.toSorted((a, b) => (places.get(a.card.id) ?? 0) - (places.get(b.card.id) ?? 0) || compareIds(a, b));
}

function isMisjudged({ learning }: CardState): boolean {
  return learning.kind === 'learned' && learning.overconfident === true;
}

function placeOf({ card, learned }: DueCard, input: QueueInput): number {
  if (isMisjudged(card)) return Number.NEGATIVE_INFINITY;
  if (input.order === 'random') return seededFraction(`${input.today}:${card.id}`);
  if (input.order === 'due' && learned.due.kind !== 'unscheduled') return learned.due.day;
  return recallOf(learned, input);
}

function mixed(reviews: readonly CardId[], fresh: readonly CardId[], mix: QueueInput['mix']): CardId[] {
  if (mix === 'first') return [...fresh, ...reviews];
  return mix === 'last' ? [...reviews, ...fresh] : spread(reviews, fresh);
}

function compareIds(a: DueCard, b: DueCard): number {
  return a.card.id < b.card.id ? -1 : 1;
}

function momentOf({ learned: { due } }: DueCard): number {
  return due.kind === 'moment' ? due.atMs : 0;
}

function recallOf(learned: Learned, { scheduler, today }: QueueInput): number {
  return scheduler.retrievability(learned.memory, daysBetween(learned.lastDay, today));
}

/** Whether a card is a point whose whole question is among those asked. */
function isCovered(card: CardState, asked: ReadonlySet<CardId>): boolean {
  return card.point !== null && asked.has(cardIdOf(card.item, null));
}

/**
 * The first reviews, up to the limit, without the points whose question is asked. A question that the limit cuts off covers
 * nothing, and a point that comes back for that reason may cut off the next: hence again until nothing changes.
 */
function chooseReviews(ordered: readonly DueCard[], anyway: ReadonlySet<CardId>, limit: number): readonly DueCard[] {
  let chosen = ordered;
  for (;;) {
    const asked = new Set([...anyway, ...chosen.map(({ card }) => card.id)]);
    const next = ordered.filter(({ card }) => !isCovered(card, asked)).slice(0, limit);
    if (countQuestions(next) === countQuestions(chosen)) return next;
    chosen = next;
  }
}

function countQuestions(cards: readonly DueCard[]): number {
  return cards.filter(({ card }) => card.point === null).length;
}

/** Spreads `few` evenly among `many`, keeping the order of each; begins with one of `many` where there is one. */
export function spread<T>(many: readonly T[], few: readonly T[]): T[] {
  const out: T[] = [];
  const step = (many.length + 1) / (few.length + 1);
  let taken = 0;
  few.forEach((one, index) => {
    const upTo = Math.min(many.length, Math.max(1, Math.round(step * (index + 1))));
    out.push(...many.slice(taken, upTo), one);
    taken = upTo;
  });
  out.push(...many.slice(taken));
  return out;
}
