import { cx } from './cx.ts';
import css from './icon.module.css';
import { DOTTED, FILLED, ICON_PATHS, type IconName } from './icon-paths.ts';

export interface IconProps {
  readonly name: IconName;
  /** Side in em of the text around it; 1.25 by default. */
  readonly size?: 'sm' | 'md' | 'lg';
  /** Only where the icon stands alone and is no button; otherwise the words beside it speak. */
  readonly label?: string;
  readonly className?: string | undefined;
}

/** A drawing that takes the colour and the size of the text around it. */
export function Icon({ name, size = 'md', label, className }: IconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={cx(css['icon'], css[size], className)}
      fill={FILLED.has(name) ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={DOTTED.has(name) ? 2.75 : 1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
