import type { StudyDay } from '#memory/study-day.ts';
import type { Settings } from '#review/settings.ts';
import { getStorage } from '#storage/current.ts';
import { readOverride, type Override } from '#storage/day-plan.ts';
import { refreshDayPlan } from '#storage/plan-refresh.ts';
import { writeOverride } from '#storage/plan-today.ts';
import { useLive } from '#storage/use-live.ts';
import { Card, Muted } from '#ui/card.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { Rows } from './section.tsx';

async function change(today: StudyDay, limits: Override): Promise<void> {
  const { db } = getStorage();
  await writeOverride(db, today, limits);
  await refreshDayPlan(db, today);
}

/** Limits for today alone. */
export function TodayLimits({ settings, today }: { readonly settings: Settings; readonly today: StudyDay }) {
  const override = useLive(({ db }) => readOverride(db, today), [today]);
  if (!override) return null;
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
          onChange={(newCards) => void change(today, { newCards })}
        />
        <NumberField
          inline
          label="Reviews today"
          min={0}
          max={5000}
          step={10}
          value={override.reviews ?? settings.reviewsPerDay}
          onChange={(reviews) => void change(today, { reviews })}
        />
      </Rows>
    </Card>
  );
}
