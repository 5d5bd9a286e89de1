import { useCallback, useEffect, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import type { Environment } from '#pages/parts/environment.ts';
import { useNewFailure } from '#pages/parts/use-new-failure.ts';
import { useTitle } from '#pages/parts/use-title.ts';
import type { MockRun } from '#mock/run.ts';
import { readMockWriter } from '#storage/mock-run.ts';
import { useLive } from '#storage/use-live.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { EmptyState } from '#ui/state.tsx';
import { discardRun, finishRun, giveWayTo, openRun, useRun } from './store.ts';
import { Session } from './session.tsx';
import { StoreTrouble } from './store-trouble.tsx';
import css from './run.module.css';

/** The mock under way: nothing else on screen. */
export function RunPage() {
  useTitle('Mock');
  const environment = useEnvironment();
  const { status, run, failure: held } = useRun();
  const failure = useNewFailure(held);
  useEffect(() => {
    void openRun();
  }, []);
  const current = useLive(({ db }) => readMockWriter(db), []);
  useEffect(() => void giveWayTo(current), [current]);
  if (failure) throw failure;
  if (status === 'none') return <NoneUnderWay />;
  if (status === 'taken') return <Taken />;
  if (status === 'gone') return <Gone />;
  if (!environment || !run || status !== 'open') return null;
  return run.stage === null ? (
    <Finishing run={run} environment={environment} />
  ) : (
    <Session run={run} environment={environment} />
  );
}

/** Stores what the mock was, then shows its report. */
function Finishing({ run, environment }: { readonly run: MockRun; readonly environment: Environment }) {
  const navigate = useNavigate();
  const unstored = useRun((state) => state.unstored);
  const empty = run.drafts.length === 0;
  const finish = useCallback(async (): Promise<void> => {
    if (empty) {
      if (await discardRun()) await navigate('/mock', { replace: true });
      return;
    }
    const id = await finishRun(environment);
    if (id !== null) await navigate(`/mock/${id}`, { replace: true });
  }, [empty, environment, navigate]);
  useEffect(() => {
    void finish();
  }, [finish]);
  if (unstored === null) return null;
  return (
    <div className={css['run']}>
      <StoreTrouble why={unstored} onAgain={() => void finish()} />
    </div>
  );
}

interface StoppedProps {
  readonly title: string;
  readonly action: ReactNode;
  readonly children: ReactNode;
}

/** Why there is nothing to go on with here, and where to go. */
function Stopped({ title, action, children }: StoppedProps) {
  return (
    <div className={css['run']}>
      <EmptyState level={1} icon="mic" title={title} actions={action}>
        {children}
      </EmptyState>
    </div>
  );
}

const toMocks = (words: string): ReactNode => (
  <Link to="/mock" className={buttonClass({ variant: 'primary' })}>
    {words}
  </Link>
);

function NoneUnderWay() {
  return (
    <Stopped title="No mock is under way" action={toMocks('Set one up')}>
      Choose what to be asked, then start.
    </Stopped>
  );
}

function Taken() {
  const here = (
    <Button variant="primary" onClick={() => void openRun()}>
      Go on here instead
    </Button>
  );
  return (
    <Stopped title="This mock goes on in another tab" action={here}>
      Nothing is lost. Only one tab at a time can go on with it.
    </Stopped>
  );
}

function Gone() {
  return (
    <Stopped title="This mock was ended in another tab" action={toMocks('To your mocks')}>
      What was graded there is kept with its report. This tab held an older state of it and has changed nothing.
    </Stopped>
  );
}
