/**
 * Practice beside the schedule, as a pure machine: cards are asked until each was known once. Nothing of it is an event, so
 * that a cram on the last evening moves no due day.
 */

/** Cards of any kind; the same object is the same card. */
export interface Practice<C> {
  /** What is still to be asked, the current card first. */
  readonly queue: readonly C[];
  /** Whether the answer of the current card is in sight. */
  readonly shown: boolean;
  readonly total: number;
  /** Cards that were not known at some time, in the order in which they were missed first. */
  readonly missed: readonly C[];
  /** The practice before the last answer, to go back to; null at the start. */
  readonly before: Practice<C> | null;
}

/** So many other cards, as far as there are as many, are asked before one that was not known comes again. */
const GAP = 4;

/** Practice of some cards in this order. */
export function startPractice<C>(cards: readonly C[]): Practice<C> {
  return { queue: cards, shown: false, total: cards.length, missed: [], before: null };
}

/** Shows the answer of the current card. */
export function showAnswer<C>(practice: Practice<C>): Practice<C> {
  return practice.queue.length === 0 ? practice : { ...practice, shown: true };
}

/** Goes on to the next card. One that was not known comes again; without an answer in sight nothing happens. */
export function answerCard<C>(practice: Practice<C>, known: boolean): Practice<C> {
  const [card, ...rest] = practice.queue;
  if (card === undefined || !practice.shown) return practice;
  const missed = known || practice.missed.includes(card) ? practice.missed : [...practice.missed, card];
  const queue = known ? rest : [...rest.slice(0, GAP), card, ...rest.slice(GAP)];
  return { ...practice, queue, missed, shown: false, before: practice };
}

/** Back to the last card with its answer in sight; at the start nothing happens. */
export function stepBack<C>(practice: Practice<C>): Practice<C> {
  return practice.before ?? practice;
}

/** How many cards are done with. */
export function countKnown<C>({ total, queue }: Practice<C>): number {
  return total - queue.length;
}
