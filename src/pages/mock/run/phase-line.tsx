import { PHASES, SPOKEN_PHASES } from '#mock/phases.ts';
import { Button } from '#ui/button.tsx';
import { clockFace } from './words.ts';
import { send } from './store.ts';
import css from './run.module.css';

/** The phases of a deep dive: where one is, how long each took, and the way to the next. */
export function PhaseLine({ phases, running }: { readonly phases: readonly number[]; readonly running: number }) {
  const at = Math.min(phases.length - 1, SPOKEN_PHASES - 1);
  const phase = PHASES[at];
  const next = PHASES[at + 1];
  if (!phase) return null;
  const over = running > phase.minutes * 60_000;
  return (
    <div className={css['phases']}>
      <ol className={css['phaseList']} aria-label="Phases">
        {PHASES.slice(0, SPOKEN_PHASES).map(({ name, minutes }, index) => (
          <li key={name} aria-current={index === at ? 'step' : undefined} className={css['phase']}>
            <span>{name}</span>
            <span className={css['phaseTime']}>
              {clockFace(index === at ? running : (phases[index] ?? 0))} / {minutes}:00
            </span>
          </li>
        ))}
      </ol>
      <p className={css['part']}>
        {phase.about}
        {over && next ? ` This phase has had its ${phase.minutes} minutes.` : ''}
      </p>
      {next && at + 1 < SPOKEN_PHASES && (
        <Button icon="chevron" onClick={() => send({ type: 'phased' })}>
          On to: {next.name}
        </Button>
      )}
    </div>
  );
}
