import type { Tier } from '#bank/tier.ts';
import { TierLamp } from '#ui/tier-lamp.tsx';
import { rungOf, topicInWords } from './format.ts';
import css from './tier-line.module.css';

/** Tier and topic, small, above a question. */
export function TierLine({ tier, topic }: { readonly tier: Tier; readonly topic: string }) {
  return (
    <span className={css['line']}>
      <TierLamp rung={rungOf(tier)} word={tier} showWord />
      <span className={css['topic']}>{topicInWords(topic)}</span>
    </span>
  );
}
