import type { ReactNode } from 'react';
import { currentDraft, type MockRun } from '#mock/run.ts';
import type { Clocks } from '#mock/run-clock.ts';
import { Line } from '#pages/parts/line.tsx';
import { Button } from '#ui/button.tsx';
import { Muted } from '#ui/card.tsx';
import { Row } from '#ui/page.tsx';
import { PhaseLine } from './phase-line.tsx';
import { send } from './store.ts';
import css from './run.module.css';

export interface AskStageProps {
  readonly run: MockRun;
  readonly clocks: Clocks;
  /** What is shown with the question: a message, a listing. */
  readonly shown?: ReactNode;
  readonly onNotes: () => void;
  /** The recorder, and whatever else stands by while somebody speaks. */
  readonly children?: ReactNode;
}

/** The question, large: to think, to speak, or one of its follow-ups. */
export function AskStage({ run, clocks, shown, onNotes, children }: AskStageProps) {
  const { stage, settings } = run;
  const speaking = stage === 'speak';
  return (
    <>
      <div className={css['ask']}>
        <Asked run={run} />
        {shown}
        {speaking && settings.format === 'deep' && (
          <PhaseLine phases={currentDraft(run).phases} running={clocks.phase} />
        )}
        {speaking && settings.format === 'behavioural' && <StarPrompts />}
        {children}
      </div>
      <Foot stage={stage} paused={run.pausedAtMs !== null} onNotes={onNotes} />
    </>
  );
}

function Asked({ run }: Pick<AskStageProps, 'run'>) {
  const { asked, followUps, followUp } = currentDraft(run);
  const probe = run.stage === 'followUp' ? followUps[followUp] : undefined;
  return (
    <>
      {probe && (
        <p className={css['part']}>
          Follow-up {followUp + 1} of {followUps.length} to: <Line text={asked.title} />
        </p>
      )}
      <h1 className={css['question']} tabIndex={-1} data-focus>
        <Line text={probe?.ask ?? (asked.as === 'pair' ? 'What is wrong here?' : asked.title)} />
      </h1>
    </>
  );
}

interface FootProps extends Pick<AskStageProps, 'onNotes'> {
  readonly stage: MockRun['stage'];
  readonly paused: boolean;
}

function Foot({ stage, paused, onNotes }: FootProps) {
  return (
    <div className={css['foot']}>
      {paused && <Muted>Paused. The clock stands still, and the report will say for how long.</Muted>}
      <Row>
        <Button variant="plain" onClick={() => send({ type: 'skipped' })} aria-keyshortcuts="s">
          Skip
        </Button>
        <Button variant="plain" icon="note" onClick={onNotes} aria-keyshortcuts="n">
          Notes
        </Button>
      </Row>
      <Button
        variant="primary"
        size="lg"
        block
        onClick={() => send({ type: paused ? 'resumed' : 'spoke' })}
        aria-keyshortcuts="Space Enter"
      >
        {paused ? 'Go on' : stage === 'think' ? 'Start speaking' : 'I have finished'}
      </Button>
    </div>
  );
}

const STAR = [
  ['Situation', 'Where, when, what was at stake, in two sentences.'],
  ['Task', 'What was yours to do.'],
  ['Action', 'What you did, not the team, and why so.'],
  ['Result', 'A number, and what you learnt.'],
] as const;

function StarPrompts() {
  return (
    <dl className={css['star']}>
      {STAR.map(([name, about]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{about}</dd>
        </div>
      ))}
    </dl>
  );
}
