/** What a desired retention costs, computed from the forgetting curve that schedules the cards. */
import { percentOf } from '#bank/percent.ts';
import { createScheduler, DEFAULT_PARAMETERS } from '#memory/scheduler.ts';

/** Long enough that whole days are a fine measure, short enough not to meet the longest interval. */
const PROBE = { stability: 1000, difficulty: 5 };

/** How long intervals are at a desired retention, as a multiple of those at 90%. */
export function intervalFactor(desiredRetention: number): number {
  const days = (retention: number): number =>
    createScheduler({ ...DEFAULT_PARAMETERS, desiredRetention: retention, fuzz: false }).intervalDays(PROBE);
  return days(desiredRetention) / days(0.9);
}

const twoDigits = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

/** What a person gets and pays for a desired retention, in two sentences. */
export function costOfRetention(desiredRetention: number): string {
  const recalled = `Of 100 cards that come due you would still know about ${Math.round(desiredRetention * 100)}.`;
  const factor = intervalFactor(desiredRetention);
  if (Math.abs(factor - 1) < 0.02) return `${recalled} A good balance for most people.`;
  if (factor > 1)
    return `${recalled} Intervals are ${twoDigits.format(factor)} times as long as at ${percentOf(0.9)}: less work, more forgotten.`;
  const times = twoDigits.format(1 / factor);
  return `${recalled} Intervals are ${times} times shorter than at ${percentOf(0.9)}, so about ${times} times the reviews.`;
}
