import { percentOf } from '#bank/percent.ts';
import { type ReactNode, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { ItemId } from '#bank/item.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import { countOf } from '#pages/parts/format.ts';
import { PageTools } from '#pages/parts/page-tools.tsx';
import { useTitle } from '#pages/parts/use-title.ts';
import { useToday } from '#pages/parts/use-today.ts';
import { useUnfoldedPrint } from '#pages/parts/use-unfolded-print.ts';
import { useWide } from '#pages/parts/use-wide.ts';
import { HORIZON_DAYS } from '#progress/standing.ts';
import type { Progress as HeavyProgress } from '#storage/heavy-progress.ts';
import type { Progress } from '#storage/progress-read.ts';
import { useLive } from '#storage/use-live.ts';
import { buttonClass } from '#ui/button.tsx';
import { Page, PageHeader } from '#ui/page.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { EmptyState } from '#ui/state.tsx';
import { CardMemoryCard } from './card-memory-card.tsx';
import { TimeCard, YearCard } from './habit.tsx';
import { aheadGist, daysGist, houseGist, memoryGist, weekGist } from './gists.ts';
import { BankHouse, domainFloorsOf, DomainHouses, WholeHouse } from './houses.tsx';
import { LoadCard } from './load-card.tsx';
import { MocksCard } from './mocks-card.tsx';
import { readOpenSections, type OpenSections, type SectionId } from './open-sections.ts';
import { OutlookCards, useAhead, type OutlookProps } from './outlook.tsx';
import { useAskedFold } from './reveal.ts';
import { roomOf } from './room.ts';
import { Section } from './section.tsx';
import { CalibrationCard, GuessCard } from './calibration.tsx';
import { AnswerTimeCard, GradesCard, RetentionCard } from './recall.tsx';
import { useProgress } from './use-progress.ts';
import { WeekCards } from './week-cards.tsx';
import { overallInWords } from './words.ts';
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
  const opened = useLive(({ db }) => readOpenSections(db), []);
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
      {begun && opened && <Figures progress={state.progress} today={today} environment={environment} opened={opened} />}
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

/** A phone shows what each section comes to, and no more until one is asked for. */
const OPEN_WHERE_WIDE: readonly SectionId[] = ['week', 'ahead'];

/** Where one stands, then a section for each thing that one may want to know. */
function Figures({ progress, today, environment, opened }: FiguresProps & { readonly opened: OpenSections }) {
  const { settings } = environment;
  const { known, week, retention } = progress;
  const [item, choose] = useChosenCard();
  const ahead = useAhead(progress.campaigns, today, environment);
  const whole = useRef<HTMLDivElement>(null);
  // A domain by itself only where it was opened: all of them in one table stand before them.
  useUnfoldedPrint(whole, `.${css['section']} > details:not([open])`);
  useAskedFold();
  const wide = useWide();
  const begins = (id: SectionId) => ({ id, opened: opened[id] ?? (wide && OPEN_WHERE_WIDE.includes(id)) });
  return (
    <div className={css['page']} ref={whole}>
      <BankHouse known={known}>
        A window’s light is the share of its questions that you would recall today; one you have not seen gives none.
        Dashed: some of it falls below {percentOf(settings.desiredRetention)} within {HORIZON_DAYS} days.
      </BankHouse>
      <div>
        <Section {...begins('week')} title="This week" gist={weekGist(week)}>
          <Cards>
            <WeekCards week={week} questions={known.questions} onOpen={choose} />
          </Cards>
        </Section>
        <Section {...begins('ahead')} title="Ahead" gist={aheadGist(ahead, progress.load)}>
          <AheadCards progress={progress} ahead={ahead} today={today} environment={environment} />
        </Section>
        <Section {...begins('days')} title="Days" gist={daysGist(progress)}>
          <Cards>
            <YearCard {...progress} today={today} />
            <TimeCard {...progress} today={today} />
          </Cards>
        </Section>
        <Section {...begins('memory')} title="Memory" gist={memoryGist(retention, settings.desiredRetention)}>
          <MemoryCards progress={progress} today={today} environment={environment} item={item} choose={choose} />
        </Section>
        <Section {...begins('house')} title="Topic by topic" gist={houseGist(domainFloorsOf(known))}>
          <WholeHouse known={known} />
          <DomainHouses known={known} floors={progress.floors} />
        </Section>
      </div>
    </div>
  );
}

/** Cards of different heights, in two columns where there is room. */
function Cards({ children }: { readonly children: ReactNode }) {
  return <div className={css['cards']}>{children}</div>;
}

function AheadCards(props: OutlookProps) {
  const { progress, today, environment, ahead } = props;
  const room = roomOf(progress.campaigns, progress);
  return (
    <Cards>
      <OutlookCards {...props} />
      <MocksCard today={today} environment={environment} />
      <LoadCard
        load={progress.load}
        planned={ahead.load}
        room={room}
        today={today}
        newPerDay={environment.settings.newPerDay}
      />
    </Cards>
  );
}

function MemoryCards(props: OneCardProps) {
  const { retention, calibration, guesses, times, timesBefore } = props.progress;
  return (
    <Cards>
      <RetentionCard retention={retention} target={props.environment.settings.desiredRetention} />
      <GradesCard retention={retention} />
      <CalibrationCard calibration={calibration} />
      <GuessCard guesses={guesses} />
      <AnswerTimeCard times={times} timesBefore={timesBefore} />
      <OneCard {...props} />
    </Cards>
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
