import { useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { currentDraft, type MockRun } from '#mock/run.ts';
import { isClocked } from '#mock/run-clock.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/state.tsx';
import { StoriesBeside } from '#pages/mock/stories/beside.tsx';
import { useRecordAgain } from '#pages/mock/voice/record-again.ts';
import { AnswerRecorder } from '#pages/mock/voice/answer-recorder.tsx';
import { GradeWithSound, recordingOf } from '#pages/mock/voice/grade-with-sound.tsx';
import { useRecording } from '#pages/mock/voice/use-recording.ts';
import { AskStage } from './ask-stage.tsx';
import { ChooseStage } from './choose-stage.tsx';
import { EndDialog } from './end-dialog.tsx';
import { GuessStage } from './guess-stage.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { NotesSheet } from './notes-sheet.tsx';
import { RevealStage } from './reveal-stage.tsx';
import { Shown } from './shown.tsx';
import { send, storeAgain, useRun } from './store.ts';
import { StoreTrouble } from './store-trouble.tsx';
import { TopBar } from './top-bar.tsx';
import { TouchStage } from './touch-stage.tsx';
import { useAsked, type Asked } from './use-asked.ts';
import { useClocks } from './use-clocks.ts';
import { useRunKeys } from './use-run-keys.ts';
import { WARNINGS } from './words.ts';
import css from './run.module.css';

export type RunDialog = 'end' | 'notes' | 'keys';

export interface SessionProps {
  readonly run: MockRun;
  readonly environment: Environment;
}

/** One question at a time, with its clocks. */
export function Session({ run, environment }: SessionProps) {
  const draft = currentDraft(run);
  const asked = useAsked(draft.asked, run.settings.seed);
  const { clocks, warning } = useClocks(run);
  const [dialog, setDialog] = useState<RunDialog | null>(null);
  useRecording({
    place: recordingOf(run),
    to: spokenTo(run),
    onVoice: ({ answer }, voice) => send({ type: 'heard', place: Number(answer), voice }),
  });
  const wasRecorded = useRecordAgain(run.id, isClocked(run.stage));
  const unstored = useRun((state) => state.unstored);
  useRunKeys(run, environment.settings.singleKeys, setDialog);
  const step = `${run.place} ${run.stage} ${draft.followUp}`;
  return (
    <div className={css['run']}>
      <TopBar run={run} clocks={clocks} onEnd={() => setDialog('end')} onKeys={() => setDialog('keys')} />
      <output className={css['warning']}>{warning === null ? '' : WARNINGS[warning]}</output>
      {unstored !== null && <StoreTrouble why={unstored} onAgain={storeAgain} />}
      <Stage key={step}>
        {asked === null ? (
          <Gone />
        ) : (
          asked && (
            <OneStage
              run={run}
              asked={asked}
              clocks={clocks}
              wasRecorded={wasRecorded}
              onNotes={() => setDialog('notes')}
            />
          )
        )}
      </Stage>
      <EndDialog run={run} open={dialog === 'end'} onClose={() => setDialog(null)} />
      <NotesSheet key={run.place} draft={draft} open={dialog === 'notes'} onClose={() => setDialog(null)} />
      <KeysDialog open={dialog === 'keys'} onClose={() => setDialog(null)} />
    </div>
  );
}

/** What somebody speaks to just now; null while the clock stands still or it is not the time to speak. */
function spokenTo({ stage, pausedAtMs }: MockRun): 'answer' | 'followUp' | null {
  if (pausedAtMs !== null) return null;
  if (stage === 'speak') return 'answer';
  return stage === 'followUp' ? 'followUp' : null;
}

/** As long as the second click of a double click may take: it was meant for the button that stood there before. */
const GUARD_MS = 600;

/** What is new takes the focus, so that a screen reader reads on, and the page begins at its top. */
function Stage({ children }: { readonly children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  const there = Boolean(children);
  useEffect(() => {
    if (!there) return;
    ref.current?.querySelector<HTMLElement>('[data-focus]')?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [there]);
  const begunAtMs = useRef(0);
  useEffect(() => {
    begunAtMs.current = performance.now();
  }, []);
  const guard = (event: MouseEvent): void => {
    if (event.detail > 1 && performance.now() - begunAtMs.current < GUARD_MS) event.stopPropagation();
  };
  return (
    <div className={css['stage']} ref={ref} data-stage onClickCapture={guard}>
      {children}
    </div>
  );
}

interface OneStageProps {
  readonly run: MockRun;
  readonly asked: Asked;
  readonly clocks: ReturnType<typeof useClocks>['clocks'];
  /** When it was left. */
  readonly wasRecorded: boolean;
  readonly onNotes: () => void;
}

function OneStage({ run, asked, clocks, wasRecorded, onNotes }: OneStageProps) {
  const { item, cause } = asked;
  const shown = <Shown asked={asked} as={currentDraft(run).asked.as} />;
  switch (run.stage) {
    case 'guess':
      return <GuessStage item={item} />;
    case 'touch':
      return item.type === 'question' ? <TouchStage question={item} settings={run.settings} /> : <Gone />;
    case 'choose':
      return cause ? <ChooseStage cause={cause}>{shown}</ChooseStage> : <Gone />;
    case 'grade':
      if (currentDraft(run).asked.as !== 'question')
        return (
          <RevealStage run={run} item={item} cause={cause}>
            {shown}
          </RevealStage>
        );
      return item.type === 'question' ? <GradeWithSound run={run} question={item} /> : <Gone />;
    default:
      return (
        <AskStage run={run} clocks={clocks} onNotes={onNotes} shown={shown}>
          <StoriesBeside item={item} />
          <AnswerRecorder place={recordingOf(run)} wasLeft={wasRecorded} />
        </AskStage>
      );
  }
}

function Gone() {
  return (
    <EmptyState
      level={1}
      title="This question has left the bank"
      actions={
        <Button variant="primary" onClick={() => send({ type: 'leftOut' })}>
          Go on to the next
        </Button>
      }
    >
      The bank was updated while the mock was under way. It is left out of the score, everything else is as it was.
    </EmptyState>
  );
}
