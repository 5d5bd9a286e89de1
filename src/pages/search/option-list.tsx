/* oxlint-disable jsx-a11y/prefer-tag-over-role -- no element of HTML is a list whose options hold a title, marks and an excerpt */
import { memo, type MouseEvent, type Ref } from 'react';
import { useTopicNames, type TopicNames } from '#pages/parts/topic-names.ts';
import { HitLine } from './hit-line.tsx';
import { optionsOf, type OptionGroup, type SearchOption } from './options.ts';
import css from './search.module.css';
import type { Combobox } from './use-combobox.ts';

interface OptionListProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly groups: readonly OptionGroup[];
  readonly box: Combobox;
  readonly onChoose: (option: SearchOption) => void;
  /** The text that the options belong to. */
  readonly answers: string;
}

/** The list that the box controls: labelled groups of options. Focus stays in the box, which takes the keys. */
export function OptionList({ ref, groups, box, onChoose, answers }: OptionListProps) {
  const names = useTopicNames();
  const all = optionsOf(groups);
  const places = new Map(all.map((option, place) => [option, place]));
  const press = (event: MouseEvent): void => {
    const place = event.target instanceof Element ? event.target.closest('[role="option"]')?.id : undefined;
    const option = all.find((_, index) => box.optionId(index) === place);
    if (option) onChoose(option);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the box takes the keys and points here
    <div
      ref={ref}
      id={box.listId}
      role="listbox"
      aria-label="Results"
      data-answers={answers}
      className={css['list']}
      onMouseDown={(event) => event.preventDefault()}
      onClick={press}
    >
      {groups.map(({ id, title, count, options }) => (
        <div key={id} role="group" aria-labelledby={`${box.listId}-${id}`}>
          <div id={`${box.listId}-${id}`} role="presentation" className={css['groupTitle']}>
            {title}
            {count !== null && <span className={css['total']}>{count}</span>}
          </div>
          {options.map((option, place) => {
            const index = places.get(option) ?? -1;
            // By place: the next answer writes into the lines that are there, which costs half of making others.
            const selected = index === box.active;
            return <Option key={place} id={box.optionId(index)} option={option} selected={selected} names={names} />;
          })}
        </div>
      ))}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly option: SearchOption;
  readonly selected: boolean;
  readonly names: TopicNames | undefined;
}

/** Drawn again only when it changes: the list around it is, with the first options and again with all. */
const Option = memo(function Option({ id, option, selected, names }: OptionProps) {
  return (
    <div id={id} role="option" aria-selected={selected} className={option.kind === 'hit' ? css['hit'] : css['try']}>
      {option.kind === 'hit' ? <HitLine hit={option.hit} names={names} /> : option.words}
    </div>
  );
});
