import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import type { IconName } from './icon-paths.ts';
import css from './menu.module.css';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly onSelect: () => void;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  /** A key that does the same: "F". */
  readonly shortcut?: string;
}

export interface MenuProps {
  /** The button's name. */
  readonly label: string;
  /** The button's drawing; with `words` the label is written beside it. */
  readonly icon?: IconName;
  readonly words?: boolean;
  readonly items: readonly MenuItem[];
}

/** The item that a key leads to from `at` (-1: none), or undefined when the key is none of the menu's. */
function target(key: string, at: number, labels: readonly string[]): number | undefined {
  const count = labels.length;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return at <= 0 ? count - 1 : at - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key.length !== 1 || key === ' ') return undefined;
  const order = labels.map((_, step) => (at + 1 + step) % count);
  return order.find((index) => labels[index]?.toLowerCase().startsWith(key.toLowerCase()));
}

function Entry({ item, close }: { readonly item: MenuItem; readonly close: () => void }): ReactNode {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={cx(css['item'], item.danger === true && css['danger'])}
      aria-disabled={item.disabled === true || undefined}
      aria-keyshortcuts={item.shortcut}
      onClick={() => {
        if (item.disabled === true) return;
        close();
        item.onSelect();
      }}
    >
      {item.icon === undefined ? <span className={css['gap']} /> : <Icon name={item.icon} />}
      <span className={css['words']}>{item.label}</span>
      {item.shortcut === undefined ? null : (
        <kbd className={css['key']} aria-hidden="true">
          {item.shortcut}
        </kbd>
      )}
    </button>
  );
}

const entriesOf = (list: HTMLElement | null): readonly HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
];

interface ListProps {
  readonly id: string;
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Which end takes focus when it opens. */
  readonly end: 'first' | 'last';
  readonly close: () => void;
}

function MenuList({ id, label, items, end, close }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(false);
  useLayoutEffect(() => {
    const box = list.current?.parentElement?.getBoundingClientRect();
    const height = list.current?.offsetHeight ?? 0;
    setAbove(box !== undefined && box.bottom + height + 8 > window.innerHeight && box.top > height);
    entriesOf(list.current)
      .at(end === 'first' ? 0 : -1)
      ?.focus();
  }, [end]);

  const onKey = (event: KeyboardEvent) => {
    // What is pressed in a menu is not for the page's own shortcuts.
    event.stopPropagation();
    if (event.key === 'Tab') close();
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
    const all = entriesOf(list.current);
    const at = all.findIndex((entry) => entry === document.activeElement);
    const labels = items.map((item) => item.label);
    const next = event.ctrlKey || event.metaKey ? undefined : target(event.key, at, labels);
    if (next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
  };
  return (
    <div
      role="menu"
      id={id}
      aria-label={label}
      tabIndex={-1}
      className={cx(css['list'], above && css['above'])}
      ref={list}
      onKeyDown={onKey}
    >
      {items.map((item) => (
        <Entry key={item.id} item={item} close={close} />
      ))}
    </div>
  );
}

/** A button with a list of things to do; arrows, Home, End, first letters, Esc and Tab as in any menu. */
export function Menu({ label, icon = 'more', words = false, items }: MenuProps) {
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<'first' | 'last' | null>(null);
  const close = () => {
    setOpen(null);
    root.current?.querySelector('button')?.focus();
  };
  useEffect(() => {
    if (open === null) return undefined;
    const leave = (event: Event) => {
      if (event.target instanceof Node && root.current?.contains(event.target) === false) setOpen(null);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [open]);

  const onButtonKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setOpen(event.key === 'ArrowDown' ? 'first' : 'last');
  };
  const trigger = {
    'aria-haspopup': 'menu',
    'aria-expanded': open !== null,
    'aria-controls': open === null ? undefined : id,
    onClick: () => (open === null ? setOpen('first') : close()),
    onKeyDown: onButtonKey,
  } as const;
  return (
    <div className={css['root']} ref={root}>
      {words ? (
        <Button icon={icon} {...trigger}>
          {label}
        </Button>
      ) : (
        <IconButton icon={icon} label={label} {...trigger} />
      )}
      {open === null ? null : <MenuList id={id} label={label} items={items} end={open} close={close} />}
    </div>
  );
}
