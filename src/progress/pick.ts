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
  const open = questions.filter(({ id, tier: own }) => {
    const kind = standings.get(id)?.kind ?? 'new';
    return own === tier && (kind === 'new' || kind === 'fading');
  });
  const lots = open.map((question) => ({ question, lot: seededFraction(`${today}:${question.id}`) }));
  const [first] = lots.toSorted((a, b) => b.lot - a.lot || (a.question.id < b.question.id ? -1 : 1));
  return first?.question ?? null;
}
