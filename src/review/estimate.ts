/** How long a queue takes. */

/** Seconds of a good answer to a single point. */
export const POINT_SECONDS = 20;

/** Reading, ticking and grading come on top of the spoken answer, in seconds. */
const OVERHEAD_QUESTION = 25;
const OVERHEAD_POINT = 8;

export interface EstimatedCard {
  /** Seconds of a good spoken answer. */
  readonly goodSeconds: number;
  readonly isPoint: boolean;
}

/** Estimated seconds for a list of cards: each answer spoken once, with the time to check it. */
export function estimateSeconds(cards: readonly EstimatedCard[]): number {
  return cards.reduce(
    (sum, { goodSeconds, isPoint }) => sum + goodSeconds + (isPoint ? OVERHEAD_POINT : OVERHEAD_QUESTION),
    0,
  );
}
