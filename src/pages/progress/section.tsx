import { useState, type ReactNode } from 'react';
import { Disclosure } from '#ui/disclosure.tsx';
import { keepOpenSection, type SectionId } from './open-sections.ts';
import css from './progress.module.css';

export interface SectionProps {
  readonly id: SectionId;
  readonly title: string;
  /** What it comes to, which stands there when it is closed too. */
  readonly gist: string;
  /** How it begins. */
  readonly opened: boolean;
  readonly children: ReactNode;
}

/** A part of Progress: its gist in a line, its charts when it is opened. The address `#id` opens it. */
export function Section({ id, title, gist, opened, children }: SectionProps) {
  const [open, setOpen] = useState(opened);
  const toggle = (now: boolean): void => {
    if (now === open) return;
    setOpen(now);
    void keepOpenSection(id, now);
  };
  const summary = (
    <>
      <h2 className={css['heading']}>{title}</h2>
      <span className={css['gist']}>{gist}</span>
    </>
  );
  return (
    <section id={id} aria-label={title} className={css['section']}>
      <Disclosure summary={summary} open={open} onToggle={toggle}>
        {children}
      </Disclosure>
    </section>
  );
}
