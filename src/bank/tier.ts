/** The ladder of four rungs. */
export const TIERS = ['foundational', 'mid', 'senior', 'expert'] as const;
export type Tier = (typeof TIERS)[number];

/** Other names. A map: words that every object knows, as `constructor`, are typed and stand in packs. */
export const TIER_ALIASES: ReadonlyMap<string, Tier> = new Map([
  ['junior', 'foundational'],
  ['beginner', 'foundational'],
  ['intermediate', 'mid'],
  ['advanced', 'senior'],
  ['architect', 'expert'],
  ['staff', 'expert'],
]);

/** Rung 0 (foundational) to 3 (expert). */
export function tierRank(tier: Tier): number {
  return TIERS.indexOf(tier);
}

/** The tier that a word names, by itself or by an alias ("junior", "staff"), in any case; undefined when it names none. */
export function tierFromWord(word: string): Tier | undefined {
  const lower = word.toLowerCase();
  return TIERS.find((tier) => tier === lower) ?? TIER_ALIASES.get(lower);
}
