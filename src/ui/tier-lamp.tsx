import { cx } from './cx.ts';
import { Hidden } from './hidden.tsx';
import css from './tier-lamp.module.css';

export type Rung = 1 | 2 | 3 | 4;

/** The oil in the glass, by rung: a quarter, a half, three quarters, full. */
const OIL: Readonly<Record<Rung, string>> = {
  1: 'M3.5 11.9h9v1.2a1.4 1.4 0 0 1-1.4 1.4H4.9a1.4 1.4 0 0 1-1.4-1.4z',
  2: 'M3.5 9.7h9v3.4a1.4 1.4 0 0 1-1.4 1.4H4.9a1.4 1.4 0 0 1-1.4-1.4z',
  3: 'M3.5 7.3h9v5.8a1.4 1.4 0 0 1-1.4 1.4H4.9a1.4 1.4 0 0 1-1.4-1.4z',
  4: 'M4.8 4.7h6.4l1.3 2.6v5.8a1.4 1.4 0 0 1-1.4 1.4H4.9a1.4 1.4 0 0 1-1.4-1.4V7.3z',
};

export interface TierLampProps {
  /** How full it is, in quarters. */
  readonly rung: Rung;
  /** The tier's name: shown beside the lamp, or spoken only. */
  readonly word: string;
  readonly showWord?: boolean;
}

/** `<TierLamp rung={2} word="mid" showWord />`: a lantern that fills with the tier. */
export function TierLamp({ rung, word, showWord = false }: TierLampProps) {
  return (
    <span className={css['tier']}>
      <svg viewBox="0 0 16 16" className={cx(css['lamp'], css[`rung${rung}`])} aria-hidden="true" focusable="false">
        <path className={css['oil']} d={OIL[rung]} />
        <path
          className={css['glass']}
          d="M4.8 4.7h6.4l1.3 2.6v5.8a1.4 1.4 0 0 1-1.4 1.4H4.9a1.4 1.4 0 0 1-1.4-1.4V7.3zM5.7 4.4V3.7a2.3 2.3 0 0 1 4.6 0v.7"
        />
      </svg>
      {showWord ? <span>{word}</span> : <Hidden>{word}</Hidden>}
    </span>
  );
}
