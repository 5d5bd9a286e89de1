import { useState } from 'react';
import { Line } from '#pages/parts/line.tsx';
import { Button } from '#ui/button.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { send } from './store.ts';
import css from './run.module.css';

const GUESSES = ['0', '25', '50', '75', '100'] as const;
type Guess = (typeof GUESSES)[number];

/** How much of the core was there, before seeing it: what a person believes is compared with what was so. */
export function GuessStage({ title }: { readonly title: string }) {
  const [guess, setGuess] = useState<Guess>('50');
  return (
    <>
      <div className={css['ask']}>
        <p className={css['part']}>
          <Line text={title} />
        </p>
        <h1 className={css['question']} tabIndex={-1} data-focus>
          How much of what counts did you say?
        </h1>
        <Segmented
          label="Core points, in percent"
          showLabel
          options={GUESSES.map((value) => ({ value, label: value }))}
          value={guess}
          onChange={setGuess}
          block
        />
      </div>
      <div className={css['foot']}>
        <Button variant="plain" onClick={() => send({ type: 'guessed', percent: null })}>
          Rather not guess
        </Button>
        <Button
          variant="primary"
          size="lg"
          block
          aria-keyshortcuts="Space Enter"
          onClick={() => send({ type: 'guessed', percent: Number(guess) })}
        >
          Keep this guess
        </Button>
      </div>
    </>
  );
}
