/** How well single questions are to be known, where it is not as everywhere: by their topic, and by the interviews ahead. */
import type { AimedQuestion, AimOf } from '#review/schedule.ts';
import type { Settings } from '#review/settings.ts';
import { byTopic, emphasisOf, phaseOf, tierWeight, topicWeight, type Campaign } from './campaign.ts';

/**
 * The desired retention of each question: the highest of its topic's own (else its domain's) and of those of the interviews
 * ahead that may ask it. Undefined when neither topics nor interviews have one of their own.
 */
export function aimsFrom(
  { topicRetention }: Pick<Settings, 'topicRetention'>,
  campaigns: readonly Campaign[],
): AimOf | undefined {
  const aiming = campaigns.filter(({ retention }) => retention !== undefined);
  if (aiming.length === 0 && Object.keys(topicRetention).length === 0) return undefined;
  return (question, today) => {
    const own = aiming.filter((campaign) => phaseOf(campaign, today) !== 'over' && asksFor(campaign, question));
    const aims = [byTopic(topicRetention, question.topic), ...own.map(({ retention }) => retention)];
    const said = aims.filter((aim) => aim !== undefined);
    return said.length === 0 ? undefined : Math.max(...said);
  };
}

function asksFor(campaign: Campaign, { id, topic, tier }: AimedQuestion): boolean {
  return topicWeight(campaign, topic) * tierWeight(campaign, tier) * emphasisOf(campaign, id) > 0;
}
