import { Link } from 'react-router';
import type { StudyDay } from '#memory/study-day.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { countOf } from '#pages/parts/format.ts';
import { PageTools } from '#pages/parts/page-tools.tsx';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import { useTitle } from '#pages/parts/use-title.ts';
import { useToday } from '#pages/parts/use-today.ts';
import { HORIZON_DAYS } from '#progress/standing.ts';
import { readProgress, type Progress } from '#storage/progress-read.ts';
import { useLive } from '#storage/use-live.ts';
import { buttonClass } from '#ui/button.tsx';
import { Page, PageHeader } from '#ui/page.tsx';
import { EmptyState } from '#ui/state.tsx';
import { DomainHouses, WholeHouse } from './houses.tsx';
import { LastWeek, NextWeek } from './weeks.tsx';
import { overallInWords, percentOf } from './words.ts';
import css from './progress.module.css';

/** What is solid, what is fading, and what the week holds. */
export function ProgressPage() {
  useTitle('Progress');
  const environment = useEnvironment();
  return <Page width="wide">{environment && <Content environment={environment} />}</Page>;
}

function Content({ environment }: { readonly environment: Environment }) {
  const { settings, context } = environment;
  const today = useToday(settings);
  const progress = useLive(
    ({ db }) => readProgress(db, today, settings, context.scheduler),
    [today, settings, context],
  );
  if (!progress) return null;
  return (
    <>
      <PageHeader
        title="The house at night"
        line="Progress"
        lead={progress.begun && overallInWords(progress.tally)}
        actions={<PageTools />}
      />
      {progress.begun ? (
        <Figures progress={progress} today={today} retention={settings.desiredRetention} />
      ) : (
        <NotBegun questions={progress.tally.total} />
      )}
    </>
  );
}

function NotBegun({ questions }: { readonly questions: number }) {
  const start = (
    <Link to="/review" className={buttonClass({ variant: 'primary', size: 'lg' })}>
      Start review
    </Link>
  );
  return (
    <EmptyState title="Every window is still dark" icon="window" actions={start}>
      Nothing has been reviewed on this device yet, so there is nothing to measure. {countOf(questions, 'question')}{' '}
      wait; the first answer lights the first window.
    </EmptyState>
  );
}

interface FiguresProps {
  readonly progress: Progress;
  readonly today: StudyDay;
  readonly retention: number;
}

function Figures({ progress, today, retention }: FiguresProps) {
  const { known, floors, reviews, due } = progress;
  return (
    <div className={css['figures']}>
      <div>
        <WholeHouse known={known}>
          A window’s light is the share of its questions that you would recall today; one you have not seen gives none.
          Dashed: some of it falls below {percentOf(retention)} within {HORIZON_DAYS} days.
        </WholeHouse>
      </div>
      <div className={css['side']}>
        <LastWeek days={reviews} today={today} />
        <NextWeek days={due} today={today} />
      </div>
      <div className={css['domains']}>
        <DomainHouses known={known} floors={floors} />
      </div>
    </div>
  );
}
