import { type ReactNode, useId } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { ItemId } from '#bank/item.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import { countOf } from '#pages/parts/format.ts';
import { PageTools } from '#pages/parts/page-tools.tsx';
import { useTitle } from '#pages/parts/use-title.ts';
import { useToday } from '#pages/parts/use-today.ts';
import { HORIZON_DAYS } from '#progress/standing.ts';
import type { Progress as HeavyProgress } from '#storage/heavy-progress.ts';
import type { Progress } from '#storage/progress-read.ts';
import { buttonClass } from '#ui/button.tsx';
import { Page, PageHeader } from '#ui/page.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { EmptyState } from '#ui/state.tsx';
import { CardMemoryCard } from './card-memory-card.tsx';
import { TimeCard, YearCard } from './habit.tsx';
import { DomainHouses, WholeHouse } from './houses.tsx';
import { LoadCard } from './load-card.tsx';
import { MocksCard } from './mocks-card.tsx';
import { OutlookCards } from './outlook.tsx';
import { roomOf } from './room.ts';
import { CalibrationCard, GuessCard } from './calibration.tsx';
import { AnswerTimeCard, GradesCard, RetentionCard } from './recall.tsx';
import { useProgress } from './use-progress.ts';
import { WeekCard } from './week-card.tsx';
import { overallInWords, percentOf } from './words.ts';
import css from './progress.module.css';

/** What is remembered, what is fading, and whether it will be enough. */
export function ProgressPage() {
  useTitle('Progress');
  const environment = useEnvironment();
  return <Page width="wide">{environment && <Content environment={environment} />}</Page>;
}

function Content({ environment }: { readonly environment: Environment }) {
  const today = useToday(environment.settings);
  const state = useProgress(environment, today);
  const begun = state.kind === 'ready' && state.progress.begun;
  return (
    <>
      <PageHeader
        title="The house at night"
        line="Progress"
        lead={begun && overallInWords(state.progress.tally)}
        actions={<PageTools />}
      />
      {state.kind === 'counting' && <Counting progress={state.progress} />}
      {begun && <Figures progress={state.progress} today={today} environment={environment} />}
      {state.kind === 'ready' && !begun && <NotBegun questions={state.progress.tally.total} />}
    </>
  );
}

/** The history is added up for the first time, or in another way than before. */
function Counting({ progress }: { readonly progress: HeavyProgress | null }) {
  const known = progress?.total ? { value: progress.done, max: progress.total } : {};
  return <ProgressBar label="Adding up your history, once" {...known} />;
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
  readonly environment: Environment;
}

function Figures({ progress, today, environment }: FiguresProps) {
  const { settings } = environment;
  const { known, floors, tallies, campaigns } = progress;
  const room = roomOf(campaigns, progress);
  const [item, choose] = useChosenCard();
  return (
    <div className={css['page']}>
      <Group title="Now">
        <WholeHouse known={known}>
          A window’s light is the share of its questions that you would recall today; one you have not seen gives none.
          Dashed: some of it falls below {percentOf(settings.desiredRetention)} within {HORIZON_DAYS} days.
        </WholeHouse>
        <WeekCard week={progress.week} questions={known.questions} onOpen={choose} />
      </Group>
      <Group title="Days">
        <YearCard year={progress.year} streak={progress.streak} tallies={tallies} today={today} />
        <TimeCard spent={progress.spent} tallies={tallies} today={today} />
      </Group>
      <Group title="Memory">
        <RetentionCard retention={progress.retention} target={settings.desiredRetention} />
        <GradesCard retention={progress.retention} />
        <CalibrationCard calibration={progress.calibration} />
        <GuessCard guesses={progress.guesses} />
        <AnswerTimeCard times={progress.times} timesBefore={progress.timesBefore} />
        <OneCard progress={progress} item={item} choose={choose} today={today} environment={environment} />
      </Group>
      <Group title="Ahead">
        <OutlookCards progress={progress} campaigns={campaigns} today={today} environment={environment} />
        <MocksCard today={today} environment={environment} />
        <LoadCard load={progress.load} room={room} today={today} newPerDay={settings.newPerDay} />
      </Group>
      <Group title="Topic by topic" whole>
        <DomainHouses known={known} floors={floors} />
      </Group>
    </div>
  );
}

/** The card whose memory is looked at, as the address says. */
function useChosenCard(): readonly [ItemId | null, (item: ItemId) => void] {
  const [query, setQuery] = useSearchParams();
  const choose = (item: ItemId): void => setQuery({ card: item }, { replace: true, preventScrollReset: true });
  return [query.get('card') as ItemId | null, choose];
}

interface OneCardProps extends FiguresProps {
  readonly item: ItemId | null;
  readonly choose: (item: ItemId) => void;
}

/** The chosen card, else the faintest one, else any that was answered. */
function OneCard({ progress, item, choose, today, environment }: OneCardProps) {
  const { standings, week, known } = progress;
  const answered = known.questions.filter(({ id }) => standings.get(id)?.recall !== undefined);
  const wanted = item !== null && answered.some(({ id }) => id === item) ? item : null;
  const shown = wanted ?? week.fading[0]?.item ?? answered[0]?.id;
  if (shown === undefined) return null;
  return (
    <CardMemoryCard
      item={shown}
      answered={answered}
      today={today}
      environment={environment}
      onChoose={choose}
      asked={wanted}
    />
  );
}

interface GroupProps {
  readonly title: string;
  /** One thing over the whole width, and not cards in columns. */
  readonly whole?: boolean;
  readonly children: ReactNode;
}

/** Some cards under a heading. */
function Group({ title, whole = false, children }: GroupProps) {
  const id = useId();
  return (
    <section className={css['group']} aria-labelledby={id}>
      <h2 id={id} className={css['heading']}>
        {title}
      </h2>
      {whole ? children : <div className={css['cards']}>{children}</div>}
    </section>
  );
}
