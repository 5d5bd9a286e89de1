import { readNewCount } from './facts.ts';
import { countOf } from '#pages/parts/format.ts';
import { useLive } from '#storage/use-live.ts';
import { NumberField } from '#ui/number-field.tsx';
import { Switch } from '#ui/switch.tsx';
import { Card } from '#ui/card.tsx';
import { DayStart } from './day-start.tsx';
import { costOfRetention } from './retention.ts';
import { Rows, Section } from './section.tsx';
import type { SettingsInHand } from './use-settings.ts';

function newCardsHint(perDay: number, left: number | undefined): string {
  if (left === undefined) return 'Questions that you see for the first time.';
  if (left === 0) return 'You have seen every question of the bank.';
  const some = `${countOf(left, 'question')} of the bank ${left === 1 ? 'is' : 'are'} new to you`;
  return perDay === 0
    ? `${some}; at 0 none of them is asked.`
    : `${some}: ${countOf(Math.ceil(left / perDay), 'day')} at this pace.`;
}

/** How much, how often, how well. */
export function SchedulingSection({ settings, save }: SettingsInHand) {
  const left = useLive(({ db }) => readNewCount(db), []);
  return (
    <Section
      title="Scheduling"
      lead="How much comes each day, and when a card comes back. Changes count from the next grade on; dates that were promised stay."
    >
      <Card>
        <Rows>
          <NumberField
            inline
            label="New cards a day"
            hint={newCardsHint(settings.newPerDay, left)}
            value={settings.newPerDay}
            min={0}
            max={500}
            onChange={(value) => save('newPerDay', value)}
          />
          <NumberField
            inline
            label="Reviews a day"
            hint="At most so many; the faintest come first, the rest waits for tomorrow."
            value={settings.reviewsPerDay}
            min={0}
            max={5000}
            step={10}
            onChange={(value) => save('reviewsPerDay', value)}
          />
          <NumberField
            inline
            label="Desired retention"
            hint={costOfRetention(settings.desiredRetention)}
            unit="%"
            value={Math.round(settings.desiredRetention * 100)}
            min={70}
            max={97}
            onChange={(value) => save('desiredRetention', value / 100)}
          />
          <NumberField
            inline
            label="Longest interval"
            hint="No card stays away longer, however well you know it."
            unit="days"
            value={settings.maximumIntervalDays}
            min={1}
            max={36_500}
            step={5}
            onChange={(value) => save('maximumIntervalDays', value)}
          />
          <NumberField
            inline
            label="Again after"
            hint="A forgotten card is asked once more in the same sitting after this time, or sooner if nothing else is left."
            unit="min"
            value={settings.againMinutes}
            min={1}
            max={120}
            onChange={(value) => save('againMinutes', value)}
          />
          <Switch
            label="Spread due dates"
            hint="Moves each date a little, so that cards learnt together do not all come back together."
            checked={settings.fuzz}
            onChange={(value) => save('fuzz', value)}
          />
          <DayStart hour={settings.rolloverHour} />
        </Rows>
      </Card>
    </Section>
  );
}
