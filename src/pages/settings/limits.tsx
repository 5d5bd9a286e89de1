import { readNewCount } from './facts.ts';
import { countOf } from '#pages/parts/format.ts';
import { useLive } from '#storage/use-live.ts';
import { Card } from '#ui/card.tsx';
import { Rows } from './section.tsx';
import { ChoiceRow, NumberRow } from './setting-rows.tsx';
import type { SettingsInHand } from './use-settings.ts';

function newCardsHint(perDay: number, left: number | undefined): string {
  if (left === undefined) return 'Questions that you see for the first time.';
  if (left === 0) return 'You have seen every question of the bank.';
  const some = `${countOf(left, 'question')} of the bank ${left === 1 ? 'is' : 'are'} new to you`;
  return perDay === 0
    ? `${some}; at 0 none of them is asked.`
    : `${some}: ${countOf(Math.ceil(left / perDay), 'day')} at this pace.`;
}

const ORDERS = [
  { value: 'recall', label: 'Faintest first' },
  { value: 'due', label: 'Longest due first' },
  { value: 'random', label: 'By lot' },
  { value: 'topic', label: 'Topic by topic' },
] as const;

const ORDER_WORDS = {
  recall: 'What you are closest to forgetting comes first, and topics change from card to card.',
  due: 'What has waited longest comes first; topics change from card to card.',
  random: 'Drawn anew each day; topics change from card to card.',
  topic: 'Easier on the head, but what is mixed is remembered longer.',
} as const;

const MIXES = [
  { value: 'spread', label: 'Between the reviews' },
  { value: 'first', label: 'Before the reviews' },
  { value: 'last', label: 'After the reviews' },
] as const;

/** How much a day holds, and in what order. */
export function LimitsCard(inHand: SettingsInHand) {
  const { newPerDay, reviewOrder, minutesPerDay } = inHand.settings;
  const left = useLive(({ db }) => readNewCount(db), []);
  return (
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
          hint="At most so many; the rest waits for tomorrow."
          min={0}
          max={5000}
          step={10}
        />
        <NumberRow
          inHand={inHand}
          of="minutesPerDay"
          label="Minutes a day"
          hint={
            minutesPerDay === 0
              ? 'At 0 the day takes as long as its cards; an interview brings minutes of its own.'
              : 'The day ends with the card that fills them; an interview brings minutes of its own.'
          }
          unit="min"
          min={0}
          max={600}
          step={5}
        />
        <ChoiceRow
          inHand={inHand}
          of="reviewOrder"
          label="Order of reviews"
          hint={ORDER_WORDS[reviewOrder]}
          options={ORDERS}
        />
        <ChoiceRow
          inHand={inHand}
          of="newMix"
          label="New cards come"
          hint="Between the reviews they are less tiring."
          options={MIXES}
        />
      </Rows>
    </Card>
  );
}
