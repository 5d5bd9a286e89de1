import { memo } from 'react';
import { TIERS } from '#bank/tier.ts';
import { KINDS } from '#pages/library/filters.ts';
import { kindName } from '#pages/library/words.ts';
import { filterWord } from '#search/filters.ts';
import { parseQuery } from '#search/query.ts';
import { Chip } from '#ui/chip.tsx';
import css from './search.module.css';

const CHIPS: readonly { readonly word: string; readonly name: string }[] = [
  ...KINDS.map((kind) => ({ word: filterWord('kind', kind), name: kindName(kind) })),
  { word: filterWord('is', 'due'), name: 'Due' },
  { word: filterWord('is', 'flagged'), name: 'Flagged' },
  ...TIERS.map((tier) => ({ word: filterWord('tier', tier), name: tier })),
];

const valuesIn = (text: string): readonly string[] => Object.values(parseQuery(text).filters).flat();

const FILTERS = CHIPS.map((chip) => ({ ...chip, values: valuesIn(chip.word) }));

/** The chips that are down, as one text: those that the query says, in their words or others (`kind:errors`, "junior"). */
export function chosenFilters(text: string): string {
  const said = new Set(valuesIn(text));
  return FILTERS.filter(({ values }) => values.every((value) => said.has(value)))
    .map(({ word }) => word)
    .join(' ');
}

interface FilterChipsProps {
  /** As `chosenFilters` says. */
  readonly chosen: string;
  readonly onToggle: (word: string) => void;
}

/** Filters as chips: each puts its word into the text, or takes it out. Drawn again only when one of them changes. */
export const FilterChips = memo(function FilterChips({ chosen, onToggle }: FilterChipsProps) {
  const words = new Set(chosen.split(' '));
  return (
    <fieldset className={css['chips']}>
      <legend className={css['legend']}>Filters</legend>
      {FILTERS.map(({ word, name }) => (
        <Chip key={word} selected={words.has(word)} onClick={() => onToggle(word)}>
          {name}
        </Chip>
      ))}
    </fieldset>
  );
});
