import { Link } from 'react-router';
import { Line } from '#pages/parts/line.tsx';
import { NothingHere } from '#pages/parts/nothing-here.tsx';
import { useTitle } from '#pages/parts/use-title.ts';
import css from './page.module.css';
import type { FoundItem, ItemView } from './read-view.ts';

/** Nothing is there under this id, or no longer: what became of it, and where to go. */
export function Missing({ view }: { readonly view: Exclude<ItemView, FoundItem> }) {
  const title = view.kind === 'retired' ? 'This one has left the bank' : 'Nothing in the bank has this name';
  useTitle(title);
  return (
    <NothingHere title={title}>
      {view.kind === 'retired' ? <Successor view={view} /> : <Unknown practised={view.practised} />}
      {view.note !== '' && (
        <section aria-label="Your note">
          <p>Your note of it:</p>
          <p className={css['noteText']}>{view.note}</p>
        </section>
      )}
    </NothingHere>
  );
}

function Successor({ view }: { readonly view: Extract<ItemView, { kind: 'retired' }> }) {
  const { successor } = view;
  if (!successor) return <p>Nothing has taken its place. What you reviewed of it is kept.</p>;
  return (
    <p>
      In its place there is{' '}
      <Link to={successor.type === 'path' ? `/paths/${successor.id}` : `/q/${successor.id}`}>
        <Line text={successor.title} />
      </Link>
      . What you reviewed of the old one is kept.
    </p>
  );
}

function Unknown({ practised }: { readonly practised: boolean }) {
  return practised ? (
    <p>It was here once, and your history of it is kept; the bank on this device no longer has it.</p>
  ) : (
    <p>The link may be old or mistyped, or belong to a pack that is not on this device.</p>
  );
}
