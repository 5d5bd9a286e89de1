import { currentDraft, gradesAtEnd, type MockRun } from '#mock/run.ts';
import { FOLLOW_UP_SECONDS, goodSeconds, isClocked, sessionSeconds, type Clocks } from '#mock/run-clock.ts';
import { TopicLine } from '#pages/parts/topic-line.tsx';
import { Icon } from '#ui/icon.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Meter } from '#ui/meter.tsx';
import { send } from './store.ts';
import { clockFace, STAGE_WORDS } from './words.ts';
import css from './run.module.css';

export interface TopBarProps {
  readonly run: MockRun;
  readonly clocks: Clocks;
  readonly onEnd: () => void;
  readonly onKeys: () => void;
}

/** How far the mock is, its two clocks, and pause. */
export function TopBar({ run, clocks, onEnd, onKeys }: TopBarProps) {
  const { asked } = currentDraft(run);
  const { value, max, place } = progressOf(run);
  return (
    <header className={css['top']}>
      <progress className={css['progress']} max={max} value={value} aria-label={`Question ${place}`} />
      <div className={css['bar']}>
        <IconButton icon="close" label="End mock" onClick={onEnd} />
        <span className={css['about']}>
          <TopicLine tier={asked.tier} topic={asked.topic} />
        </span>
        <span className={css['count']} aria-hidden="true">
          {place}
        </span>
        {isClocked(run.stage) && <PauseButton paused={run.pausedAtMs !== null} />}
        <span className={css['onDesk']}>
          <IconButton icon="keyboard" label="Keys" aria-keyshortcuts="?" onClick={onKeys} />
        </span>
      </div>
      {isClocked(run.stage) && <ClockLine run={run} clocks={clocks} />}
    </header>
  );
}

/** A ladder does not know its length; what is graded at the end goes through its questions twice. */
function progressOf(run: MockRun): { readonly value: number; readonly max: number; readonly place: string } {
  const total = run.drafts.length;
  if (run.atHand.length > 0) return { value: run.place, max: total + 1, place: String(run.place + 1) };
  const done = run.drafts.filter(({ outcome }) => outcome !== 'open').length;
  const value = run.stage === 'grade' && gradesAtEnd(run.settings) ? done : run.place;
  return { value, max: total, place: `${run.place + 1} of ${total}` };
}

function PauseButton({ paused }: { readonly paused: boolean }) {
  return (
    <IconButton
      icon={paused ? 'play' : 'pause'}
      label={paused ? 'Go on' : 'Pause'}
      aria-keyshortcuts="p"
      onClick={() => send({ type: paused ? 'resumed' : 'paused' })}
    />
  );
}

/** The clock of the stage; with `of` where there is a time to keep to. */
interface StageClock {
  readonly ms: number;
  readonly of: number | null;
  /** Before the time to keep to: a good answer takes about so long, a minute is a minute. */
  readonly about: boolean;
}

function stageClock(run: MockRun, clocks: Clocks): StageClock {
  if (run.stage === 'think') return { ms: clocks.think, of: null, about: false };
  if (run.stage === 'followUp') return { ms: clocks.followUp, of: FOLLOW_UP_SECONDS * 1000, about: false };
  const good = goodSeconds(currentDraft(run), run.settings) * 1000;
  return { ms: clocks.speak, of: good, about: run.settings.format !== 'rapid' };
}

function ClockLine({ run, clocks }: Pick<TopBarProps, 'run' | 'clocks'>) {
  const whole = sessionSeconds(run);
  const { ms, of, about } = stageClock(run, clocks);
  const target = of === null ? '' : ` of ${about ? 'about ' : ''}${clockFace(of)}`;
  return (
    <div className={css['clocks']}>
      <p className={css['clock']} role="timer" aria-label="Question clock">
        <span className={css['stageName']}>{run.stage && STAGE_WORDS[run.stage]}</span>{' '}
        <strong className={css['face']}>{clockFace(ms)}</strong>
        <span className={css['target']}>{target}</span>
      </p>
      <p className={css['session']} role="timer" aria-label="Session clock">
        <Icon name="clock" size="sm" /> {clockFace(clocks.session)}
        {whole === null ? '' : ` / ${clockFace(whole * 1000)}`}
      </p>
      {of !== null && (
        <div className={css['meter']}>
          <Meter label="Answer time" value={Math.min(ms, of)} max={of} text={`${clockFace(ms)}${target}`} thin />
        </div>
      )}
    </div>
  );
}
