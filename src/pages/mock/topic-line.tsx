import type { Tier } from '#bank/tier.ts';
import { TierLine } from '#pages/parts/tier-line.tsx';
import { useTopicNames } from './topic-names.ts';

/** Tier and topic of a question, as the bank calls it. */
export function TopicLine({ tier, topic }: { readonly tier: Tier; readonly topic: string }) {
  const names = useTopicNames();
  return <TierLine tier={tier} topic={topic} name={names?.(topic) ?? ''} />;
}
