import { percentOf } from '#bank/percent.ts';
import { timeUse } from '#mock/report.ts';
import { mean } from '#mock/score.ts';
import type { MockRecord } from '#review/mock-record.ts';
import { Card } from '#ui/card.tsx';
import { timeFacts } from './words.ts';
import css from './report.module.css';

/** Where the time went, and the pace where there are recordings. */
export function TimeCard({ record }: { readonly record: MockRecord }) {
  const spoken = record.answers.filter(({ speakMs }) => speakMs > 0);
  const facts = [...timeFacts(timeUse(record), spoken.length), ...paceFacts(record)];
  return (
    <Card title="Time">
      <dl className={css['facts']}>
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function paceFacts({ answers }: MockRecord): (readonly [string, string])[] {
  const voices = answers.flatMap(({ voice }) => voice ?? []);
  const pace = mean(voices.flatMap(({ peaksPerMinute }) => peaksPerMinute ?? []));
  const share = mean(voices.map(({ speakingShare }) => speakingShare));
  const first = mean(voices.flatMap(({ firstWordMs }) => firstWordMs ?? []));
  return [
    ...(pace === null ? [] : [['Pace', `about ${Math.round(pace)} syllables a minute`] as const]),
    ...(share === null ? [] : [['Speaking, not silent', percentOf(share)] as const]),
    ...(first === null ? [] : [['First word after', `${(first / 1000).toFixed(1)} s`] as const]),
  ];
}
