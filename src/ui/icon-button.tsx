import type { ComponentPropsWithRef } from 'react';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import css from './icon-button.module.css';
import type { IconName } from './icon-paths.ts';

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children' | 'aria-label' | 'title'> {
  readonly icon: IconName;
  /** The accessible name, shown as a tooltip too. */
  readonly label: string;
  /** For a button that stays down: flagged, bookmarked. */
  readonly pressed?: boolean;
}

/** The classes of an icon button, for a router's link that must look like one. */
export const iconButtonClass = css['button'] ?? '';

export function IconButton({ icon, label, pressed, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={cx(iconButtonClass, className)}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
    >
      <Icon name={icon} />
    </button>
  );
}
