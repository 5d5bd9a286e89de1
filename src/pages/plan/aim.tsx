import { percentOf } from '#bank/percent.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import { RetentionCurve } from '#pages/settings/retention-curve.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { wishesOf, type Draft } from './draft.ts';

const AIMS = [
  { value: 'common', label: 'As everywhere' },
  { value: 'own', label: 'Its own' },
] as const;

export interface AimProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly today: StudyDay;
}

/** How well the questions of this interview are to be known until its day. */
export function Aim({ draft, onChange, today }: AimProps) {
  const common = useEnvironment()?.settings.desiredRetention ?? 0.9;
  const { retention } = draft;
  const set = (next: number | null): void => onChange({ ...draft, retention: next });
  return (
    <Card title="How well">
      <Segmented
        label="Desired retention"
        showLabel
        options={AIMS}
        value={retention === null ? 'common' : 'own'}
        onChange={(aim) => set(aim === 'own' ? common : null)}
      />
      {retention === null ? (
        <Muted>
          {`The plan asks each day what helps most on the day. What it leaves comes back as everywhere, at ${percentOf(common)}.`}
        </Muted>
      ) : (
        <>
          <NumberField
            inline
            label="Its questions come back at"
            hint="Until the interview; after it as everywhere. Dates that were promised stay."
            unit="%"
            min={70}
            max={97}
            value={Math.round(100 * retention)}
            onChange={(percent) => set(percent / 100)}
          />
          <RetentionCurve today={today} retention={retention} onChoose={set} wishes={wishesOf(draft)} />
        </>
      )}
    </Card>
  );
}
