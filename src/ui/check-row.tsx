import { type ReactNode, useId } from 'react';
import css from './check-row.module.css';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';

export interface CheckRowProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
  /** Small words under the text: `core`, `bonus`. */
  readonly note?: string | undefined;
  /** Left out although it was needed: says so in words and in colour. */
  readonly missed?: boolean;
  readonly disabled?: boolean;
}

/** One thing to tick; the whole row is the target. Rows belong in a `CheckList`. */
export function CheckRow({ checked, onChange, children, note, missed = false, disabled = false }: CheckRowProps) {
  const id = useId();
  const words = [note, missed && !checked ? 'missed' : undefined].filter(Boolean).join(', ');
  return (
    <li className={cx(css['row'], missed && !checked && css['missed'])}>
      <label className={css['label']}>
        <span className={css['box']}>
          <input
            type="checkbox"
            className={css['input']}
            checked={checked}
            disabled={disabled}
            onChange={(event) => onChange(event.target.checked)}
            aria-labelledby={id}
            aria-describedby={words === '' ? undefined : `${id}-note`}
          />
          <Icon name="check" className={css['tick']} />
        </span>
        <span className={css['text']}>
          <span id={id}>{children}</span>
          {words === '' ? null : (
            <span className={css['note']} id={`${id}-note`}>
              {words}
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
