/**
 * Replay of a long log: this app's `replayMemory`, a bare loop over ts-fsrs, and fsrs.js, interleaved in one run so that a busy
 * machine slows all three alike. The promise is at most 1.5 × bare ts-fsrs.
 */
import { Card, FSRS } from 'fsrs.js';
import { FSRSAlgorithm, type FSRSState } from 'ts-fsrs';
import type { Grade } from '#memory/grade.ts';
import { type MemoryReview, replayMemory } from '#memory/replay.ts';
import { createScheduler, DEFAULT_PARAMETERS } from '#memory/scheduler.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { median, type BenchResult, type Row } from './numbers.ts';

const CARDS = 20_000;
const REVIEWS_A_CARD = 10;
const ROUNDS = 9;
const DAY_MS = 86_400_000;

type Log = readonly (readonly MemoryReview[])[];

/** Measures the replay of 200,000 reviews. Throws when app and bare ts-fsrs disagree on the memories. */
export async function replayBench(): Promise<BenchResult> {
  const log = buildLog();
  const contenders = [
    { label: 'bare ts-fsrs next_state', run: replayBare },
    { label: 'Lamplight replayMemory', run: replayOurs, budget: 'at most 1.5 ×' },
    { label: 'fsrs.js repeat', run: replayFsrsJs },
  ];
  const sums = contenders.map(({ run }) => run(log));
  if (sums[0] !== sums[1]) throw new Error(`Memories differ: bare ${sums[0]}, app ${sums[1]}`);

  const times = contenders.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const index = (round + turn) % contenders.length;
      const startMs = performance.now();
      contenders[index]?.run(log);
      times[index]?.push(performance.now() - startMs);
      await breathe();
    }
  }

  const bareMs = median(times[0] ?? []);
  const rows = contenders.map(({ label, budget }, index): Row => {
    const ms = median(times[index] ?? []);
    const compared = index === 0 ? {} : { ratio: ms / bareMs, peer: 'bare ts-fsrs' };
    return { what: label, value: ms, unit: 'ms', ...compared, ...(budget !== undefined && { budget }) };
  });
  const name = `Replay of ${(CARDS * REVIEWS_A_CARD).toLocaleString('en')} reviews (median of ${ROUNDS}, interleaved)`;
  return { name, rows };
}

function replayOurs(log: Log): number {
  const scheduler = createScheduler(DEFAULT_PARAMETERS);
  let sum = 0;
  for (const reviews of log) sum += replayMemory(scheduler, reviews)?.stability ?? 0;
  return sum;
}

function replayBare(log: Log): number {
  const algorithm = new FSRSAlgorithm({});
  let sum = 0;
  for (const reviews of log) {
    let state: FSRSState | null = null;
    let lastDay = reviews[0]?.day ?? 0;
    for (const { day, grade } of reviews) {
      state = algorithm.next_state(state, day - lastDay, grade);
      lastDay = day;
    }
    sum += state?.stability ?? 0;
  }
  return sum;
}

function replayFsrsJs(log: Log): number {
  const fsrs = new FSRS();
  let sum = 0;
  for (const reviews of log) {
    let card = new Card();
    for (const { day, grade } of reviews) card = fsrs.repeat(card, new Date(day * DAY_MS))[grade]?.card ?? card;
    sum += card.stability;
  }
  return sum;
}

/** The same cards on every run: mostly Good, gaps that grow with success, now and then twice on one day. */
function buildLog(): Log {
  let seed = 1;
  const below = (limit: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };
  const grades: readonly Grade[] = [1, 2, 3, 3, 3, 3, 3, 3, 4, 3];
  return Array.from({ length: CARDS }, () => {
    let day = 20_000 + below(300);
    let gap = 1;
    return Array.from({ length: REVIEWS_A_CARD }, () => {
      const grade = grades[below(grades.length)] ?? 3;
      const review = { day: day as StudyDay, grade };
      gap = grade === 1 ? 1 : gap * 2;
      day += below(8) === 0 ? 0 : gap + below(3);
      return review;
    });
  });
}

/** Lets other work and the collector in between two measurements. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
