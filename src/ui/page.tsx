import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './page.module.css';

export interface PageHeaderProps {
  readonly title: ReactNode;
  /** The line above the title: a date, a way back. */
  readonly line?: ReactNode;
  /** Icon buttons at the end of that line: search on a phone. */
  readonly actions?: ReactNode;
  /** A sentence under the title. */
  readonly lead?: ReactNode;
}

export function PageHeader({ title, line, actions, lead }: PageHeaderProps) {
  return (
    <header className={css['header']}>
      {line === undefined && actions === undefined ? null : (
        <div className={css['top']}>
          <div className={css['line']}>{line}</div>
          {actions === undefined ? null : <div className={css['actions']}>{actions}</div>}
        </div>
      )}
      <h1 className={css['title']}>{title}</h1>
      {lead === undefined ? null : <p className={css['lead']}>{lead}</p>}
    </header>
  );
}

/** Shown only while the bottom bar is: what the rail offers on wider screens. */
export function PhoneOnly({ children }: { readonly children: ReactNode }) {
  return <div className={css['phone']}>{children}</div>;
}

export interface PageProps {
  /** reading: one column of prose; wide: as much as there is, up to two columns; full: the whole width. */
  readonly width?: 'reading' | 'wide' | 'full';
  readonly className?: string;
  readonly children: ReactNode;
}

/** The padding and the widths of a page. */
export function Page({ width = 'reading', className, children }: PageProps) {
  return <div className={cx(css['page'], css[width], className)}>{children}</div>;
}

/** Children under one another, with a gap on the grid. */
export function Stack({ gap = 4, children }: { readonly gap?: 2 | 3 | 4 | 6 | 8; readonly children: ReactNode }) {
  return <div className={cx(css['stack'], css[`gap${gap}`])}>{children}</div>;
}

/** Children side by side, wrapping. */
export function Row({ end = false, children }: { readonly end?: boolean; readonly children: ReactNode }) {
  return <div className={cx(css['row'], end && css['end'])}>{children}</div>;
}
