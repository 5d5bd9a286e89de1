import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './meter.module.css';
import { percent } from './meter.tsx';

export interface ProgressBarProps {
  readonly label: string;
  /** Without a value the length is not known yet. */
  readonly value?: number;
  readonly max?: number;
  /** "2 of 7 packs". */
  readonly text?: string;
  /** A button that stops it. */
  readonly cancel?: ReactNode;
}

/** Work under way. The bar's name is its label; numbers beside it for the eye. */
export function ProgressBar({ label, value, max = 1, text, cancel }: ProgressBarProps) {
  return (
    <div className={css['progress']}>
      <div className={css['words']}>
        <span>{label}</span>
        {text === undefined ? null : <span className={css['text']}>{text}</span>}
      </div>
      <progress className={css['spoken']} aria-label={label} max={max} value={value} aria-valuetext={text} />
      <div className={cx(css['track'], value === undefined && css['unknown'])} aria-hidden="true">
        <div className={css['fill']} style={value === undefined ? {} : { inlineSize: percent(value, max) }} />
      </div>
      {cancel === undefined ? null : <div className={css['cancel']}>{cancel}</div>}
    </div>
  );
}
