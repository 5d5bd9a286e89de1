import { useId } from 'react';
import { MOCK_FORMATS, type MockFormat } from '#mock/settings.ts';
import { FORMATS } from './words.ts';
import css from './setup.module.css';

export interface FormatChoiceProps {
  readonly format: MockFormat;
  readonly onChange: (format: MockFormat) => void;
}

/** One of six ways to be asked: radio buttons, so that arrow keys choose. */
export function FormatChoice({ format, onChange }: FormatChoiceProps) {
  const name = useId();
  return (
    <fieldset>
      <legend className={css['legend']}>Format</legend>
      <div className={css['formats']}>
        {MOCK_FORMATS.map((each) => (
          <label key={each} className={css['format']}>
            <input
              type="radio"
              name={name}
              value={each}
              checked={each === format}
              onChange={() => onChange(each)}
              aria-describedby={`${name}-${each}`}
            />
            <span className={css['formatName']}>{FORMATS[each].name}</span>
            <span className={css['formatAbout']} id={`${name}-${each}`}>
              {FORMATS[each].about}
            </span>
          </label>
        ))}
      </div>
      <p className={css['chosenAbout']} aria-hidden="true">
        {FORMATS[format].about}
      </p>
    </fieldset>
  );
}
