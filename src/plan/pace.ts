/** How much new material a day takes, so that all of it is seen before its date with a margin. */
import type { StudyDay } from '#memory/study-day.ts';

/** Never-seen material, in the order in which it should be learnt. */
export interface FreshLoad {
  readonly seconds: number;
  /** The first date on which it counts. */
  readonly deadline: StudyDay;
}

/** free: there is more than the days can hold, so choose the best of it; paced: today's share in seconds, from and to. */
export type Pace =
  { readonly kind: 'free' } | { readonly kind: 'paced'; readonly atLeast: number; readonly atMost: number };

export interface PaceInput {
  /** Seconds that today has. */
  readonly seconds: number;
  readonly daysBefore: (date: StudyDay) => number;
}

/** This share of the days before a date brings nothing new, and at least one day where there are two. */
const MARGIN = 0.1;
/** Days that are planned and then skipped. */
const KEPT = 0.9;
/** New material is spread over this share of the days left, so that it goes quickly at first and ever slower. */
const SPREAD = 0.25;

/** The days before a date on which something new may still be learnt; `days` are all the days left. */
function daysForNew(days: number): number {
  return days <= 1 ? days : days - Math.max(1, Math.round(days * MARGIN));
}

/** Today's share of what was never seen, if every study day has as much time as today. */
export function paceOf(loads: readonly FreshLoad[], { seconds, daysBefore }: PaceInput): Pace {
  const byDeadline = new Map<StudyDay, number>();
  for (const load of loads) byDeadline.set(load.deadline, (byDeadline.get(load.deadline) ?? 0) + load.seconds);
  let due = 0;
  let atLeast = 0;
  let atMost = 0;
  for (const [deadline, load] of [...byDeadline].toSorted(([a], [b]) => a - b)) {
    const days = Math.max(1, daysForNew(daysBefore(deadline)));
    due += load;
    if (due > days * seconds * KEPT) return { kind: 'free' };
    atLeast = Math.max(atLeast, due / days);
    atMost += load / Math.max(1, days * SPREAD);
  }
  return { kind: 'paced', atLeast, atMost: Math.max(atLeast, atMost) };
}
