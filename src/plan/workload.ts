/** What a desired retention costs and brings: the same cards played through at each. */
import type { Grade } from '#memory/grade.ts';
import {
  createScheduler,
  withRetention,
  type Memory,
  type Scheduler,
  type SchedulerParameters,
} from '#memory/scheduler.ts';
import { gradeBy } from './gain.ts';
import { diceFrom } from './random.ts';

/** One card as it stands when the days begin. */
export interface WorkloadCard {
  /** Null for one that is new. */
  readonly memory: Memory | null;
  /** Days since its last answer; 0 for a new one. */
  readonly sinceDays: number;
  /** Days until it is due, 0 or less when it is. A new one begins then. */
  readonly dueInDays: number;
  /** Expected seconds of an answer. */
  readonly seconds: number;
  /** Its own desired retention, whatever is tried for the others. */
  readonly retention?: number | undefined;
}

export interface Workload {
  readonly retention: number;
  /** Mean over the days. */
  readonly minutesPerDay: number;
  /** The mean chance of recall on the last day, of cards that were seen. */
  readonly recall: number;
}

export interface WorkloadInput {
  readonly cards: readonly WorkloadCard[];
  readonly parameters: SchedulerParameters;
  readonly retentions: readonly number[];
  readonly days: number;
  readonly seed: string;
}

/** Of more cards than this every nth stands for its neighbours; fewer are played through several times, so that luck evens out. */
const SAMPLE = 400;
const ROUNDS = 20;
/** A second try on the same day takes this share of the first. */
const AGAIN_SHARE = 0.6;

/** One entry a retention, with the same luck for all of them. */
export function workloadsOf({ cards, parameters, retentions, days, seed }: WorkloadInput): Workload[] {
  const rounds = Math.max(1, Math.min(ROUNDS, Math.floor(SAMPLE / Math.max(1, cards.length))));
  const step = Math.max(1 / rounds, cards.length / SAMPLE);
  const sampled = Array.from(
    { length: Math.round(cards.length / step) },
    (_, index) => cards[Math.floor(index * step)] as WorkloadCard,
  );
  const scheduler = createScheduler({ ...parameters, fuzz: false });
  return retentions.map((retention) => {
    let seconds = 0;
    let recall = 0;
    let seen = 0;
    for (const [index, card] of sampled.entries()) {
      const end = playOut(card, withRetention(scheduler, card.retention ?? retention), days, `${seed}:${index}`);
      seconds += end.seconds;
      if (end.recall === null) continue;
      recall += end.recall;
      seen += 1;
    }
    return {
      retention,
      minutesPerDay: days === 0 ? 0 : (seconds * step) / 60 / days,
      recall: seen === 0 ? 0 : recall / seen,
    };
  });
}

function playOut(card: WorkloadCard, scheduler: Scheduler, days: number, seed: string) {
  const dice = diceFrom(seed);
  let { memory } = card;
  let last = -card.sinceDays;
  let seconds = 0;
  let day = firstDay(card, scheduler);
  while (day < days) {
    const recall = memory === null ? null : scheduler.retrievability(memory, day - last);
    const grade: Grade = gradeBy(recall, dice());
    memory = scheduler.nextMemory(memory, memory === null ? 0 : day - last, grade);
    seconds += card.seconds;
    if (grade === 1) {
      memory = scheduler.nextMemory(memory, 0, 3);
      seconds += card.seconds * AGAIN_SHARE;
    }
    last = day;
    day += scheduler.intervalDays(memory);
  }
  return { seconds, recall: memory === null ? null : scheduler.retrievability(memory, Math.max(0, days - last)) };
}

/** Dates follow the retention that is tried, since a person who changes it comes to live by it. */
function firstDay({ memory, sinceDays, dueInDays }: WorkloadCard, scheduler: Scheduler): number {
  return memory === null ? Math.max(0, dueInDays) : Math.max(0, scheduler.intervalDays(memory) - sinceDays);
}
