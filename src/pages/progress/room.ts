/** How many answers the minutes of a plan have room for. */
import { secondsOn, type Campaign } from '#plan/campaign.ts';
import type { LoadDay } from '#progress/load.ts';
import type { Sunday } from '#progress/sunday.ts';
import { estimateSeconds } from '#review/estimate.ts';

/** Of an answer, when none was timed yet. */
const USUAL_SECONDS = 60;

export interface Room {
  readonly seconds: number;
  /** At this person's usual pace. */
  readonly answers: number;
}

/** The room on each of the next days; null where no interview has minutes on any of them. */
export function roomOf(
  campaigns: readonly Campaign[],
  { load, times }: Pick<Sunday, 'load' | 'times'>,
): readonly Room[] | null {
  const each = estimateSeconds([{ goodSeconds: times.median ?? USUAL_SECONDS, isPoint: false }]);
  const rooms = load.map(({ day }: LoadDay): Room => {
    const seconds = secondsOn(campaigns, day);
    return { seconds, answers: seconds / each };
  });
  return rooms.some(({ seconds }) => seconds > 0) ? rooms : null;
}
