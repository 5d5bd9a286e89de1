import type { ReactNode } from 'react';
import css from './hidden.module.css';

/** Words for a screen reader only. */
export function Hidden({ children, id }: { readonly children: ReactNode; readonly id?: string }) {
  return (
    <span className={css['hidden']} id={id}>
      {children}
    </span>
  );
}
