import { type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import css from './field.module.css';
import { Icon } from './icon.tsx';

export interface FieldWords {
  readonly label: string;
  /** A sentence of help under the label. */
  readonly hint?: ReactNode;
  /** A few words under the control, while nothing is wrong: a range. */
  readonly note?: string | undefined;
  /** What is wrong, and what to write instead. */
  readonly error?: string | undefined;
  /** Label and control on one line where there is room: settings. */
  readonly inline?: boolean;
}

/** What the control must carry so that its words are read with it. */
export interface FieldLinks {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps extends FieldWords {
  readonly children: (links: FieldLinks) => ReactNode;
}

/** A label, its help and its fault around one control. */
export function Field({ label, hint, note, error, inline = false, children }: FieldProps) {
  const id = useId();
  const below = error ?? note;
  const described = [hint === undefined ? '' : `${id}-hint`, below === undefined ? '' : `${id}-below`]
    .filter((part) => part !== '')
    .join(' ');
  return (
    <div className={cx(css['field'], inline && css['inline'])}>
      <div className={css['words']}>
        <label htmlFor={id} className={css['label']}>
          {label}
        </label>
        {hint === undefined ? null : (
          <p className={css['hint']} id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
      <div className={css['control']}>
        {children({
          id,
          'aria-describedby': described === '' ? undefined : described,
          'aria-invalid': error === undefined ? undefined : true,
        })}
        <Below id={`${id}-below`} note={note} error={error} />
      </div>
    </div>
  );
}

interface BelowProps extends Pick<FieldWords, 'note' | 'error'> {
  readonly id: string;
}

/** The fault, read out when it appears; else the note. */
function Below({ id, note, error }: BelowProps) {
  if (error !== undefined) {
    return (
      <p className={css['error']} id={id} role="alert">
        <Icon name="warning" />
        {error}
      </p>
    );
  }
  return note === undefined ? null : (
    <p className={css['note']} id={id}>
      {note}
    </p>
  );
}
