/** The memory of one card over time, answer by answer. */
import type { ItemId } from '#bank/item.ts';
import type { Grade } from '#memory/grade.ts';
import type { Memory, Scheduler } from '#memory/scheduler.ts';
import { daysBetween, type StudyDay } from '#memory/study-day.ts';
import type { LogEvent } from '#review/event.ts';
import type { ReplayContext } from '#review/reduce.ts';
import { answersOf } from './answers.ts';

export interface MemoryStep {
  readonly day: StudyDay;
  readonly grade: Grade;
  /** The chance of recall that the answer met, 0 to 1; null for a first answer. */
  readonly recall: number | null;
  /** What it left. */
  readonly memory: Memory;
}

/** Each answer to a whole question in log order, with the memory before and after it. Undone ones are left out. */
export function memoryStepsOf(item: ItemId, events: readonly LogEvent[], context: ReplayContext): MemoryStep[] {
  const { scheduler } = context;
  return answersOf(item, events, context)
    .filter(({ isPoint }) => !isPoint)
    .map(({ day, grade, before, after }) => ({
      day,
      grade,
      recall: before.kind === 'new' ? null : scheduler.retrievability(before.memory, daysBetween(before.lastDay, day)),
      memory: after.memory,
    }));
}

export interface CurvePoint {
  /** Study day, with fractions. */
  readonly day: number;
  readonly recall: number;
}

const SAMPLES = 12;

/**
 * The chance of recall from each answer to the next, and from the last one until `until`: a curve each. Answers of one day leave the last one's
 * curve alone.
 */
export function recallCurves(steps: readonly MemoryStep[], until: StudyDay, scheduler: Scheduler): CurvePoint[][] {
  return steps.flatMap(({ day, memory }, index) => {
    const end = steps[index + 1]?.day ?? until;
    if (end <= day) return [];
    const points = Array.from({ length: SAMPLES + 1 }, (_, sample) => {
      const elapsed = ((end - day) * sample) / SAMPLES;
      return { day: day + elapsed, recall: scheduler.retrievability(memory, elapsed) };
    });
    return [points];
  });
}
