import { Link } from 'react-router';
import { recurringWeaknesses } from '#mock/history.ts';
import { nextSteps } from '#mock/next-steps.ts';
import type { MockSettings } from '#mock/settings.ts';
import type { TopicNames } from '#pages/mock/topic-names.ts';
import { Line } from '#pages/parts/line.tsx';
import type { MockRecord } from '#review/mock-record.ts';
import { buttonClass } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { stepInWords } from './step-words.ts';
import css from './report.module.css';

export interface NextStepsProps {
  readonly record: MockRecord;
  readonly earlier: readonly MockRecord[];
  readonly settings: MockSettings;
  readonly names: TopicNames;
}

/** The three things to do next, each one press away. */
export function NextSteps({ record, earlier, settings, names }: NextStepsProps) {
  const weaknesses = recurringWeaknesses([record, ...earlier]);
  return (
    <Card variant="lamp" title="What to do next">
      <ol className={css['steps']}>
        {nextSteps(record, { format: settings.format, weaknesses }).map((step, index) => {
          const { label, why, to } = stepInWords(step, settings, names);
          return (
            <li key={step.kind}>
              <Link to={to} className={buttonClass({ variant: index === 0 ? 'primary' : 'quiet', block: true })}>
                {label}
              </Link>
              <Muted>
                <Line text={why} />
              </Muted>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
