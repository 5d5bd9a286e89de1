import { useId } from 'react';
import { TIERS, type Tier } from '#bank/tier.ts';
import { rungOf } from '#pages/parts/format.ts';
import { TierLamp } from '#ui/tier-lamp.tsx';
import css from './mock.module.css';

export interface TierChoiceProps {
  readonly tier: Tier;
  readonly onChange: (tier: Tier) => void;
}

/** One of the four tiers, each as its lamp: radio buttons, so that arrow keys choose. */
export function TierChoice({ tier, onChange }: TierChoiceProps) {
  const name = useId();
  return (
    <fieldset>
      <legend className={css['legend']}>Tier</legend>
      <div className={css['tiers']}>
        {TIERS.map((each) => (
          <label key={each} className={css['tier']}>
            <input type="radio" name={name} value={each} checked={each === tier} onChange={() => onChange(each)} />
            <TierLamp rung={rungOf(each)} word={each} showWord />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
