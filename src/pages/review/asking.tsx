import { Line } from '#pages/parts/line.tsx';
import { Button } from '#ui/button.tsx';
import * as actions from './actions.ts';
import type { CardContent } from './card-content.ts';
import css from './page.module.css';

/** The question, and nothing to do but think, or say it aloud. */
export function Asking({ content, hinted }: { readonly content: CardContent; readonly hinted: boolean }) {
  const { question, point } = content;
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
        {!hinted && !point && (
          <Button variant="plain" icon="bulb" onClick={actions.takeHint} aria-keyshortcuts="h">
            Hint
          </Button>
        )}
        <Button variant="primary" size="lg" block onClick={actions.reveal} aria-keyshortcuts="Space Enter">
          Show answer
        </Button>
      </div>
    </>
  );
}
