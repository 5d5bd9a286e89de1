import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { addressOf, filtersFrom, type Filters } from './filters.ts';

/** The address may be rewritten only so often (Safari: 100 times in 30 s), so typing waits for a pause. */
const PAUSE_MS = 300;

export interface UsedFilters {
  readonly filters: Filters;
  readonly change: (part: Partial<Filters>) => void;
}

/** The filters of the address, with the text as it is typed; every change replaces the address, so Back leaves at once. */
export function useFilters(): UsedFilters {
  const { pathname, search, key, state } = useLocation();
  const navigate = useNavigate();
  const stored = filtersFrom(pathname, new URLSearchParams(search));
  const [text, setText] = useState(stored.text);
  const [seen, setSeen] = useState(key);
  if (seen !== key) {
    // Somebody else's navigation (a link to the Library, a tag) brings its own text; our own carries what was typed.
    setSeen(key);
    if (!isOwn(state)) setText(stored.text);
  }
  const filters = { ...stored, text };
  const write = (next: Filters): void => {
    void navigate(addressOf(next, pathname), { replace: true, state: { own: true } });
  };
  useEffect(() => {
    if (text === stored.text || (text.trim() === '' && stored.text === '')) return undefined;
    const timer = setTimeout(() => write(filters), PAUSE_MS);
    return () => clearTimeout(timer);
  });
  const change = (part: Partial<Filters>): void => {
    if (part.text !== undefined) setText(part.text);
    if (Object.keys(part).some((name) => name !== 'text')) write({ ...filters, ...part });
  };
  return { filters, change };
}

function isOwn(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'own' in state;
}
