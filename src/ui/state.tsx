import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import css from './state.module.css';

export interface EmptyStateProps {
  readonly title: string;
  /** What to do next, in a sentence. */
  readonly children: ReactNode;
  readonly icon?: IconName;
  readonly actions?: ReactNode;
  readonly level?: 1 | 2 | 3;
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ title, children, icon = 'lamp', actions, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={css['state']}>
      <span className={css['drawing']}>
        <Icon name={icon} />
      </span>
      <Heading className={css['title']}>{title}</Heading>
      <div className={css['words']}>{children}</div>
      {actions === undefined ? null : <div className={css['actions']}>{actions}</div>}
    </div>
  );
}

export interface ErrorStateProps {
  /** What happened, in plain words. */
  readonly title: string;
  /** What was not lost: "Your reviews are stored on this device." */
  readonly safe: ReactNode;
  /** What to do. */
  readonly remedy: ReactNode;
  readonly actions?: ReactNode;
  /** For a report: the message of the fault, folded away. */
  readonly detail?: string;
  readonly level?: 1 | 2 | 3;
}

/** Something went wrong: what happened, that nothing was lost, what to do. It is read out when it appears. */
export function ErrorState({ title, safe, remedy, actions, detail, level = 2 }: ErrorStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={cx(css['state'], css['error'])} role="alert">
      <span className={css['drawing']}>
        <Icon name="warning" />
      </span>
      <Heading className={css['title']}>{title}</Heading>
      <div className={css['words']}>
        <p className={css['safe']}>
          <Icon name="check" size="sm" />
          <span>{safe}</span>
        </p>
        <p>{remedy}</p>
      </div>
      {actions === undefined ? null : <div className={css['actions']}>{actions}</div>}
      {detail === undefined ? null : (
        <details className={css['detail']}>
          <summary>Details</summary>
          <pre>{detail}</pre>
        </details>
      )}
    </div>
  );
}
