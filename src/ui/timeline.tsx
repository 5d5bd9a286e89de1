import { type ReactNode, useId } from 'react';
import { Hidden } from './hidden.tsx';
import css from './timeline.module.css';

export interface TimelineRow {
  readonly at: string;
  readonly who: string;
  readonly what: ReactNode;
  /** The state that results. */
  readonly state?: ReactNode;
}

export interface TimelineProps {
  readonly title: ReactNode;
  readonly rows: readonly TimelineRow[];
}

/** What happens when, as a list along a line. */
export function Timeline({ title, rows }: TimelineProps) {
  const id = useId();
  return (
    <figure className={css['timeline']} aria-labelledby={id}>
      <figcaption className={css['title']} id={id}>
        {title}
      </figcaption>
      <ol className={css['list']}>
        {rows.map((row, index) => (
          <li key={index} className={css['row']}>
            <span className={css['at']}>{row.at}</span>
            <span className={css['body']}>
              <span className={css['who']}>{row.who}</span>
              <Hidden>: </Hidden>
              <span className={css['what']}>{row.what}</span>
              {row.state === undefined ? null : (
                <>
                  <Hidden>. State: </Hidden>
                  <span className={css['state']}>{row.state}</span>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
