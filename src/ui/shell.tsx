import { type MouseEvent, type ReactNode, useRef } from 'react';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import css from './shell.module.css';

export interface Place {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
}

/** What a router needs to draw one link; put `className` on it, `aria-current="page"` if active, `content` inside. */
export interface ShellLink extends Place {
  readonly active: boolean;
  readonly className: string;
  readonly content: ReactNode;
}

const PLACES: readonly Place[] = [
  { to: '/', label: 'Today', icon: 'lamp' },
  { to: '/library', label: 'Library', icon: 'library' },
  { to: '/mock', label: 'Mock', icon: 'mic' },
  { to: '/paths', label: 'Paths', icon: 'paths' },
  { to: '/progress', label: 'Progress', icon: 'window' },
  { to: '/settings', label: 'Settings', icon: 'settings' },
];

export interface ShellProps {
  /** The `to` of the place that the person is in; any other string marks none. */
  readonly current: string;
  readonly renderLink: (link: ShellLink) => ReactNode;
  /** A short line below the page, or at the foot of the rail: "Offline. Saved here." */
  readonly status?: ReactNode;
  /** A link or button above the places in the rail: search. */
  readonly tools?: ReactNode;
  /** No navigation at all: a review or a mock under way. */
  readonly bare?: boolean;
  readonly children: ReactNode;
}

/** Skip link, navigation (bar at the bottom of a phone, rail on wider screens) and the page's `main`. */
export function Shell({ current, renderLink, status, tools, bare = false, children }: ShellProps) {
  const main = useRef<HTMLElement>(null);
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    main.current?.focus();
    main.current?.scrollIntoView();
  };
  const link = (place: Place) =>
    renderLink({
      ...place,
      active: place.to === current,
      className: cx(css['link'], place.to === current && css['active']),
      content: (
        <>
          <Icon name={place.icon} className={css['icon']} />
          <span>{place.label}</span>
        </>
      ),
    });
  return (
    <div className={cx(css['shell'], bare && css['bare'])}>
      <a href="#main" className={css['skip']} onClick={skip}>
        Skip to content
      </a>
      {bare ? null : (
        <header className={css['side']}>
          <Wordmark />
          {tools === undefined ? null : <div className={css['tools']}>{tools}</div>}
          <nav className={css['nav']} aria-label="Places">
            <ul className={css['list']}>
              {PLACES.map((place) => (
                <li key={place.to}>{link(place)}</li>
              ))}
            </ul>
          </nav>
        </header>
      )}
      <main id="main" ref={main} tabIndex={-1} className={css['main']}>
        {children}
      </main>
      {bare || status === undefined ? null : <footer className={css['status']}>{status}</footer>}
    </div>
  );
}

/** The name, half of it lit. */
function Wordmark() {
  return (
    <span className={css['wordmark']}>
      Lamp<span className={css['lit']}>light</span>
    </span>
  );
}
