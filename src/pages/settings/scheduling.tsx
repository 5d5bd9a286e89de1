import { readNewCount } from './facts.ts';
import { countOf } from '#pages/parts/format.ts';
import { useLive } from '#storage/use-live.ts';
import { Card } from '#ui/card.tsx';
import { DayStart } from './day-start.tsx';
import { costOfRetention } from './retention.ts';
import { Rows, Section } from './section.tsx';
import { NumberRow, SwitchRow } from './setting-rows.tsx';
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
export function SchedulingSection(inHand: SettingsInHand) {
  const { newPerDay, desiredRetention, rolloverHour } = inHand.settings;
  const left = useLive(({ db }) => readNewCount(db), []);
  return (
    <Section
      title="Scheduling"
      lead="How much comes each day, and when a card comes back. Changes count from the next grade on; dates that were promised stay."
    >
      <Card>
        <Rows>
          <NumberRow
            inHand={inHand}
            of="newPerDay"
            label="New cards a day"
            hint={newCardsHint(newPerDay, left)}
            min={0}
            max={500}
          />
          <NumberRow
            inHand={inHand}
            of="reviewsPerDay"
            label="Reviews a day"
            hint="At most so many; the faintest come first, the rest waits for tomorrow."
            min={0}
            max={5000}
            step={10}
          />
          <NumberRow
            inHand={inHand}
            of="desiredRetention"
            times={100}
            label="Desired retention"
            hint={costOfRetention(desiredRetention)}
            unit="%"
            min={70}
            max={97}
          />
          <NumberRow
            inHand={inHand}
            of="maximumIntervalDays"
            label="Longest interval"
            hint="No card stays away longer, however well you know it."
            unit="days"
            min={1}
            max={36_500}
            step={5}
          />
          <NumberRow
            inHand={inHand}
            of="againMinutes"
            label="Again after"
            hint="A forgotten card is asked once more in the same sitting after this time, or sooner if nothing else is left."
            unit="min"
            min={1}
            max={120}
          />
          <SwitchRow
            inHand={inHand}
            of="fuzz"
            label="Spread due dates"
            hint="Moves each date a little, so that cards learnt together do not all come back together."
          />
          <DayStart hour={rolloverHour} />
        </Rows>
      </Card>
    </Section>
  );
}
