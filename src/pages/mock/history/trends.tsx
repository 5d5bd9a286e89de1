import { percentOf } from '#bank/percent.ts';
import { overallTrend, tierTrends, topicTrends, type Trend } from '#mock/history.ts';
import type { TopicNames } from '#pages/parts/topic-names.ts';
import type { MockRecord } from '#review/mock-record.ts';
import { Card } from '#ui/card.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Hidden } from '#ui/hidden.tsx';
import { TrendLine, trendInWords } from './trend-line.tsx';
import css from './history.module.css';

interface TrendsProps {
  readonly records: readonly MockRecord[];
  readonly names: TopicNames;
}

/** How mocks went over time: overall, by tier, and by topic in a fold. Two are needed for a trend. */
export function Trends({ records, names }: TrendsProps) {
  const overall = overallTrend(records);
  if (overall.length < 2) return null;
  const topics = topicTrends(records);
  return (
    <Card title="Over time">
      <ul className={css['trends']}>
        <Row trend={{ key: 'All mocks', points: overall }} />
        {tierTrends(records).map((trend) => (
          <Row key={trend.key} trend={trend} />
        ))}
      </ul>
      <Disclosure summary="By topic" note={String(topics.length)}>
        <ul className={css['trends']}>
          {topics.map(({ key, points }) => (
            <Row key={key} trend={{ key: names(key), points }} />
          ))}
        </ul>
      </Disclosure>
    </Card>
  );
}

function Row({ trend: { key, points } }: { readonly trend: Trend<string> }) {
  const value = points.at(-1)?.value ?? 0;
  return (
    <li>
      <span>{key}</span>
      <TrendLine points={points} />
      <span className={css['score']} aria-hidden="true">
        {percentOf(value)}
      </span>
      <Hidden>{trendInWords(points)}</Hidden>
    </li>
  );
}
