import { useId, type ReactNode } from 'react';
import css from './settings.module.css';

export interface SectionProps {
  readonly title: string;
  /** One sentence beside the title. */
  readonly lead: string;
  readonly children: ReactNode;
}

/** A part of the page: its name and what it is about, and beside them, or below on a phone, its cards. */
export function Section({ title, lead, children }: SectionProps) {
  const id = useId();
  return (
    <section className={css['section']} aria-labelledby={id}>
      <div className={css['intro']}>
        <h2 id={id}>{title}</h2>
        <p className={css['lead']}>{lead}</p>
      </div>
      <div className={css['cards']}>{children}</div>
    </section>
  );
}

/** Settings under one another, with rules between them. */
export function Rows({ children }: { readonly children: ReactNode }) {
  return <div className={css['rows']}>{children}</div>;
}
