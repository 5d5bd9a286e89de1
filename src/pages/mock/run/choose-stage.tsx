import { useId, useState, type ReactNode } from 'react';
import type { Cause } from '#mock/causes.ts';
import { Button } from '#ui/button.tsx';
import { send } from './store.ts';
import css from './run.module.css';

/** One of several, before any of them is called right. */
export function ChooseStage({ cause, children }: { readonly cause: Cause; readonly children?: ReactNode }) {
  const name = useId();
  const [picked, setPicked] = useState<string | null>(null);
  const option = cause.options.find(({ text }) => text === picked);
  const take = (): void => {
    if (option) send({ type: 'chose', choice: { picked: option.text, right: option.right } });
  };
  return (
    <>
      <div className={css['ask']}>
        <h1 className={css['asked']} tabIndex={-1} data-focus>
          {cause.ask}
        </h1>
        {children}
        <fieldset className={css['options']}>
          <legend className={css['part']}>One of them is right.</legend>
          {cause.options.map(({ text }) => (
            <label key={text} className={css['option']}>
              <input type="radio" name={name} checked={text === picked} onChange={() => setPicked(text)} />
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <div className={css['foot']}>
        <Button variant="primary" size="lg" block disabled={option === undefined} onClick={take}>
          Take this one
        </Button>
      </div>
    </>
  );
}
