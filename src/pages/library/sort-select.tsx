import { Select } from '#ui/text-field.tsx';
import { SORTS, type Sort } from './filters.ts';

const SHELVES = 'shelves';

const WORDS: Readonly<Record<Sort | typeof SHELVES, string>> = {
  shelves: 'By topic',
  title: 'By title',
  tier: 'Easiest tier first',
  weakest: 'Weakest first',
  seen: 'Last seen first',
  learnt: 'Newest to you first',
};

/** In which order the lines stand. */
export function SortSelect({
  sort,
  onChange,
}: {
  readonly sort: Sort | null;
  readonly onChange: (sort: Sort | null) => void;
}) {
  return (
    <Select
      label="Order"
      value={sort ?? SHELVES}
      options={([SHELVES, ...SORTS] as const).map((value) => ({ value, label: WORDS[value] }))}
      onChange={(value) => onChange(value === SHELVES ? null : value)}
    />
  );
}
