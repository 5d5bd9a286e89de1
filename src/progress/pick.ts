/** One question to answer aloud today. */
import type { Tier } from '#bank/tier.ts';
import { seededFraction } from '#memory/fuzz.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { PlacedQuestion } from './house.ts';
import type { Standings } from './standing.ts';

/**
 * A question of a tier that is new or fading; null when there is none. The day is the seed: the choice stays the same all
 * day, on every machine, for as long as the chosen question itself stays new or fading.
 */
export function pickOfDay<Q extends PlacedQuestion>(
  questions: readonly Q[],
  standings: Standings,
  tier: Tier,
  today: StudyDay,
): Q | null {
  let best: Q | null = null;
  let highest = -1;
  for (const question of questions) {
    const { kind } = standings.get(question.id) ?? { kind: 'new' };
    if (question.tier !== tier || (kind !== 'new' && kind !== 'fading')) continue;
    const lot = seededFraction(`${today}:${question.id}`);
    if (lot > highest || (lot === highest && best !== null && question.id < best.id)) {
      best = question;
      highest = lot;
    }
  }
  return best;
}
