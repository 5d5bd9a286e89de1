import type { ReactNode } from 'react';
import css from './chip.module.css';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

export interface ChipProps {
  readonly children: ReactNode;
  readonly icon?: IconName;
  /** With `onClick` it is a button that stays down. */
  readonly selected?: boolean;
  readonly onClick?: () => void;
}

/** A small label; a filter when it can be pressed. */
export function Chip({ children, icon, selected, onClick }: ChipProps) {
  const inside = (
    <>
      {selected === true ? <Icon name="check" size="sm" /> : icon === undefined ? null : <Icon name={icon} size="sm" />}
      {children}
    </>
  );
  if (onClick === undefined) return <span className={css['chip']}>{inside}</span>;
  return (
    <button
      type="button"
      className={cx(css['chip'], css['button'], selected === true && css['selected'])}
      aria-pressed={selected}
      onClick={onClick}
    >
      {inside}
    </button>
  );
}

/** `<RemovableChip onRemove={…} name="webhooks">webhooks</RemovableChip>`: a filter in force, with a way to lift it. */
export function RemovableChip(props: {
  readonly name: string;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}) {
  return (
    <span className={cx(css['chip'], css['selected'], css['removable'])}>
      {props.children}
      <button type="button" className={css['remove']} aria-label={`Remove ${props.name}`} onClick={props.onRemove}>
        <Icon name="close" size="sm" />
      </button>
    </span>
  );
}

/** A key on the keyboard: `<Kbd>Space</Kbd>`. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return <kbd className={css['kbd']}>{children}</kbd>;
}
