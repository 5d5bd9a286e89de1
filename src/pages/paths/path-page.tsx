import { useRef } from 'react';
import { Link, useParams } from 'react-router';
import type { ItemId } from '#bank/item.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { countOf } from '#pages/parts/format.ts';
import { Line } from '#pages/parts/line.tsx';
import { OnceArrived } from '#pages/parts/once-arrived.tsx';
import { PageTools } from '#pages/parts/page-tools.tsx';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import { useTitle } from '#pages/parts/use-title.ts';
import { useToday } from '#pages/parts/use-today.ts';
import { useUnfoldedPrint } from '#pages/parts/use-unfolded-print.ts';
import type { Tally } from '#progress/standing.ts';
import { readWalkedPath, type WalkedPath } from '#storage/path-read.ts';
import { useLive } from '#storage/use-live.ts';
import { buttonClass } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import { Meter } from '#ui/meter.tsx';
import { Page, PageHeader, Row } from '#ui/page.tsx';
import { EmptyState } from '#ui/state.tsx';
import { About } from './about.tsx';
import { Panes } from './panes.tsx';
import { Follow } from './follow.tsx';
import { Levels } from './levels.tsx';
import { Effort, followedInWords, seenInWords } from './path-facts.tsx';
import { StageCard } from './stage-card.tsx';
import css from './paths.module.css';

/** One path: what to do next, the whole way at a glance, then its stages. */
export function PathPage() {
  const environment = useEnvironment();
  const { id } = useParams();
  return (
    <Page width="wide">
      {environment && id !== undefined && <OnePath environment={environment} id={id as ItemId} />}
    </Page>
  );
}

function OnePath({ environment, id }: { readonly environment: Environment; readonly id: ItemId }) {
  const { settings, context } = environment;
  const today = useToday(settings);
  const walked = useLive(({ db }) => readWalkedPath(db, id, today, context.scheduler), [id, today, context]);
  useTitle(walked === null ? 'No such path' : walked?.path.title);
  const whole = useRef<HTMLDivElement>(null);
  useUnfoldedPrint(whole, `.${css['questions']}:not([open])`);
  if (walked === undefined) return null;
  if (walked === null) {
    return (
      <OnceArrived>
        <NoSuchPath />
      </OnceArrived>
    );
  }
  const { path, way, milestones } = walked;
  return (
    <>
      <PageHeader
        title={path.title}
        line={
          <>
            <Link to="/paths">Paths</Link>
            {followedInWords(walked) !== null && ` · ${followedInWords(walked)}`}
          </>
        }
        lead={path.audience}
        actions={<PageTools />}
      />
      <div className={css['path']} ref={whole}>
        <div className={css['overview']}>
          <Glance walked={walked} environment={environment} />
        </div>
        <div className={css['stages']}>
          <Next walked={walked} />
          {way.stages.map((stage, index) => (
            <StageCard
              key={stage.stage.id}
              walked={stage}
              milestone={milestones[index]}
              place={`Stage ${index + 1} of ${way.stages.length}`}
              today={today}
              current={way.next?.stage.id === stage.stage.id}
            />
          ))}
          <About path={path} />
        </div>
      </div>
    </>
  );
}

function NoSuchPath() {
  const back = (
    <Link to="/paths" className={buttonClass({})}>
      All paths
    </Link>
  );
  return (
    <EmptyState title="There is no such path" icon="paths" level={1} actions={back}>
      The address may be mistyped, or the path has left the bank. What you have learnt on it is kept.
    </EmptyState>
  );
}

function Next({ walked: { path, way, onwards, started } }: { readonly walked: WalkedPath }) {
  if (way.next) {
    const { stage, step } = way.next;
    return (
      <Card variant="lamp" kicker="What to do next" title={<Line text={step.question.title} />}>
        <Muted>
          {stage.title}.{' '}
          {started && !started.paused
            ? 'Its new questions come first in Today’s review.'
            : `${started ? 'Go on with' : 'Start'} the path, and its new questions come first in Today’s review.`}
        </Muted>
        <div className={css['deeds']}>
          <Row>
            <Link to={`/q/${step.question.id}`} className={buttonClass({ variant: 'primary' })}>
              Open the question
            </Link>
            <Link to="/review" className={buttonClass({})}>
              Start review
            </Link>
          </Row>
        </div>
      </Card>
    );
  }
  return (
    <Card variant="lamp" kicker="What to do next" title={endTitle(way.tally)}>
      <Muted>
        {way.tally.fading > 0
          ? `${way.tally.fading} of ${way.tally.total} fading: today’s review brings them back.`
          : 'The daily review keeps them lit. The milestones are yours to show.'}
      </Muted>
      {onwards.length > 0 && (
        <ul className={css['plain']} aria-label={`After ${path.title}`}>
          {onwards.map(({ id, summary }) => (
            <li key={id}>
              <Link to={summary.type === 'path' ? `/paths/${id}` : `/q/${id}`}>
                <Line text={summary.title} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function endTitle({ seen, total }: Tally): string {
  if (total === 0) return 'Its questions have not arrived yet';
  return seen === total ? 'Every question has been seen' : 'What is left is suspended';
}

function Glance({ walked, environment }: { readonly walked: WalkedPath; readonly environment: Environment }) {
  const { path, way, milestones } = walked;
  const reached = milestones.filter(({ reachedBy }) => reachedBy !== null).length;
  return (
    <Card title="The way" aside={seenInWords(way)}>
      <Meter
        label={path.title}
        value={way.tally.seen}
        max={Math.max(1, way.tally.total)}
        text={seenInWords(way)}
        thin
      />
      <div className={css['deeds']}>
        <Follow walked={walked} environment={environment} />
      </div>
      <ol className={css['glance']}>
        {way.stages.map(({ stage, steps, tally }, index) => (
          <li key={stage.id}>
            <a href={`#stage-${stage.id}`}>
              {stage.title}
              {milestones[index]?.reachedBy && <Icon name="check" size="sm" label="milestone reached" />}
            </a>
            <Panes steps={steps} tally={tally} />
          </li>
        ))}
      </ol>
      <Muted>{`${reached} of ${countOf(milestones.length, 'milestone')} reached.`}</Muted>
      <Levels way={way} />
      <Muted>
        A window is a question, lit by your chance of recalling it today; dashed means fading. The order is recommended,
        nothing is locked.
      </Muted>
      <Row>
        <Effort hours={path.hours} />
      </Row>
    </Card>
  );
}
