/** FSRS-6: from a grade and the days since the last review to the next memory, and from a memory to the next interval. */
import { Engine } from './engine.ts';
import { fuzzRange, pickDay, pickOpenDay, seededFraction } from './fuzz.ts';
import type { Grade } from './grade.ts';
import { type SchedulerParameters, validateParameters } from './parameters.ts';

export { DEFAULT_PARAMETERS, type SchedulerParameters } from './parameters.ts';

/** What is known of one card's trace in memory right after a review. */
export interface Memory {
  /** Days until the chance of recall has fallen to 90%; 0.001 to 36500. */
  readonly stability: number;
  /** How much this card resists; 1 to 10. */
  readonly difficulty: number;
}

/** All methods are pure; days are whole study days (`daysBetween`). */
export interface Scheduler {
  /** A frozen copy of what the scheduler was made from. */
  readonly parameters: SchedulerParameters;
  /**
   * The memory after a review.
   *
   * @param memory the memory after the review before; null for the first review, which ignores `elapsedDays`
   * @param elapsedDays whole study days since that review; 0, the same day, has a formula of its own
   * @throws RangeError for a memory, elapsed days or grade out of range: they would poison every later state
   */
  nextMemory(memory: Memory | null, elapsedDays: number, grade: Grade): Memory;
  /**
   * The chance of recall, 0 to 1, so many days after the review that left this memory; fractions of a day are allowed.
   *
   * @throws RangeError as `nextMemory`
   */
  retrievability(memory: Memory, elapsedDays: number): number;
  /** Whole days, 1 to the maximum, until the chance of recall has fallen to the desired retention. No fuzz. */
  intervalDays(memory: Memory): number;
  /**
   * `intervalDays`, spread by Anki's ranges when fuzz is on. The seed (card id and count of reviews) alone picks the day, so
   * a preview equals the answer on every machine, and with one seed a better grade never gets fewer days.
   *
   * @param room how much of a usual day a day so many days ahead should hold, 0 (nothing) to 1; all alike unless given. It
   * never leads past the maximum: where no day up to that has room, it is as if none were asked for
   */
  scheduledDays(memory: Memory, seed: string, room?: (daysAhead: number) => number): number;
}

const LOWEST_STABILITY = 0.001;

/** A scheduler for these parameters. @throws RangeError that lists every fault of the parameters. */
export function createScheduler(parameters: SchedulerParameters): Scheduler {
  const faults = validateParameters(parameters);
  if (faults.length > 0) {
    const list = faults.map(({ path, message }) => `${path} ${message}`).join('; ');
    throw new RangeError(`Unusable scheduler parameters: ${list}`);
  }
  const weights = Object.freeze([...parameters.weights]);
  const frozen = Object.freeze({ ...parameters, weights });
  const { desiredRetention, maximumIntervalDays, fuzz } = frozen;
  const engine = new Engine(weights, desiredRetention);

  const idealDays = (memory: Memory): number => memory.stability * engine.interval_modifier;
  const intervalDays = (memory: Memory): number =>
    Math.min(Math.max(1, Math.round(idealDays(memory))), maximumIntervalDays);

  return {
    parameters: frozen,
    nextMemory(memory, elapsedDays, grade) {
      assertReview(memory, elapsedDays, grade);
      return engine.next_state(memory, elapsedDays, grade);
    },
    retrievability(memory, elapsedDays) {
      assertMemory(memory);
      if (!(elapsedDays >= 0)) throw new RangeError(`Elapsed days must be 0 or more, not ${elapsedDays}`);
      return engine.forgetting_curve(elapsedDays, memory.stability);
    },
    intervalDays,
    scheduledDays(memory, seed, room) {
      const days = intervalDays(memory);
      const range = fuzz ? fuzzRange(idealDays(memory), 1, maximumIntervalDays) : { lowest: days, highest: days };
      const fraction = seededFraction(seed);
      return room ? pickOpenDay(range, fraction, room, maximumIntervalDays) : pickDay(range, fraction);
    },
  };
}

const others = new WeakMap<Scheduler, Map<number, Scheduler>>();

/** The scheduler at another desired retention, 0.70 to 0.99: the same object each time. @throws RangeError out of that range */
export function withRetention(scheduler: Scheduler, desiredRetention: number): Scheduler {
  if (desiredRetention === scheduler.parameters.desiredRetention) return scheduler;
  const made = others.get(scheduler) ?? new Map<number, Scheduler>();
  others.set(scheduler, made);
  const other = made.get(desiredRetention) ?? createScheduler({ ...scheduler.parameters, desiredRetention });
  made.set(desiredRetention, other);
  return other;
}

function assertReview(memory: Memory | null, elapsedDays: number, grade: Grade): void {
  if (memory !== null) assertMemory(memory);
  if (!(Number.isSafeInteger(elapsedDays) && elapsedDays >= 0)) {
    throw new RangeError(`Elapsed days must be a whole number, 0 or more, not ${elapsedDays}`);
  }
  if (!(Number.isInteger(grade) && grade >= 1 && grade <= 4)) {
    throw new RangeError(`A grade must be 1, 2, 3 or 4, not ${grade}`);
  }
}

/** ts-fsrs lets NaN pass and takes a memory of zeros for a new card; neither may go unnoticed. */
function assertMemory({ stability, difficulty }: Memory): void {
  const sound = stability >= LOWEST_STABILITY && Number.isFinite(stability) && difficulty >= 1 && difficulty <= 10;
  if (!sound) throw new RangeError(`Not a memory: stability ${stability}, difficulty ${difficulty}`);
}
