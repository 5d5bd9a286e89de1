import { Icon } from '#ui/icon.tsx';
import css from './fault-line.module.css';

/** What is wrong with several fields together; a refused form leads to it. Nothing where nothing is wrong. */
export function FaultLine({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p className={css['fault']} role="alert" tabIndex={-1}>
      <Icon name="warning" /> {text}
    </p>
  );
}
