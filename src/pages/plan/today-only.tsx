import type { StudyDay } from '#memory/study-day.ts';
import { secondsOn, type Campaign } from '#plan/campaign.ts';
import { useTodayOnly } from '#pages/parts/use-today-only.ts';
import { Card } from '#ui/card.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { Switch } from '#ui/switch.tsx';

/** What is different today alone: more minutes or fewer, and what is due beside the plan. */
export function TodayOnly({ campaigns, today }: { readonly campaigns: readonly Campaign[]; readonly today: StudyDay }) {
  const inHand = useTodayOnly(today);
  if (!inHand) return null;
  const { override, change } = inHand;
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
        onChange={(minutes) => change({ minutes })}
      />
      <Switch
        label="Ask what else is due"
        hint="What these interviews do not ask for waits until they are over, unless you want it today."
        checked={override.others ?? false}
        onChange={(others) => change({ others })}
      />
    </Card>
  );
}
