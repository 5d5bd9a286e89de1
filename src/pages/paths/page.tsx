import { Link } from 'react-router';
import type { Environment } from '#pages/parts/environment.ts';
import { OnceArrived } from '#pages/parts/once-arrived.tsx';
import { PageTools } from '#pages/parts/page-tools.tsx';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import { useTitle } from '#pages/parts/use-title.ts';
import { useToday } from '#pages/parts/use-today.ts';
import { useTabletUp } from '#pages/parts/use-wide.ts';
import { readWalkedPaths, type WalkedPath } from '#storage/path-read.ts';
import { useLive } from '#storage/use-live.ts';
import { Card, Muted } from '#ui/card.tsx';
import { Meter } from '#ui/meter.tsx';
import { Page, PageHeader, Row } from '#ui/page.tsx';
import { EmptyState } from '#ui/state.tsx';
import { buttonClass } from '#ui/button.tsx';
import { Panes } from './panes.tsx';
import { Effort, followedInWords, seenInWords, Tiers } from './path-facts.tsx';
import css from './paths.module.css';

/** The paths of the bank, and how far each is walked. */
export function PathsPage() {
  useTitle('Paths');
  const roomy = useTabletUp();
  const environment = useEnvironment();
  return (
    <Page width="wide">
      <PageHeader
        title="Paths"
        lead="A way through the questions, in stages. The order is recommended; nothing is locked."
        {...(roomy ? {} : { actions: <PageTools /> })}
      />
      {environment && <PathList environment={environment} />}
    </Page>
  );
}

function PathList({ environment: { settings, context } }: { readonly environment: Environment }) {
  const today = useToday(settings);
  const paths = useLive(({ db }) => readWalkedPaths(db, today, context.scheduler), [today, context]);
  if (!paths) return null;
  if (paths.length === 0) {
    return (
      <OnceArrived>
        <NoPaths />
      </OnceArrived>
    );
  }
  return (
    <div className={css['list']}>
      {paths.map((walked) => (
        <PathCard key={walked.path.id} walked={walked} />
      ))}
    </div>
  );
}

function NoPaths() {
  const open = (
    <Link to="/library" className={buttonClass({})}>
      Open the library
    </Link>
  );
  return (
    <EmptyState title="No path here yet" icon="paths" actions={open}>
      The bank on this device holds no path. Its questions can be reviewed and read without one.
    </EmptyState>
  );
}

function PathCard({ walked }: { readonly walked: WalkedPath }) {
  const { path, way, followed, started } = walked;
  const kicker = followedInWords(walked);
  return (
    <Card
      variant={followed ? 'lamp' : 'plain'}
      {...(kicker === null ? {} : { kicker })}
      title={<Link to={`/paths/${path.id}`}>{path.title}</Link>}
    >
      <Muted>{path.audience}</Muted>
      <Row>
        <Tiers tiers={path.tiers} />
        <Effort hours={path.hours} />
      </Row>
      {started && (
        <ol className={css['glance']}>
          {way.stages.map(({ stage, steps, tally }) => (
            <li key={stage.id}>
              <span>{stage.title}</span>
              <Panes steps={steps} tally={tally} />
            </li>
          ))}
        </ol>
      )}
      <Meter
        label={path.title}
        value={way.tally.seen}
        max={Math.max(1, way.tally.total)}
        text={seenInWords(way)}
        thin
      />
      <Muted>{seenInWords(way)}.</Muted>
    </Card>
  );
}
