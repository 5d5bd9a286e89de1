import { Link } from 'react-router';
import { ceilingsOf } from '#mock/ladder.ts';
import { TierLine } from '#pages/parts/tier-line.tsx';
import { topicInWords } from '#pages/parts/format.ts';
import type { MockAnswer } from '#review/mock-record.ts';
import { Card, Muted } from '#ui/card.tsx';
import css from './report.module.css';

/** How high each topic was climbed, with the rungs that say so. */
export function Ceilings({ answers }: { readonly answers: readonly MockAnswer[] }) {
  return (
    <Card title="Ceilings">
      {ceilingsOf(answers).map(({ topic, tier, rungs }) => (
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
