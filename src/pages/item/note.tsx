import { Button } from '#ui/button.tsx';
import css from './page.module.css';

/** The person's own words, after what the bank says first. */
export function Note({ text, onEdit }: { readonly text: string; readonly onEdit: () => void }) {
  return (
    <section className={css['note']} aria-labelledby="note">
      <div className={css['noteHead']}>
        <h2 id="note" className={css['heading']}>
          Your note
        </h2>
        <Button variant="plain" onClick={onEdit}>
          Edit note
        </Button>
      </div>
      <p className={css['noteText']}>{text}</p>
    </section>
  );
}
