import { grouped } from '#pages/parts/format.ts';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import { inlinesOf, plainOf } from '#bank/inlines.ts';
import { itemAddress } from '#pages/library/entry-line.tsx';
import type { Entry } from '#pages/library/entry.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { useLetterKeys } from '#pages/parts/letter-keys.ts';
import { Icon } from '#ui/icon.tsx';
import { iconButtonClass } from '#ui/icon-button.tsx';
import { useWalk } from './use-walk.ts';
import css from './page.module.css';

export interface WalkBarProps {
  readonly id: string;
  readonly environment: Environment;
}

type Step = 'previous' | 'next';

/**
 * Back to the list, how far along it one is, and on to the next: shown only when one came from a list. Steps leave no trail:
 * the browser's Back leads to the list.
 */
export function WalkBar({ id, environment }: WalkBarProps): ReactNode {
  const [query] = useSearchParams();
  const list = query.get('list');
  return list !== null && <Bar key={list} id={id} list={list} zoom={query.get('zoom')} environment={environment} />;
}

interface BarProps extends WalkBarProps {
  readonly list: string;
  readonly zoom: string | null;
}

function Bar({ id, list, zoom, environment }: BarProps) {
  const walk = useWalk(id, list, environment);
  const addressOf = (entry: Entry | null | undefined): string | null =>
    entry ? itemAddress(entry.id, entry.kind, list) + (zoom === null ? '' : `&zoom=${zoom}`) : null;
  const previous = addressOf(walk?.previous);
  const next = addressOf(walk?.next);
  useStepKeys(previous, next, environment.settings.singleKeys);
  const stepped = useStepped(walk !== undefined);
  return (
    <nav className={css['walk']} aria-label="In this list" ref={stepped}>
      <span>
        <Link to={list === '' ? '/library' : `/library?${list}`}>Back to the list</Link>
        {walk && ` · ${grouped(walk.place)} of ${grouped(walk.total)}`}
      </span>
      <StepLink step="previous" to={previous} entry={walk?.previous ?? null} />
      <StepLink step="next" to={next} entry={walk?.next ?? null} />
    </nav>
  );
}

interface StepLinkProps {
  readonly step: Step;
  readonly to: string | null;
  readonly entry: Entry | null;
}

const KEYS = { previous: 'k', next: 'j' } as const;

function StepLink({ step, to, entry }: StepLinkProps) {
  const name = step === 'previous' ? 'Previous' : 'Next';
  const icon = <Icon name="chevron" className={step === 'previous' ? css['turned'] : undefined} />;
  if (to === null || !entry) {
    return (
      <span className={`${iconButtonClass} ${css['step']}`} aria-hidden="true" data-end>
        {icon}
      </span>
    );
  }
  const title = plainOf(inlinesOf(entry.title));
  return (
    <Link
      to={to}
      replace
      state={{ step }}
      className={`${iconButtonClass} ${css['step']}`}
      aria-label={`${name}: ${title}`}
      aria-keyshortcuts={KEYS[step]}
      title={title}
      data-step={step}
    >
      {icon}
    </Link>
  );
}

/** J and K, and the arrows where nothing else wants them. */
function useStepKeys(previous: string | null, next: string | null, singleKeys: boolean): void {
  const navigate = useNavigate();
  const keys = useMemo(() => {
    const go = (to: string | null, step: Step) => (): void => {
      if (to !== null) void navigate(to, { state: { step }, replace: true });
    };
    return {
      j: go(next, 'next'),
      k: go(previous, 'previous'),
      arrowright: go(next, 'next'),
      arrowleft: go(previous, 'previous'),
    };
  }, [navigate, previous, next]);
  useLetterKeys(keys, singleKeys);
}

/** After a step the focus stays on the same button, so that one can go on pressing it; at the end it goes to the other. */
function useStepped(ready: boolean) {
  const ref = useRef<HTMLElement>(null);
  const { state } = useLocation();
  const step: unknown = typeof state === 'object' && state !== null && 'step' in state ? state.step : null;
  const done = useRef(false);
  useEffect(() => {
    if (!ready || step === null || done.current) return;
    done.current = true;
    const links = [...(ref.current?.querySelectorAll<HTMLElement>('[data-step]') ?? [])];
    (links.find((link) => link.dataset['step'] === step) ?? links[0])?.focus({ preventScroll: true });
  }, [ready, step]);
  return ref;
}
