import type { Grade } from './grade.ts';
import type { Memory, Scheduler } from './scheduler.ts';
import { daysBetween, type StudyDay } from './study-day.ts';

/** One review of one card, as memory sees it. */
export interface MemoryReview {
  readonly day: StudyDay;
  readonly grade: Grade;
}

/**
 * The memory that a card's reviews leave, in the order given; null when there are none. Days are counted from the review
 * just before, so a day that lies before its predecessor counts as the same day and does not disturb what follows.
 */
export function replayMemory(scheduler: Scheduler, reviews: readonly MemoryReview[]): Memory | null {
  let memory: Memory | null = null;
  let lastDay: StudyDay | null = null;
  for (const { day, grade } of reviews) {
    memory = scheduler.nextMemory(memory, lastDay === null ? 0 : daysBetween(lastDay, day), grade);
    lastDay = day;
  }
  return memory;
}
