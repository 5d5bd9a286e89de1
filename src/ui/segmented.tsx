import { useId } from 'react';
import css from './segmented.module.css';

export interface SegmentedProps<V extends string> {
  readonly label: string;
  /** The label is for the eye too. */
  readonly showLabel?: boolean;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly block?: boolean;
}

/** One of a few, all in sight: radio buttons drawn as one control, with the arrow keys that radio buttons have. */
export function Segmented<V extends string>(props: SegmentedProps<V>) {
  const { label, showLabel = false, options, value, onChange, block = false } = props;
  const name = useId();
  return (
    <fieldset className={css['group']}>
      <legend className={showLabel ? css['legend'] : css['hidden']}>{label}</legend>
      <div className={css['track']} data-block={block}>
        {options.map((option) => (
          <label key={option.value} className={css['option']}>
            <input
              type="radio"
              className={css['input']}
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className={css['face']}>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
