/** The house at night in figures: for each topic and tier, what would be recalled today. */
import type { ItemId } from '#bank/item.ts';
import { TIERS, type Tier } from '#bank/tier.ts';
import { tallyOf, type Standings, type Tally } from './standing.ts';

export interface PlacedQuestion {
  readonly id: ItemId;
  readonly topic: string;
  readonly tier: Tier;
}

/** One topic: a tally a tier from foundational to expert, null where there is no question, and one of all four. */
export interface Floor {
  readonly topic: string;
  readonly cells: readonly (Tally | null)[];
  readonly whole: Tally;
}

function floorOf(topic: string, questions: readonly PlacedQuestion[], standings: Standings): Floor {
  const byTier = new Map<Tier, ItemId[]>(TIERS.map((tier) => [tier, []]));
  for (const { id, tier } of questions) byTier.get(tier)?.push(id);
  const cells = TIERS.map((tier) => {
    const ids = byTier.get(tier) ?? [];
    return ids.length === 0 ? null : tallyOf(ids, standings);
  });
  const whole = tallyOf(
    questions.map(({ id }) => id),
    standings,
  );
  return { topic, cells, whole };
}

/** A floor for each topic that has questions: first in the order of `topics`, then those it does not name, as they come. */
export function floorsOf(
  topics: readonly string[],
  questions: readonly PlacedQuestion[],
  standings: Standings,
): Floor[] {
  const byTopic = new Map<string, PlacedQuestion[]>(topics.map((topic) => [topic, []]));
  for (const question of questions) {
    const own = byTopic.get(question.topic);
    if (own) own.push(question);
    else byTopic.set(question.topic, [question]);
  }
  return [...byTopic].flatMap(([topic, own]) => (own.length === 0 ? [] : [floorOf(topic, own, standings)]));
}

/** The floors on which most would be recalled today, brightest first; dark ones never. Ties keep the order of the floors. */
export function brightestFloors(floors: readonly Floor[], limit: number): Floor[] {
  return floors
    .filter((floor) => floor.whole.seen > 0)
    .toSorted((a, b) => b.whole.recalled - a.whole.recalled)
    .slice(0, limit);
}
