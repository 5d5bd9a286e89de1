import type { StudyDay } from '#memory/study-day.ts';
import { secondsOn, type Campaign } from '#plan/campaign.ts';
import { getStorage } from '#storage/current.ts';
import { refreshDayPlan } from '#storage/plan-refresh.ts';
import { readOverride, type Override } from '#storage/day-plan.ts';
import { writeOverride } from '#storage/plan-today.ts';
import { useLive } from '#storage/use-live.ts';
import { Card } from '#ui/card.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { Switch } from '#ui/switch.tsx';

async function change(today: StudyDay, limits: Override): Promise<void> {
  const { db } = getStorage();
  await writeOverride(db, today, limits);
  await refreshDayPlan(db, today);
}

/** What is different today alone: more minutes or fewer, and what is due beside the plan. */
export function TodayOnly({ campaigns, today }: { readonly campaigns: readonly Campaign[]; readonly today: StudyDay }) {
  const override = useLive(({ db }) => readOverride(db, today), [today]);
  if (!override) return null;
  const usual = Math.round(secondsOn(campaigns, today) / 60);
  return (
    <Card title="Today only">
      <NumberField
        inline
        label="Minutes today"
        hint={
          usual === 0
            ? 'No practice is planned today.'
            : 'For all your interviews together; tomorrow it is as planned again.'
        }
        unit="min"
        min={0}
        max={600}
        step={5}
        value={override.minutes ?? usual}
        onChange={(minutes) => void change(today, { minutes })}
      />
      <Switch
        label="Ask what else is due"
        hint="What these interviews do not ask for waits until they are over, unless you want it today."
        checked={override.others ?? false}
        onChange={(others) => void change(today, { others })}
      />
    </Card>
  );
}
