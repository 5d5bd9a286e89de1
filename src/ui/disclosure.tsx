import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './disclosure.module.css';
import { Icon } from './icon.tsx';

export interface DisclosureProps {
  readonly summary: ReactNode;
  /** Small words at the end of the line: a count, a length. */
  readonly note?: ReactNode;
  readonly open?: boolean;
  /** It was opened or closed, but not for paper alone (`data-on-paper`). */
  readonly onToggle?: (open: boolean) => void;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A fold: a line that opens what lies below it. Folds in a row share their rules. */
export function Disclosure({ summary, note, open, onToggle, className, children }: DisclosureProps) {
  return (
    <details
      className={cx(css['fold'], className)}
      open={open}
      onToggle={({ currentTarget }) => {
        if (!('onPaper' in currentTarget.dataset)) onToggle?.(currentTarget.open);
      }}
    >
      <summary className={css['line']}>
        <span className={css['words']}>{summary}</span>
        {note === undefined ? null : <span className={css['note']}>{note}</span>}
        <Icon name="chevron" className={css['chevron']} />
      </summary>
      <div className={css['inside']}>{children}</div>
    </details>
  );
}
