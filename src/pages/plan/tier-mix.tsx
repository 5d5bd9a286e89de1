import { percentOf } from '#bank/percent.ts';
import { TIERS, type Tier } from '#bank/tier.ts';
import { rungOf } from '#pages/parts/format.ts';
import { NumberField } from '#ui/number-field.tsx';
import { Select } from '#ui/text-field.tsx';
import { TierLamp } from '#ui/tier-lamp.tsx';
import { atLevel, type Draft, type Level } from './draft.ts';
import css from './plan.module.css';

const LEVELS: readonly { readonly value: Level; readonly label: string }[] = [
  { value: 'foundational', label: 'Junior' },
  { value: 'mid', label: 'Mid-level' },
  { value: 'senior', label: 'Senior' },
  { value: 'expert', label: 'Staff or architect' },
  { value: 'own', label: 'A mix of my own' },
];

export interface TierMixProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly error?: string | undefined;
}

/** How much of the interview each tier makes up: the usual mix of a level, or one's own. */
export function TierMix({ draft, onChange, error }: TierMixProps) {
  const sum = TIERS.reduce((total, tier) => total + (draft.tiers[tier] ?? 0), 0);
  const share = (tier: Tier): string => percentOf(sum === 0 ? 0 : (draft.tiers[tier] ?? 0) / sum);
  return (
    <>
      <Select
        inline
        label="Level"
        hint="Sets how much each tier is asked; interviewers ask a rung above and below the title too."
        error={error}
        options={LEVELS}
        value={draft.level}
        onChange={(level) => onChange(atLevel(draft, level))}
      />
      {draft.level === 'own' ? (
        TIERS.map((tier) => (
          <NumberField
            key={tier}
            inline
            label={`Share of ${tier}`}
            hint={`${share(tier)} of the questions`}
            min={0}
            max={100}
            step={5}
            value={Math.round(100 * (draft.tiers[tier] ?? 0))}
            onChange={(value) => onChange({ ...draft, tiers: { ...draft.tiers, [tier]: value / 100 } })}
          />
        ))
      ) : (
        <ul className={css['mix']} aria-label="Share of each tier">
          {TIERS.map((tier) => (
            <li key={tier}>
              <TierLamp rung={rungOf(tier)} word={tier} showWord /> {share(tier)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
