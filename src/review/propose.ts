/** The grade that the ticks speak for, with its reason. A proposal only: the person decides. */
import type { KeyPoint, PointId } from '#bank/item.ts';
import { tierRank, type Tier } from '#bank/tier.ts';
import type { Grade } from '#memory/grade.ts';

export type ProposalReason =
  | { readonly kind: 'missedCore'; readonly count: number }
  | { readonly kind: 'hinted' }
  | { readonly kind: 'slow'; readonly tookSeconds: number; readonly goodSeconds: number }
  | { readonly kind: 'fewDetails'; readonly hit: number; readonly of: number }
  | { readonly kind: 'halfOfDetails'; readonly hit: number; readonly of: number }
  | { readonly kind: 'complete' };

export interface Proposal {
  readonly grade: Grade;
  readonly reason: ProposalReason;
}

export interface Attempt {
  readonly points: readonly KeyPoint[];
  readonly tier: Tier;
  readonly ticked: ReadonlySet<PointId>;
  readonly hinted: boolean;
  /** Seconds from question to reveal while the page was visible. */
  readonly tookSeconds: number;
  /** Seconds that a good spoken answer takes. */
  readonly goodSeconds: number;
}

/** An answer counts as slow when thinking and speaking took more than this many times a good spoken answer. */
export const SLOW_FACTOR = 2;

/**
 * A missed core point proposes Again; core complete but slow, hinted or with less than half of the details proposes Hard; core
 * and half of the details Good; all of both, in time and without the hint, Easy. Details that are expected only from a higher
 * tier than the question's do not count against it. Null while nothing is ticked: then nothing is known.
 */
export function proposeGrade(attempt: Attempt): Proposal | null {
  const { points, ticked } = attempt;
  if (ticked.size === 0) return null;
  const missedCore = points.filter((point) => point.weight === 'core' && !ticked.has(point.id)).length;
  if (missedCore > 0) return { grade: 1, reason: { kind: 'missedCore', count: missedCore } };
  const slow = attempt.tookSeconds > SLOW_FACTOR * attempt.goodSeconds;
  if (attempt.hinted) return { grade: 2, reason: { kind: 'hinted' } };
  if (slow) {
    const { tookSeconds, goodSeconds } = attempt;
    return { grade: 2, reason: { kind: 'slow', tookSeconds, goodSeconds } };
  }
  return proposeByDetails(attempt);
}

function proposeByDetails({ points, tier, ticked }: Attempt): Proposal {
  const expected = points.filter((point) => point.weight === 'detail' && tierRank(point.from) <= tierRank(tier));
  const hit = expected.filter((point) => ticked.has(point.id)).length;
  const of = expected.length;
  if (hit === of) return { grade: 4, reason: { kind: 'complete' } };
  if (hit * 2 >= of) return { grade: 3, reason: { kind: 'halfOfDetails', hit, of } };
  return { grade: 2, reason: { kind: 'fewDetails', hit, of } };
}

/**
 * For a card without points to tick (a small card of one point): Good when in time, Hard when slow or hinted.
 */
export function proposeForPoint(attempt: Pick<Attempt, 'hinted' | 'tookSeconds' | 'goodSeconds'>): Proposal {
  const { hinted, tookSeconds, goodSeconds } = attempt;
  if (hinted) return { grade: 2, reason: { kind: 'hinted' } };
  if (tookSeconds > SLOW_FACTOR * goodSeconds) return { grade: 2, reason: { kind: 'slow', tookSeconds, goodSeconds } };
  return { grade: 3, reason: { kind: 'complete' } };
}
