import { useState } from 'react';
import type { Item } from '#bank/item.ts';
import { Line } from '#pages/parts/line.tsx';
import { Button } from '#ui/button.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { send } from './store.ts';
import css from './run.module.css';

const GUESSES = ['0', '25', '50', '75', '100'] as const;
type Guess = (typeof GUESSES)[number];

/** How much of the core was there, before seeing it: what a person believes is compared with what was so. */
export function GuessStage({ item }: { readonly item: Item }) {
  const [guess, setGuess] = useState<Guess>('50');
  const keep = (percent: number | null): void => {
    send({ type: 'guessed', percent });
    // Where there is nothing to follow up, nobody has to say what was left out.
    if (item.type === 'question' && item.followUps.length === 0) send({ type: 'touched', points: [], followUps: [] });
  };
  return (
    <>
      <div className={css['ask']}>
        <p className={css['part']}>
          <Line text={item.title} />
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
        <Button variant="plain" onClick={() => keep(null)}>
          Rather not guess
        </Button>
        <Button variant="primary" size="lg" block aria-keyshortcuts="Space Enter" onClick={() => keep(Number(guess))}>
          Keep this guess
        </Button>
      </div>
    </>
  );
}
