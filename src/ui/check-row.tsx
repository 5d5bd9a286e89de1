import { type ReactNode, useId } from 'react';
import css from './check-row.module.css';
import { Icon } from './icon.tsx';

export interface CheckRowProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
  /** Small words under the text: `core`, `bonus`. */
  readonly note?: string | undefined;
  readonly disabled?: boolean;
}

/** One thing to tick; the whole row is the target. Rows belong in a `CheckList`. */
export function CheckRow({ checked, onChange, children, note = '', disabled = false }: CheckRowProps) {
  const id = useId();
  return (
    <li className={css['row']}>
      <label className={css['label']}>
        <span className={css['box']}>
          <input
            type="checkbox"
            className={css['input']}
            checked={checked}
            disabled={disabled}
            onChange={(event) => onChange(event.target.checked)}
            aria-labelledby={id}
            aria-describedby={note === '' ? undefined : `${id}-note`}
          />
          <Icon name="check" className={css['tick']} />
        </span>
        <span className={css['text']}>
          <span id={id}>{children}</span>
          {note === '' ? null : (
            <span className={css['note']} id={`${id}-note`}>
              {note}
            </span>
          )}
        </span>
      </label>
    </li>
  );
}

/** The list around check rows, named by its label. */
export function CheckList({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset>
      <legend className={css['heading']}>{label}</legend>
      <ul className={css['list']}>{children}</ul>
    </fieldset>
  );
}
