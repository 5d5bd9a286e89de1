/** The orders in which a person may want what is due. */
import { seededFraction } from '#memory/fuzz.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import { daysBetween, type StudyDay } from '#memory/study-day.ts';
import type { CardState } from '#review/card-state.ts';
import { setApart } from './mix.ts';

/** recall: least likely to be recalled first; due: longest due first; random: by lot; topic: one topic after the other. */
export type ReviewOrder = 'recall' | 'due' | 'random' | 'topic';

export interface OrderInput {
  readonly cards: readonly CardState[];
  readonly order: ReviewOrder;
  readonly topicOf: (card: CardState) => string;
  readonly today: StudyDay;
  readonly scheduler: Scheduler;
  /** Decides lots: the same seed, the same order. */
  readonly seed: string;
}

/**
 * The same cards in the order asked for, ties by id; all but `topic` with neighbours of different topics and the points of one
 * question apart, as far as that is near at hand.
 */
export function orderReviews(input: OrderInput): CardState[] {
  const { cards, order, topicOf } = input;
  const key = keyOf(input);
  const keyed = cards.map((card) => ({ card, key: key(card), topic: topicOf(card) }));
  keyed.sort(
    (a, b) =>
      (order === 'topic' ? compareTexts(a.topic, b.topic) : 0) || a.key - b.key || compareTexts(a.card.id, b.card.id),
  );
  if (order === 'topic') return keyed.map(({ card }) => card);
  return setApart(keyed, ({ card, topic }) => ({ topic, item: card.item })).map(({ card }) => card);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function keyOf({ order, today, scheduler, seed }: OrderInput): (card: CardState) => number {
  if (order === 'random') return ({ id }) => seededFraction(`${seed}:${id}`);
  if (order === 'due') {
    return ({ learning }) =>
      learning.kind === 'new' || learning.due.kind === 'unscheduled' ? Number.MAX_SAFE_INTEGER : learning.due.day;
  }
  return ({ learning }) =>
    learning.kind === 'new' ? 1 : scheduler.retrievability(learning.memory, daysBetween(learning.lastDay, today));
}
