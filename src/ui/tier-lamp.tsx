import { cx } from './cx.ts';
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

/** The part of the glass below a quarter, a half, three quarters of its height, and all of it. A clip would cost each lamp a mask of its own. */
const OIL: Readonly<Record<Rung, string>> = {
  1: 'M3.27 10.6C3.64 11.38 4.22 12.12 5 12.8h6C11.78 12.12 12.36 11.38 12.73 10.6z',
  2: 'M2.75 8.4C2.75 9.95 3.5 11.5 5 12.8h6C12.5 11.5 13.25 9.95 13.25 8.4z',
  3: 'M3.27 6.2C2.2 8.41 2.78 10.88 5 12.8h6C13.22 10.88 13.8 8.41 12.73 6.2z',
  4: GLASS,
};

/** `<TierLamp rung={2} word="mid" showWord />`: a lantern that fills with the tier. */
export function TierLamp({ rung, word, showWord = false }: TierLampProps) {
  return (
    <span className={css['tier']}>
      <svg
        viewBox="0 0 16 16"
        className={cx(css['lamp'], rung === 4 && css['full'])}
        focusable="false"
        {...(showWord ? { 'aria-hidden': true } : { role: 'img', 'aria-label': word })}
      >
        <path className={css['oil']} d={OIL[rung]} />
        <path className={css['glass']} d={`${GLASS}M4.2 15h7.6M6 3.8V2.9a2 2 0 0 1 4 0v.9`} />
      </svg>
      {showWord && <span>{word}</span>}
    </span>
  );
}
