import { Link } from 'react-router';
import { ceilingsOf } from '#mock/ladder.ts';
import type { MockSettings } from '#mock/settings.ts';
import { TierLine } from '#pages/parts/tier-line.tsx';
import { topicInWords } from '#pages/parts/format.ts';
import type { MockAnswer } from '#review/mock-record.ts';
import { Card, Muted } from '#ui/card.tsx';
import css from './report.module.css';

export interface CeilingsProps {
  readonly answers: readonly MockAnswer[];
  /** Those of the settings. */
  readonly topics: MockSettings['topics'];
}

/** How high each topic or domain was climbed, with the rungs that say so. */
export function Ceilings({ answers, topics }: CeilingsProps) {
  return (
    <Card title="Ceilings">
      {ceilingsOf(answers, topics).map(({ topic, tier, rungs }) => (
        <section key={topic} aria-label={topicInWords(topic)}>
          {tier === null ? (
            <p>{topicInWords(topic)}: below foundational</p>
          ) : (
            <p>
              <TierLine tier={tier} topic={topic} />
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
