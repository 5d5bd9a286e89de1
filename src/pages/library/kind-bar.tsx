import type { ItemKind } from '#bank/item.ts';
import { Chip } from '#ui/chip.tsx';
import { KINDS } from './filters.ts';
import { kindName } from './words.ts';
import css from './page.module.css';

export interface KindBarProps {
  readonly kind: ItemKind | null;
  /** How many of each kind the other filters leave. */
  readonly counts: ReadonlyMap<ItemKind, number>;
  readonly onChange: (kind: ItemKind | null) => void;
}

/** What to list: all, or one kind. On a phone the row is pushed sideways. */
export function KindBar({ kind, counts, onChange }: KindBarProps) {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (
    <fieldset>
      <legend className={css['spoken']}>Kind</legend>
      <div className={css['kinds']}>
        <Chip selected={kind === null} onClick={() => onChange(null)}>
          All <Count of={all} />
        </Chip>
        {KINDS.map((each) => (
          <Chip key={each} selected={kind === each} onClick={() => onChange(each)}>
            {kindName(each)} <Count of={counts.get(each) ?? 0} />
          </Chip>
        ))}
      </div>
    </fieldset>
  );
}

/** A small number beside a choice. */
export function Count({ of }: { readonly of: number }) {
  return <span className={css['number']}>{of}</span>;
}
