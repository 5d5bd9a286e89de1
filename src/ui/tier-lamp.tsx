import { useId } from 'react';
import { cx } from './cx.ts';
import { Hidden } from './hidden.tsx';
import css from './tier-lamp.module.css';

export type Rung = 1 | 2 | 3 | 4;

export interface TierLampProps {
  /** How full it is, in quarters. */
  readonly rung: Rung;
  /** The tier's name: shown beside the lamp, or spoken only. */
  readonly word: string;
  readonly showWord?: boolean;
}

const GLASS = 'M5 4C2 6.6 2 10.2 5 12.8h6c3-2.6 3-6.2 0-8.8z';
/** Top and height of the inside of the glass, in the units of the drawing. */
const TOP = 4;
const HEIGHT = 8.8;

/** `<TierLamp rung={2} word="mid" showWord />`: a lantern that fills with the tier. */
export function TierLamp({ rung, word, showWord = false }: TierLampProps) {
  const id = useId();
  const oil = (HEIGHT * rung) / 4;
  return (
    <span className={css['tier']}>
      <svg
        viewBox="0 0 16 16"
        className={cx(css['lamp'], rung === 4 && css['full'])}
        aria-hidden="true"
        focusable="false"
      >
        <clipPath id={id}>
          <path d={GLASS} />
        </clipPath>
        <rect className={css['oil']} x="1" width="14" y={TOP + HEIGHT - oil} height={oil} clipPath={`url(#${id})`} />
        <path className={css['glass']} d={`${GLASS}M4.2 15h7.6M6 3.8V2.9a2 2 0 0 1 4 0v.9`} />
      </svg>
      {showWord ? <span>{word}</span> : <Hidden>{word}</Hidden>}
    </span>
  );
}
