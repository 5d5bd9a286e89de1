import type { ReactNode } from 'react';
import { Disclosure } from '#ui/disclosure.tsx';
import css from './page.module.css';

export interface SectionProps {
  readonly title: string;
  /** A count beside the title. */
  readonly note?: string;
  /** Whether it is open to begin with. */
  readonly open: boolean;
  readonly children: ReactNode;
}

/** A part of an item under its heading, which folds it. */
export function Section({ title, note, open, children }: SectionProps) {
  return (
    <Disclosure summary={<h2 className={css['heading']}>{title}</h2>} note={note} open={open}>
      {children}
    </Disclosure>
  );
}
