import { TIERS } from '#bank/tier.ts';
import { KINDS } from '#pages/library/filters.ts';
import { kindName } from '#pages/library/words.ts';
import { filterWord, toggleFilter } from '#search/query.ts';
import { Chip } from '#ui/chip.tsx';
import css from './search.module.css';

const FILTERS: readonly { readonly word: string; readonly name: string }[] = [
  ...KINDS.map((kind) => ({ word: filterWord('kind', kind), name: kindName(kind) })),
  { word: filterWord('is', 'due'), name: 'Due' },
  { word: filterWord('is', 'flagged'), name: 'Flagged' },
  ...TIERS.map((tier) => ({ word: filterWord('tier', tier), name: tier })),
];

/** Filters as chips: each puts its word into the text, or takes it out. */
export function FilterChips(props: { readonly text: string; readonly onText: (text: string) => void }) {
  const words = new Set(props.text.toLowerCase().split(/\s+/u));
  return (
    <fieldset className={css['chips']}>
      <legend className={css['legend']}>Filters</legend>
      {FILTERS.map(({ word, name }) => (
        <Chip key={word} selected={words.has(word)} onClick={() => props.onText(toggleFilter(props.text, word))}>
          {name}
        </Chip>
      ))}
    </fieldset>
  );
}
