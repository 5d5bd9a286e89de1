import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './prose.module.css';

export interface ProseProps {
  /** said: the spoken answer, in the serif and a little larger; body: the layers below it. */
  readonly variant?: 'said' | 'body';
  readonly className?: string;
  readonly children: ReactNode;
}

/** Running text and the blocks between its paragraphs, spaced for reading. */
export function Prose({ variant = 'body', className, children }: ProseProps) {
  return <div className={cx(css['prose'], css[variant], className)}>{children}</div>;
}
