import type { Tier } from '#bank/tier.ts';
import { TierLamp } from '#ui/tier-lamp.tsx';
import { rungOf, topicInWords } from './format.ts';
import css from './tier-line.module.css';

interface TierLineProps {
  readonly tier: Tier;
  readonly topic: string;
  /** The topic as it is shown. */
  readonly name?: string;
}

/** Tier and topic, small, above a question; on a phone the topic goes without its domain. */
export function TierLine({ tier, topic, name = topicInWords(topic) }: TierLineProps) {
  const [domain = '', own = domain] = name.split(' / ');
  return (
    <span className={css['line']}>
      <TierLamp rung={rungOf(tier)} word={tier} showWord />
      <span className={css['topic']}>
        {own !== domain && <span className={css['domain']}>{domain} / </span>}
        {own}
      </span>
    </span>
  );
}
