import { useId } from 'react';
import type { Settings } from '#review/settings.ts';
import css from './theme-picker.module.css';

type Theme = Settings['theme'];

const THEMES: readonly { readonly theme: Theme; readonly label: string }[] = [
  { theme: 'system', label: 'System' },
  { theme: 'ink', label: 'Ink' },
  { theme: 'paper', label: 'Paper' },
  { theme: 'contrast-dark', label: 'High contrast, dark' },
  { theme: 'contrast-light', label: 'High contrast, light' },
];

export interface ThemePickerProps {
  readonly value: Theme;
  /** A sentence on the chosen one. */
  readonly hint: string;
  readonly onChange: (theme: Theme) => void;
}

/** One theme of five, each shown in its own colours. */
export function ThemePicker({ value, hint, onChange }: ThemePickerProps) {
  const name = useId();
  return (
    <fieldset aria-describedby={`${name}-hint`}>
      <legend className={css['legend']}>Theme</legend>
      <div className={css['themes']}>
        {THEMES.map(({ theme, label }) => (
          <label key={theme} className={css['theme']}>
            <input
              type="radio"
              className={css['input']}
              name={name}
              value={theme}
              checked={theme === value}
              onChange={() => onChange(theme)}
            />
            <Preview theme={theme} />
            <span className={css['label']}>{label}</span>
          </label>
        ))}
      </div>
      <p className={css['hint']} id={`${name}-hint`}>
        {hint}
      </p>
    </fieldset>
  );
}

/** A page in small: a heading, a line, the lamp's button. The system's theme is half and half. */
function Preview({ theme }: { readonly theme: Theme }) {
  const halves = theme === 'system' ? (['paper', 'ink'] as const) : ([theme] as const);
  return (
    <span className={css['frame']} aria-hidden="true">
      {halves.map((half) => (
        <span key={half} className={css['picture']} data-preview={half}>
          <span className={css['heading']}>Aa</span>
          <span className={css['line']} />
          <span className={css['button']} />
        </span>
      ))}
    </span>
  );
}
