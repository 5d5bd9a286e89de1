import { type KeyboardEvent, useState } from 'react';
import { Field, type FieldWords } from './field.tsx';
import css from './field.module.css';
import { IconButton } from './icon-button.tsx';

export interface NumberFieldProps extends FieldWords {
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** After the number: "cards a day". */
  readonly unit?: string;
  readonly disabled?: boolean;
}

const KEYS: Readonly<Record<string, (value: number, step: number, min: number, max: number) => number>> = {
  ArrowUp: (value, step) => value + step,
  ArrowDown: (value, step) => value - step,
  PageUp: (value, step) => value + 10 * step,
  PageDown: (value, step) => value - 10 * step,
};

/** Decimals of the step, so that 0.1 + 0.2 shows as 0.3. */
function tidy(value: number, step: number): number {
  const decimals = String(step).split('.')[1]?.length ?? 0;
  return Number(value.toFixed(decimals));
}

/**
 * A number with a stepper. What is typed counts when the field is left or Enter is pressed, brought into `min` to `max`;
 * what is no number is forgotten.
 */
export function NumberField(props: NumberFieldProps) {
  const { label, hint, error, inline, value, onChange, min, max, step = 1, unit, disabled = false } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const set = (next: number) => {
    setDraft(null);
    const kept = tidy(Math.min(max, Math.max(min, next)), step);
    if (kept !== value) onChange(kept);
  };
  const typed = (): number => {
    const number = draft === null || draft.trim() === '' ? Number.NaN : Number(draft.replace(',', '.'));
    return Number.isFinite(number) ? number : value;
  };
  const key = (event: KeyboardEvent) => {
    const next = KEYS[event.key];
    if (next === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    set(next === undefined ? typed() : next(typed(), step, min, max));
  };
  return (
    <Field label={label} hint={hint} error={error} inline={inline ?? false}>
      {(links) => (
        <span className={css['stepper']}>
          <IconButton
            icon="minus"
            label={`Less: ${label}`}
            disabled={disabled || value <= min}
            onClick={() => set(typed() - step)}
          />
          <input
            {...links}
            className={css['input']}
            type="text"
            inputMode={step % 1 === 0 ? 'numeric' : 'decimal'}
            role="spinbutton"
            aria-valuenow={value}
            aria-valuemin={min}
            aria-valuemax={max}
            aria-valuetext={unit === undefined ? undefined : `${value} ${unit}`}
            autoComplete="off"
            disabled={disabled}
            value={draft ?? String(value)}
            onChange={(event) => setDraft(event.target.value)}
            onBlur={() => set(typed())}
            onFocus={(event) => event.target.select()}
            onKeyDown={key}
          />
          {unit === undefined ? null : (
            <span className={css['unit']} aria-hidden="true">
              {unit}
            </span>
          )}
          <IconButton
            icon="plus"
            label={`More: ${label}`}
            disabled={disabled || value >= max}
            onClick={() => set(typed() + step)}
          />
        </span>
      )}
    </Field>
  );
}
