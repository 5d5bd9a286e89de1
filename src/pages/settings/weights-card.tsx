import type { Settings } from '#review/settings.ts';
import type { PastWeights } from '#review/past-weights.ts';
import { readWeightsHistory } from '#storage/weights-history.ts';
import { useLive } from '#storage/use-live.ts';
import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Row } from '#ui/page.tsx';
import { besideWords } from './fault-words.ts';
import { JobProgress } from './job-progress.tsx';
import { fit, takeWeights, useJobs } from './jobs.ts';
import { momentInWords } from './moments.ts';
import { Said } from './said.tsx';
import css from './settings.module.css';
import { fitInWords, intervalsInWords } from './weights-words.ts';

const IN_FORCE = 'In force. Dates that were promised stay; new ones follow these weights.';
const FORGOTTEN = 'Those that were in force before could not be remembered';

/** The scheduler's weights: learnt from the person, taken only when they foretell better, and one press back. */
export function WeightsCard({ settings }: { readonly settings: Settings }) {
  const busy = useJobs((state) => state.running !== null);
  const done = useJobs((state) => state.endings.weights);
  return (
    <Card title="Your memory" level={3}>
      <Muted>
        {settings.weights === null
          ? 'The schedule uses the published weights, which fit most people. After some hundred answers it can learn yours.'
          : 'The schedule uses weights that were learnt from your own answers.'}{' '}
        A question that is Good each time comes back after {intervalsInWords(settings, settings.weights)}.
      </Muted>
      <Row>
        <Button busy={busy} onClick={() => void fit()}>
          Learn from my answers
        </Button>
        {settings.weights !== null && (
          <Button busy={busy} onClick={() => void takeWeights(null, 'Back to the published weights')}>
            Use the published ones
          </Button>
        )}
      </Row>
      <JobProgress task="fit" />
      <JobProgress task="weights" />
      <Fitted settings={settings} busy={busy} />
      {done?.kind === 'weighted' && <Said text={`${IN_FORCE}${besideWords(FORGOTTEN, done.unkept)}`} />}
      <Past />
    </Card>
  );
}

function Fitted({ settings, busy }: { readonly settings: Settings; readonly busy: boolean }) {
  const ending = useJobs((state) => state.endings.fit);
  if (ending?.kind !== 'fitted') return null;
  const { fit: fitted } = ending;
  return (
    <>
      <Said icon="info" text={fitInWords(fitted)} />
      {fitted.kind === 'fitted' && fitted.better && (
        <>
          <Muted>
            A question that is Good each time would come back after {intervalsInWords(settings, fitted.weights)}.
          </Muted>
          <Row>
            <Button
              variant="primary"
              busy={busy}
              onClick={() => void takeWeights(fitted.weights, 'Learnt from your answers')}
            >
              Use these
            </Button>
          </Row>
        </>
      )}
    </>
  );
}

function Past() {
  const past = useLive(({ db }) => readWeightsHistory(db), []);
  if (!past || past.length === 0) return null;
  return (
    <Disclosure summary="What was in force before" note={String(past.length)}>
      <ul className={css['past']}>
        {past.map((each) => (
          <Before key={each.atMs} past={each} />
        ))}
      </ul>
    </Disclosure>
  );
}

function Before({ past: { atMs, weights, note } }: { readonly past: PastWeights }) {
  const name =
    weights === null
      ? 'The published weights'
      : `Weights that begin ${weights
          .slice(0, 4)
          .map((w) => w.toFixed(2))
          .join(', ')}`;
  return (
    <li>
      <span>
        {name}, until {momentInWords(atMs)}: {note.toLowerCase()}
      </span>
      <Button onClick={() => void takeWeights(weights, 'Earlier weights brought back')}>Bring back</Button>
    </li>
  );
}
