import type { ComponentPropsWithRef } from 'react';
import { Field, type FieldWords } from './field.tsx';
import css from './field.module.css';
import { Icon } from './icon.tsx';

export interface TextFieldProps
  extends FieldWords, Omit<ComponentPropsWithRef<'input'>, 'id' | 'className' | 'onChange'> {
  readonly onChange?: (value: string) => void;
}

/** One line of text; `type="date"` and the like work too. */
export function TextField({ label, hint, error, inline, onChange, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} inline={inline ?? false}>
      {(links) => (
        <input {...rest} {...links} className={css['input']} onChange={(event) => onChange?.(event.target.value)} />
      )}
    </Field>
  );
}

export interface TextAreaProps
  extends FieldWords, Omit<ComponentPropsWithRef<'textarea'>, 'id' | 'className' | 'onChange'> {
  readonly onChange?: (value: string) => void;
}

/** Several lines of text; it grows with them. */
export function TextArea({ label, hint, error, inline, onChange, ...rest }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} inline={inline ?? false}>
      {(links) => (
        <textarea {...rest} {...links} className={css['input']} onChange={(event) => onChange?.(event.target.value)} />
      )}
    </Field>
  );
}

export interface SelectProps<V extends string> extends FieldWords {
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly disabled?: boolean;
}

/** One of many, in the system's own list. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { label, hint, error, inline, options, value, onChange, disabled } = props;
  return (
    <Field label={label} hint={hint} error={error} inline={inline ?? false}>
      {(links) => (
        <span className={css['select']}>
          <select
            {...links}
            className={css['input']}
            value={value}
            disabled={disabled}
            onChange={(event) => {
              const chosen = options.find((option) => option.value === event.target.value);
              if (chosen !== undefined) onChange(chosen.value);
            }}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevron" />
        </span>
      )}
    </Field>
  );
}
