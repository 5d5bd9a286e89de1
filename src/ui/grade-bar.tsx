import { type KeyboardEvent, useId } from 'react';
import { cx } from './cx.ts';
import css from './grade-bar.module.css';
import { Hidden } from './hidden.tsx';

export type GradeName = 'again' | 'hard' | 'good' | 'easy';

const WORDS: Readonly<Record<GradeName, string>> = { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' };

export interface GradeChoice {
  readonly grade: GradeName;
  /** When it comes back, short: `10 min`, `5 d`. */
  readonly interval: string;
  /** Another word on the button, for those who want only two; the accessible name begins with the grade's own word. */
  readonly word?: string;
  /** The key that presses it, shown where there is a keyboard. */
  readonly hint?: string;
}

export interface GradeBarProps {
  readonly choices: readonly GradeChoice[];
  readonly proposed?: GradeName | undefined;
  readonly onGrade: (grade: GradeName) => void;
  /** Takes no press while a grade is being stored; focus stays. */
  readonly busy?: boolean;
  readonly label?: string;
}

/** Arrow keys walk along the bar, as in a toolbar; Tab reaches each button as well. */
function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
  const ahead = rtl ? 'ArrowLeft' : 'ArrowRight';
  const behind = rtl ? 'ArrowRight' : 'ArrowLeft';
  if (event.key !== ahead && event.key !== behind) return;
  const buttons = [...(event.currentTarget.parentElement?.querySelectorAll('button') ?? [])];
  const at = buttons.indexOf(event.currentTarget);
  event.preventDefault();
  const step = event.key === ahead ? 1 : buttons.length - 1;
  buttons[(at + step) % buttons.length]?.focus();
}

/**
 * `<GradeBar choices={[{ grade: 'again', interval: '10 min' }, …]} proposed="good" onGrade={grade} />`
 * Put it last in the screen: it stays at the bottom edge, in thumb's reach.
 */
export function GradeBar({ choices, proposed, onGrade, busy = false, label = 'Grade your answer' }: GradeBarProps) {
  const id = useId();
  return (
    <div className={css['place']}>
      <div className={css['bar']} role="toolbar" aria-label={label} data-count={choices.length}>
        {choices.map(({ grade, interval, word, hint }) => (
          <button
            key={grade}
            type="button"
            className={cx(css['grade'], css[grade], grade === proposed && css['proposed'])}
            aria-label={`${WORDS[grade]}, ${interval}`}
            aria-describedby={grade === proposed ? id : undefined}
            aria-disabled={busy || undefined}
            onKeyDown={walk}
            onClick={() => {
              if (!busy) onGrade(grade);
            }}
          >
            <span className={css['word']}>{word ?? WORDS[grade]}</span>
            <span className={css['interval']}>{interval}</span>
            {hint === undefined ? null : <span className={css['hint']}>{hint}</span>}
          </button>
        ))}
        <Hidden id={id}>Proposed</Hidden>
      </div>
    </div>
  );
}
