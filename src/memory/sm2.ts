import { clamp } from 'ts-fsrs';
import type { Memory } from './scheduler.ts';

/** What an SM-2 scheduler (older Anki decks) knows of a card. */
export interface Sm2Card {
  /** Ease factor, 1.3 and up; Anki starts at 2.5. */
  readonly ease: number;
  /** Present interval in days. */
  readonly intervalDays: number;
  /** The share of reviews that were recalled under SM-2, between 0 and 1; Anki assumes 0.9. */
  readonly retention: number;
}

/**
 * The memory that would give a card the interval and growth it had under SM-2: for cards that come with a schedule and no
 * history. Source: fsrs-rs `memory_state_from_sm2`.
 *
 * @param weights 21 sound FSRS-6 weights
 */
export function memoryFromSm2(weights: readonly number[], card: Sm2Card): Memory {
  const [w8 = Number.NaN, w9 = Number.NaN, w10 = Number.NaN] = weights.slice(8, 11);
  const decay = -(weights[20] ?? Number.NaN);
  const daysPerStability = (card.retention ** (1 / decay) - 1) / (0.9 ** (1 / decay) - 1);
  const stability = clamp(card.intervalDays / daysPerStability, 0.001, 36_500);
  const growth = Math.exp(w8) * stability ** -w9 * Math.expm1((1 - card.retention) * w10);
  return { stability, difficulty: clamp(11 - (card.ease - 1) / growth, 1, 10) };
}
