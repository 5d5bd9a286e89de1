import { notStored } from '#pages/parts/not-stored.ts';
import { Button } from '#ui/button.tsx';
import css from './run.module.css';

/** A step that is not stored yet: it is kept in memory, and can be tried again. */
export function StoreTrouble({ why, onAgain }: { readonly why: 'full' | 'broken'; readonly onAgain: () => void }) {
  return (
    <div className={css['trouble']} role="alert">
      <p>{notStored(why === 'full')} This page still holds the mock: leave it open.</p>
      <Button onClick={onAgain}>Try again</Button>
    </div>
  );
}
