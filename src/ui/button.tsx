import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react';
import css from './button.module.css';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

export type ButtonVariant = 'primary' | 'quiet' | 'danger' | 'plain';

export interface ButtonLook {
  /** primary: the one thing to do here; quiet: the rest; danger: cannot be taken back; plain: text alone. */
  readonly variant?: ButtonVariant;
  readonly size?: 'md' | 'lg';
  /** As wide as its container. */
  readonly block?: boolean;
}

export interface ButtonProps extends ButtonLook, Omit<ComponentPropsWithRef<'button'>, 'children'> {
  readonly icon?: IconName;
  /** At work: keeps focus, name and width, and takes no press. */
  readonly busy?: boolean;
  readonly children: ReactNode;
}

/** The classes of a button, for a router's link that must look like one. */
export function buttonClass({ variant = 'quiet', size = 'md', block = false }: ButtonLook): string {
  return cx(css['button'], css[variant], css[size], block && css['block']);
}

export function Button(props: ButtonProps) {
  const { variant, size, block, icon, busy = false, children, className, onClick, type = 'button', ...rest } = props;
  const look: ButtonLook = {
    ...(variant === undefined ? {} : { variant }),
    ...(size === undefined ? {} : { size }),
    ...(block === undefined ? {} : { block }),
  };
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      className={cx(buttonClass(look), className)}
      onClick={press}
      {...(busy ? { 'aria-busy': true, 'aria-disabled': true } : {})}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span className={css['label']}>{children}</span>
    </button>
  );
}
