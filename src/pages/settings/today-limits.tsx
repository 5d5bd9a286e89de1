import type { StudyDay } from '#memory/study-day.ts';
import type { Settings } from '#review/settings.ts';
import { useTodayOnly } from '#pages/parts/use-today-only.ts';
import { Card, Muted } from '#ui/card.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { Rows } from './section.tsx';

/** Limits for today alone. */
export function TodayLimits({ settings, today }: { readonly settings: Settings; readonly today: StudyDay }) {
  const inHand = useTodayOnly(today);
  if (!inHand) return null;
  const { override, change } = inHand;
  return (
    <Card title="Today only" level={3}>
      <Muted>More or less than usual, for today alone; tomorrow it is as above.</Muted>
      <Rows>
        <NumberField
          inline
          label="New cards today"
          min={0}
          max={500}
          value={override.newCards ?? settings.newPerDay}
          onChange={(newCards) => change({ newCards })}
        />
        <NumberField
          inline
          label="Reviews today"
          min={0}
          max={5000}
          step={10}
          value={override.reviews ?? settings.reviewsPerDay}
          onChange={(reviews) => change({ reviews })}
        />
      </Rows>
    </Card>
  );
}
