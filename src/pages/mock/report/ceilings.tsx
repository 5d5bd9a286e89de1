import { Link } from 'react-router';
import { ceilingInWords, ceilingsOf } from '#mock/ladder.ts';
import type { MockSettings } from '#mock/settings.ts';
import { TopicLine } from '#pages/parts/topic-line.tsx';
import type { TopicNames } from '#pages/parts/topic-names.ts';
import type { MockAnswer } from '#review/mock-record.ts';
import { Card, Muted } from '#ui/card.tsx';
import css from './report.module.css';

export interface CeilingsProps {
  readonly answers: readonly MockAnswer[];
  /** Those of the settings. */
  readonly topics: MockSettings['topics'];
  readonly names: TopicNames;
}

/** How high each topic or domain was climbed, with the rungs that say so. */
export function Ceilings({ answers, topics, names }: CeilingsProps) {
  return (
    <Card title="Ceilings">
      {ceilingsOf(answers, topics).map(({ topic, tier, rungs }) => (
        <section key={topic} aria-label={names(topic)}>
          {tier === null ? (
            <p>
              {names(topic)}: {ceilingInWords({ tier, rungs })}
            </p>
          ) : (
            <p>
              <TopicLine tier={tier} topic={topic} />
            </p>
          )}
          <Muted>
            {rungs.map(({ tier: rung, item, held }, index) => (
              <span key={item}>
                {index > 0 && ', then '}
                <Link to={`/q/${item}`}>
                  {rung} {held === true ? 'held' : held === false ? 'failed' : 'left out'}
                </Link>
              </span>
            ))}
            .
          </Muted>
        </section>
      ))}
      <p className={css['note']}>A rung holds when two thirds of its core points were said, follow-ups counted.</p>
    </Card>
  );
}
