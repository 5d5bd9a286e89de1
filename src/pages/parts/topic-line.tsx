import type { Tier } from '#bank/tier.ts';
import { TierLamp } from '#ui/tier-lamp.tsx';
import { rungOf } from './format.ts';
import { useTopicNames } from './topic-names.ts';
import css from './topic-line.module.css';

interface TopicLineProps {
  readonly tier: Tier;
  readonly topic: string;
}

/** Tier and topic as the bank calls it, small, above a question; on a phone the topic goes without its domain. */
export function TopicLine({ tier, topic }: TopicLineProps) {
  const name = useTopicNames()?.(topic) ?? '';
  const [domain = '', own = domain] = name.split(' / ');
  return (
    <span className={css['line']}>
      <span>
        <TierLamp rung={rungOf(tier)} word={tier} showWord />
      </span>
      {name !== '' && (
        <span className={css['topic']}>
          {own !== domain && <span className={css['domain']}>{domain} / </span>}
          {own}
        </span>
      )}
    </span>
  );
}
