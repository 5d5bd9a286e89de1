import { percentOf } from '#bank/percent.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { countOf } from '#pages/parts/format.ts';
import { topicNamesOf } from '#pages/parts/topic-names.ts';
import type { DomainHead } from '#bank/head.ts';
import { readPlanBank } from '#storage/plan-bank.ts';
import { useLive } from '#storage/use-live.ts';
import { Muted } from '#ui/card.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { Stack } from '#ui/page.tsx';
import { Select } from '#ui/text-field.tsx';
import { RetentionCurve } from './retention-curve.tsx';
import css from './settings.module.css';
import type { SettingsInHand } from './use-settings.ts';

export interface TopicRetentionProps {
  readonly inHand: SettingsInHand;
  readonly today: StudyDay;
}

/** Topics and domains that are to be known better, or less well, than the rest. */
export function TopicRetention({ inHand: { settings, save }, today }: TopicRetentionProps) {
  const bank = useLive(({ db }) => readPlanBank(db), []);
  const { topicRetention, desiredRetention } = settings;
  const own = Object.entries(topicRetention);
  const set = (topic: string, retention: number | null): void => {
    const { [topic]: _, ...others } = topicRetention;
    save('topicRetention', retention === null ? others : { ...others, [topic]: retention });
  };
  if (!bank) return null;
  const nameOf = topicNamesOf(bank.domains);
  return (
    <Disclosure summary="Topics with their own" note={own.length === 0 ? 'none' : countOf(own.length, 'topic')}>
      <Stack gap={3}>
        <Muted>
          What you must not forget can come back more often, and what hardly matters less. Of a topic, its domain and an
          interview that asks for it the highest holds.
        </Muted>
        {own.map(([topic, retention]) => (
          <div key={topic} className={css['choice']}>
            <div className={css['own']}>
              <NumberField
                inline
                label={nameOf(topic)}
                unit="%"
                min={70}
                max={97}
                value={Math.round(100 * retention)}
                onChange={(percent) => set(topic, percent / 100)}
              />
              <IconButton icon="close" label={`As everywhere: ${nameOf(topic)}`} onClick={() => set(topic, null)} />
            </div>
            <RetentionCurve
              today={today}
              retention={retention}
              onChoose={(chosen) => set(topic, chosen)}
              wishes={{ tiers: {}, topics: { [topic]: 1 }, emphasis: {} }}
              name={nameOf(topic)}
            />
          </div>
        ))}
        <Select
          label="Add a topic"
          hint={`It begins at ${percentOf(desiredRetention)}, as everywhere.`}
          options={[{ value: '', label: 'Choose one' }, ...choicesOf(bank.domains, topicRetention)]}
          value=""
          onChange={(topic) => topic !== '' && set(topic, desiredRetention)}
        />
      </Stack>
    </Disclosure>
  );
}

function choicesOf(domains: readonly DomainHead[], taken: Readonly<Record<string, number>>) {
  const all = domains.flatMap(({ id, title, topics }) => [
    { value: id, label: `All of ${title}` },
    ...topics.map((topic) => ({ value: `${id}/${topic.id}`, label: `${title} / ${topic.title}` })),
  ]);
  return all.filter(({ value }) => !(value in taken));
}
