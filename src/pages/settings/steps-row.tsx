import { useState } from 'react';
import { fits, RULES } from '#review/settings.ts';
import { TextField } from '#ui/text-field.tsx';
import type { SettingsInHand } from './use-settings.ts';

export interface StepsRowProps {
  readonly inHand: SettingsInHand;
  readonly of: 'learningSteps' | 'relearningSteps';
  readonly label: string;
  readonly hint: string;
}

/** Minutes one after the other, written as "10 60"; none twice, since a card's step is known by its minutes. */
export function StepsRow({ inHand: { settings, save }, of, label, hint }: StepsRowProps) {
  const stored = settings[of].join(' ');
  const [draft, setDraft] = useState<string | null>(null);
  const [faulty, setFaulty] = useState(false);
  const take = (): void => {
    if (draft === null) return;
    const steps = draft.split(/[\s,;]+/u).filter((part) => part !== '');
    const minutes = steps.map(Number);
    const sound = fits(RULES[of], minutes) && new Set(minutes).size === minutes.length;
    setFaulty(!sound);
    if (!sound) return;
    setDraft(null);
    if (minutes.join(' ') !== stored) save(of, minutes);
  };
  return (
    <TextField
      inline
      label={label}
      hint={hint}
      error={
        faulty
          ? 'Write up to six whole numbers of minutes from 1 to 1,440, no two alike, with blanks between them.'
          : undefined
      }
      inputMode="numeric"
      autoComplete="off"
      placeholder="none"
      value={draft ?? stored}
      onChange={setDraft}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  );
}
