import { cx } from './cx.ts';
import { Hidden } from './hidden.tsx';
import css from './meter.module.css';

export interface MeterProps {
  readonly label: string;
  /** 0 to `max`; `max` is 1 unless given. */
  readonly value: number;
  readonly max?: number;
  /** The value in words: "46 of 100 steps". */
  readonly text?: string;
  readonly thin?: boolean;
}

/** A share of a bar's length. */
export const percent = (value: number, max: number): string => `${Math.min(100, Math.max(0, (value / max) * 100))}%`;

/** How much of a whole is there, as a bar. */
export function Meter({ label, value, max = 1, text, thin = false }: MeterProps) {
  return (
    <div className={css['whole']}>
      <meter className={css['spoken']} aria-label={label} min={0} max={max} value={value} aria-valuetext={text} />
      <div className={cx(css['track'], thin && css['thin'])} aria-hidden="true">
        <div className={css['fill']} style={{ inlineSize: percent(value, max) }} />
      </div>
    </div>
  );
}

export interface RangeBarProps {
  /** The whole of it in words: "Ready 61 to 78% on the day". */
  readonly label: string;
  /** 0 to 1. */
  readonly low: number;
  readonly high: number;
  readonly median: number;
  /** A mark to reach. */
  readonly target?: number;
}

/** An estimate drawn as what it is: a range with its median. */
export function RangeBar({ label, low, high, median, target }: RangeBarProps) {
  return (
    <div className={css['range']}>
      <Hidden>{label}</Hidden>
      <div
        className={css['spread']}
        style={{ insetInlineStart: percent(low, 1), inlineSize: percent(high - low, 1) }}
      />
      {target === undefined ? null : <div className={css['target']} style={{ insetInlineStart: percent(target, 1) }} />}
      <div className={css['median']} style={{ insetInlineStart: percent(median, 1) }} />
    </div>
  );
}
