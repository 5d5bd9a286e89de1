/** How much of some questions is known on a day. */
import type { ItemId } from '#bank/item.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import { daysBetween, type StudyDay } from '#memory/study-day.ts';
import { cardIdOf } from '#review/ids.ts';
import type { CardStates } from './past-states.ts';

export interface Knowledge {
  /** The chance that a question, drawn by its weight, is recalled, 0 to 1; one that was never seen counts as nothing. */
  readonly recall: number;
  /** The share that was ever answered, by weight. */
  readonly seen: number;
}

/**
 * What is known of questions on a day on which nothing more was done. A last answer that lies after the day counts as that day's.
 *
 * @param weights of the questions in scope; their sum need not be 1
 */
export function knowledgeOn(
  states: CardStates,
  weights: ReadonlyMap<ItemId, number>,
  day: StudyDay,
  scheduler: Scheduler,
): Knowledge {
  let total = 0;
  let recall = 0;
  let seen = 0;
  for (const [item, weight] of weights) {
    total += weight;
    const learning = states.get(cardIdOf(item, null))?.learning;
    if (learning?.kind !== 'learned') continue;
    seen += weight;
    recall += weight * scheduler.retrievability(learning.memory, daysBetween(learning.lastDay, day));
  }
  return total === 0 ? { recall: 0, seen: 0 } : { recall: recall / total, seen: seen / total };
}
