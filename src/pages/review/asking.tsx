import { Line } from '#pages/parts/line.tsx';
import { Button } from '#ui/button.tsx';
import * as actions from './actions.ts';
import type { CardContent } from './card-content.ts';
import css from './page.module.css';
import { useReview } from './store.ts';

/** The question, and nothing to do but think, or say it aloud. */
export function Asking({ content, hinted }: { readonly content: CardContent; readonly hinted: boolean }) {
  const { question, point } = content;
  const guesses = useReview((state) => state.environment?.settings.guess ?? false);
  return (
    <>
      <div className={css['ask']}>
        {point && (
          <p className={css['part']}>
            One point of: <Line text={question.title} />
          </p>
        )}
        <h1 className={css['question']} tabIndex={-1} data-focus>
          <Line text={point?.prompt ?? question.title} />
        </h1>
        {hinted && (
          <p className={css['hint']} aria-live="polite">
            {question.hint}
          </p>
        )}
      </div>
      <div className={css['foot']}>
        {!hinted && !point && question.hint !== '' && (
          <Button variant="plain" icon="bulb" onClick={actions.takeHint} aria-keyshortcuts="h">
            Hint
          </Button>
        )}
        {guesses && <Guesses />}
        <Button
          variant={guesses ? 'quiet' : 'primary'}
          size="lg"
          block
          onClick={actions.reveal}
          aria-keyshortcuts="Space Enter"
        >
          Show answer
        </Button>
      </div>
    </>
  );
}

const GUESSES = [
  { guess: 'sure', label: 'Sure' },
  { guess: 'unsure', label: 'Think so' },
  { guess: 'blank', label: 'No idea' },
] as const;

/** What the person believes of the answer, for those who want to know how well they know what they know. */
function Guesses() {
  return (
    <fieldset className={css['guesses']}>
      <legend>Will you have it?</legend>
      {GUESSES.map(({ guess, label }) => (
        <Button key={guess} size="lg" onClick={() => actions.guessAndReveal(guess)}>
          {label}
        </Button>
      ))}
    </fieldset>
  );
}
