import type { ComponentPropsWithRef, ReactNode } from 'react';
import css from './card.module.css';
import { cx } from './cx.ts';

export interface CardProps extends Omit<ComponentPropsWithRef<'section'>, 'title'> {
  /** lamp: light falls on it from above; one a page, for what matters now. */
  readonly variant?: 'plain' | 'lamp';
  /** A heading, which also names the section. */
  readonly title?: ReactNode;
  /** Small words above the title. */
  readonly kicker?: ReactNode;
  /** Beside the title: "20 days". */
  readonly aside?: ReactNode;
  readonly level?: 2 | 3;
}

export function Card({ variant = 'plain', title, kicker, aside, level = 2, className, children, ...rest }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section {...rest} className={cx(css['card'], variant === 'lamp' && css['lamp'], className)}>
      {kicker === undefined ? null : <p className={css['kicker']}>{kicker}</p>}
      {title === undefined ? null : (
        <div className={css['head']}>
          <Heading className={css['title']}>{title}</Heading>
          {aside === undefined ? null : <span className={css['aside']}>{aside}</span>}
        </div>
      )}
      {children}
    </section>
  );
}

/** Small words above a title or over a group. */
export function Kicker({ children }: { readonly children: ReactNode }) {
  return <p className={css['kicker']}>{children}</p>;
}

/** A line of secondary words. */
export function Muted({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return <p className={cx(css['muted'], className)}>{children}</p>;
}
