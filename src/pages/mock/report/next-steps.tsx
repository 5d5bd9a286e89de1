import { Link, useNavigate } from 'react-router';
import type { Drawn } from '#mock/drawn.ts';
import { recurringWeaknesses } from '#mock/history.ts';
import { mockQuery } from '#mock/link.ts';
import { nextSteps } from '#mock/next-steps.ts';
import type { MockSettings } from '#mock/settings.ts';
import { drawFor } from '#pages/mock/prepare.ts';
import { noteInWords, settingsInWords } from '#pages/mock/setup/words.ts';
import { StartButton } from '#pages/mock/start-button.tsx';
import type { TopicNames } from '#pages/parts/topic-names.ts';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import { todayOf, type Environment } from '#pages/parts/environment.ts';
import { Line } from '#pages/parts/line.tsx';
import type { MockRecord } from '#review/mock-record.ts';
import { getStorage } from '#storage/current.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { buttonClass, type ButtonVariant } from '#ui/button.tsx';
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
  const environment = useEnvironment();
  const weaknesses = recurringWeaknesses([record, ...earlier]);
  return (
    <Card variant="lamp" title="What to do next">
      <ol className={css['steps']}>
        {nextSteps(record, { format: settings.format, weaknesses }).map((step, index) => {
          const { label, why, leads } = stepInWords(step, settings, names);
          const variant = index === 0 ? 'primary' : 'quiet';
          return (
            <li key={step.kind}>
              {'to' in leads ? (
                <Link to={leads.to} className={buttonClass({ variant, block: true })}>
                  {label}
                </Link>
              ) : (
                <StartMock
                  label={label}
                  settings={leads.mock}
                  variant={variant}
                  environment={environment}
                  names={names}
                />
              )}
              <Muted>
                <Line text={why} />
              </Muted>
              {'mock' in leads && (
                <Muted>
                  {settingsInWords(leads.mock, names)}, starts at once.{' '}
                  <Link to={`/mock?${mockQuery(leads.mock)}`}>Change it first</Link>
                </Muted>
              )}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

interface StartMockProps extends Pick<NextStepsProps, 'settings' | 'names'> {
  readonly label: string;
  readonly variant: ButtonVariant;
  readonly environment: Environment | undefined;
}

/** Draws at the press and goes there; what could not be drawn as wished is told, and where nothing could be, the set-up says why. */
function StartMock({ label, settings, variant, environment, names }: StartMockProps) {
  const navigate = useNavigate();
  const { toast } = useAnnounce();
  const draw = async ({ context, settings: own }: Environment): Promise<Drawn> =>
    drawFor(getStorage().db, settings, todayOf(own, Date.now()), context.scheduler);
  const goOn = ({ notes }: Drawn): void => {
    if (notes.length > 0) toast({ text: notes.map((note) => noteInWords(note, names)).join(' ') });
    void navigate('/mock/run');
  };
  return (
    <StartButton
      settings={settings}
      environment={environment}
      drawn={environment && (() => draw(environment))}
      onStart={goOn}
      onEmpty={() => void navigate(`/mock?${mockQuery(settings)}`)}
      variant={variant}
    >
      {label}
    </StartButton>
  );
}
