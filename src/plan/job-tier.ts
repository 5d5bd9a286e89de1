/** The tier that a job description speaks of. */
import type { Tier } from '#bank/tier.ts';

/** What an interview at each tier is made of. */
export const TIER_MIXES: Readonly<Record<Tier, Readonly<Partial<Record<Tier, number>>>>> = {
  foundational: { foundational: 0.65, mid: 0.35 },
  mid: { foundational: 0.25, mid: 0.5, senior: 0.25 },
  senior: { foundational: 0.1, mid: 0.3, senior: 0.45, expert: 0.15 },
  expert: { foundational: 0.05, mid: 0.2, senior: 0.4, expert: 0.35 },
};

const RANKS: readonly (readonly [Tier, RegExp])[] = [
  ['expert', /\b(?:staff|principal|distinguished|architect|head of)\b/iu],
  ['senior', /\b(?:senior|sr|lead)\b/iu],
  ['foundational', /\b(?:junior|jr|graduate|intern|internship|trainee|entry[ -]level)\b/iu],
  ['mid', /\b(?:mid|mid[ -]?level|intermediate|medior)\b/iu],
];

/** Titles stand at the beginning. */
const TITLE_CHARS = 150;

/** The tier by the title, else by the years asked for, else by what the text says; mid when it says nothing. */
export function tierOfJob(text: string): Tier {
  const named = (part: string): Tier | undefined => RANKS.find(([, pattern]) => pattern.test(part))?.[0];
  return named(text.slice(0, TITLE_CHARS)) ?? tierOfYears(text) ?? named(text) ?? 'mid';
}

function tierOfYears(text: string): Tier | undefined {
  const found = [...text.matchAll(/\b(\d{1,2})\s*\+?(?:\s*(?:-|–|to)\s*\d{1,2})?\s*\+?\s*(?:years|yrs)\b/giu)];
  const years = Math.max(-1, ...found.map(([, digits]) => Number(digits)).filter((count) => count <= 20));
  if (years < 0) return undefined;
  if (years < 2) return 'foundational';
  if (years < 5) return 'mid';
  return years < 9 ? 'senior' : 'expert';
}
