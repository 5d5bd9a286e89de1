/** Spreading of intervals by Anki's ranges, and the dice for it: seeded, so that a preview always equals the answer. */
import { clamp } from 'ts-fsrs';

/** Whole days, both ends possible. */
export interface DayRange {
  readonly lowest: number;
  readonly highest: number;
}

/** The share of each stretch of an interval that may be added or taken; under 2.5 days there is no fuzz. */
const STRETCHES = [
  { from: 2.5, to: 7, share: 0.15 },
  { from: 7, to: 20, share: 0.1 },
  { from: 20, to: Number.POSITIVE_INFINITY, share: 0.05 },
] as const;

/**
 * The range in which an interval may fall, by Anki's rule (`with_review_fuzz`): about ± 1 day plus a share that shrinks as the
 * interval grows, inside `[minimum, maximum]`; the maximum wins where the two contradict each other.
 *
 * @param intervalDays the ideal interval in days, not rounded, > 0
 */
export function fuzzRange(intervalDays: number, minimum: number, maximum: number): DayRange {
  const interval = clamp(intervalDays, minimum, maximum);
  const spread = spreadDays(interval);
  return {
    lowest: clamp(Math.round(interval - spread), minimum, maximum),
    highest: clamp(Math.round(interval + spread), minimum, maximum),
  };
}

/** The day of a range that a fraction in [0, 1) picks, each day equally likely. */
export function pickDay(range: DayRange, fraction: number): number {
  return range.lowest + Math.floor(fraction * (1 + range.highest - range.lowest));
}

/**
 * The day of a range that a fraction in [0, 1) picks, each as likely as it has room (0 to 1). Where none has, the nearest day
 * from 1 to the maximum that does, later before earlier; the range's own where no day up to the maximum has room.
 *
 * @param maximum days; not under the range's highest
 */
export function pickOpenDay(range: DayRange, fraction: number, room: (day: number) => number, maximum: number): number {
  const days = Array.from({ length: 1 + range.highest - range.lowest }, (_, index) => range.lowest + index);
  const rooms = days.map(room);
  let left = fraction * rooms.reduce((sum, each) => sum + each, 0);
  for (const [index, day] of days.entries()) if ((left -= rooms[index] ?? 0) < 0) return day;
  for (let step = 1; step < maximum; step += 1) {
    const [later, earlier] = [range.highest + step, range.lowest - step];
    if (later <= maximum && room(later) > 0) return later;
    if (earlier >= 1 && room(earlier) > 0) return earlier;
  }
  return pickDay(range, fraction);
}

/** The first day of a range that has room; undefined where none has, also for a range that ends before it begins. */
export function firstOpenDay({ lowest, highest }: DayRange, room: (day: number) => number): number | undefined {
  for (let day = lowest; day <= highest; day += 1) if (room(day) > 0) return day;
  return undefined;
}

/**
 * A fraction in [0, 1) that depends on the seed alone and is the same on every machine: FNV-1a over UTF-16 units, finished
 * by MurmurHash3's mixer so that seeds that differ in the last digit are far apart. Integer arithmetic only.
 */
export function seededFraction(seed: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) {
    hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

function spreadDays(interval: number): number {
  if (interval < 2.5) return 0;
  let spread = 1;
  for (const { from, to, share } of STRETCHES) spread += share * Math.max(0, Math.min(interval, to) - from);
  return spread;
}
