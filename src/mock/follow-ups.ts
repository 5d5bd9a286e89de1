/** Which follow-ups an interviewer would ask after an answer: first those that lead to what was missed. */
import type { FollowUp, KeyPoint, PointId, Question } from '#bank/item.ts';
import { tierRank } from '#bank/tier.ts';
import type { AskedFollowUp } from './run.ts';

const WEIGHTS: Readonly<Record<KeyPoint['weight'], number>> = { core: 100, detail: 10, bonus: 1 };

/**
 * At most `count` follow-ups of a question after these points were spoken to. What leads to missed points comes first, core
 * before detail; the rest rises in tier, as somebody asks who wants to see how deep it goes. The order of asking rises in tier.
 */
export function chooseFollowUps(
  { followUps, keyPoints, tier }: Pick<Question, 'followUps' | 'keyPoints' | 'tier'>,
  touched: readonly PointId[],
  count: number,
): AskedFollowUp[] {
  const weightOf = new Map(keyPoints.map(({ id, weight }) => [id, WEIGHTS[weight]]));
  const missed = ({ points }: FollowUp): number =>
    points.filter((id) => !touched.includes(id)).reduce((sum, id) => sum + (weightOf.get(id) ?? 0), 0);
  const rank = (each: FollowUp): number => tierRank(each.tier ?? tier);
  return followUps
    .toSorted((a, b) => missed(b) - missed(a) || rank(a) - rank(b))
    .slice(0, count)
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ ask, points }) => ({ ask, points, held: null, tookMs: 0 }));
}
