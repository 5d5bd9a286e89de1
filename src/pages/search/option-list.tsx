/* oxlint-disable jsx-a11y/prefer-tag-over-role -- no element of HTML is a list whose options hold a title, marks and an excerpt */
import type { Combobox } from './use-combobox.ts';
import type { OptionGroup, SearchOption } from './options.ts';
import { HitLine } from './hit-line.tsx';
import css from './search.module.css';

interface OptionListProps {
  readonly groups: readonly OptionGroup[];
  readonly box: Combobox;
  readonly onChoose: (option: SearchOption) => void;
}

/** The list that the box controls: labelled groups of options. Focus stays in the box. */
export function OptionList({ groups, box, onChoose }: OptionListProps) {
  const firsts = groups.map((_, at) => groups.slice(0, at).reduce((sum, { options }) => sum + options.length, 0));
  return (
    <div id={box.listId} role="listbox" aria-label="Results" className={css['list']}>
      {groups.map(({ id, title, count: total, options }, at) => (
        <div key={id} role="group" aria-labelledby={`${box.listId}-${id}`} className={css['group']}>
          <div id={`${box.listId}-${id}`} role="presentation" className={css['groupTitle']}>
            {title}
            {total !== null && <span className={css['total']}>{total}</span>}
          </div>
          {options.map((option, place) => {
            const index = (firsts[at] ?? 0) + place;
            const key = option.kind === 'hit' ? option.hit.entry.id : option.words;
            return (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the box takes the keys and points here
              <div
                key={key}
                id={box.optionId(index)}
                role="option"
                aria-selected={index === box.active}
                className={option.kind === 'hit' ? css['hit'] : css['try']}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChoose(option)}
              >
                {option.kind === 'hit' ? <HitLine hit={option.hit} /> : option.words}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
