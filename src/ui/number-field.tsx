import { type KeyboardEvent, useState } from 'react';
import { Field, type FieldWords } from './field.tsx';
import css from './field.module.css';
import { IconButton } from './icon-button.tsx';

export interface NumberFieldProps extends Omit<FieldWords, 'note' | 'error'> {
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** After the number: "cards a day". */
  readonly unit?: string;
  readonly disabled?: boolean;
}

/** By how many steps a key moves the number. */
const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/** Decimals of the step, so that 0.1 + 0.2 shows as 0.3. */
function tidy(value: number, step: number): number {
  const decimals = String(step).split('.')[1]?.length ?? 0;
  return Number(value.toFixed(decimals));
}

/** `1,000`, `1.000`, `1 000`: a whole number as it is written somewhere. */
const GROUPED = /^\d{1,3}(?:[.,'’\s]\d{3})+$/u;

/** The number that somebody wrote, or null. Whole where the step is. */
function numberIn(text: string, step: number): number | null {
  const plain = text.trim();
  if (step % 1 !== 0) return /^-?\d+(?:[.,]\d+)?$/u.test(plain) ? Number(plain.replace(',', '.')) : null;
  if (GROUPED.test(plain)) return Number(plain.replaceAll(/\D/gu, ''));
  return /^-?\d+$/u.test(plain) ? Number(plain) : null;
}

const grouped = new Intl.NumberFormat('en-GB');

/** What was typed and not taken yet; `judged` once it was to be taken and did not fit. */
interface Draft {
  readonly text: string;
  readonly judged: boolean;
}

/** The number in a field: what is typed stays until it fits, and only what fits is handed on. */
function useNumber({ value, onChange, min, max, step = 1 }: NumberFieldProps) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const typed = draft === null ? value : numberIn(draft.text, step);
  const fitting = typed !== null && typed >= min && typed <= max ? typed : null;
  const set = (next: number): void => {
    setDraft(null);
    const kept = tidy(Math.min(max, Math.max(min, next)), step);
    if (kept !== value) onChange(kept);
  };
  return {
    text: draft?.text ?? String(value),
    faulty: draft?.judged === true && fitting === null,
    type: (text: string) => setDraft({ text, judged: draft?.judged ?? false }),
    /** Takes what is typed, or says that it does not fit. */
    take: () => (fitting === null ? setDraft(draft && { ...draft, judged: true }) : set(fitting)),
    forget: () => setDraft(null),
    move: (next: (value: number) => number) => set(next(fitting ?? value)),
  };
}

/**
 * A number with a stepper. What is typed counts when the field is left or Enter is pressed, if it is a number from `min` to
 * `max`; if not it stays as it was typed, with a word on what would fit. Escape brings back the number that holds.
 */
export function NumberField(props: NumberFieldProps) {
  const { label, hint, inline = false, value, min, max, step = 1, unit, disabled = false } = props;
  const { text, faulty, type, take, forget, move } = useNumber(props);
  const range = `${grouped.format(min)} to ${grouped.format(max)}`;
  const whole = step % 1 === 0 ? 'whole ' : '';
  const fault = `Write a ${whole}number from ${range}. Until then it stays at ${grouped.format(value)}.`;
  const key = (event: KeyboardEvent): void => {
    const next = STEPS[event.key];
    if (next !== undefined) move((from) => from + next * step);
    else if (event.key === 'Enter') take();
    else if (event.key === 'Escape' && faulty) forget();
    else return;
    event.preventDefault();
  };
  return (
    <Field label={label} hint={hint} note={range} error={faulty ? fault : undefined} inline={inline}>
      {(links) => (
        <span className={css['stepper']}>
          <IconButton
            icon="minus"
            label={`Less: ${label}`}
            disabled={disabled || value <= min}
            onClick={() => move((from) => from - step)}
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
            value={text}
            onChange={(event) => type(event.target.value)}
            onBlur={take}
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
            onClick={() => move((from) => from + step)}
          />
        </span>
      )}
    </Field>
  );
}
