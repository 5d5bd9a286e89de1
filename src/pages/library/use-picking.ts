/** Which lines of the Library are picked, to do one thing with all of them. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Entry } from './entry.ts';

export interface Picking {
  /** The picked lines among those shown, in the order of the list; null while nothing is being picked. */
  readonly picked: readonly Entry[] | null;
  readonly has: (id: string) => boolean;
  /** Picks a line or lets it go; with `range` all lines from the last one that was pressed. */
  readonly press: (id: string, on: boolean, range: boolean) => void;
  readonly start: () => void;
  readonly stop: () => void;
  /** All lines that are shown, or none. */
  readonly pickAll: (on: boolean) => void;
}

function withRange(order: readonly Entry[], from: string | null, to: string, on: boolean, before: ReadonlySet<string>) {
  const next = new Set(before);
  const end = order.findIndex(({ id }) => id === to);
  const start = from === null ? end : order.findIndex(({ id }) => id === from);
  const [low, high] = start < 0 || start > end ? [end, start < 0 ? end : start] : [start, end];
  for (const { id } of order.slice(low, high + 1)) {
    if (on) next.add(id);
    else next.delete(id);
  }
  return next;
}

const NONE: ReadonlySet<string> = new Set();

/** Picking among the lines of a list. What the filters hide does not count as picked until they show it again. */
export function usePicking(order: readonly Entry[]): Picking {
  const [ids, setIds] = useState<ReadonlySet<string> | null>(null);
  const shown = useRef(order);
  const last = useRef<string | null>(null);
  useEffect(() => {
    shown.current = order;
  }, [order]);
  const press = useCallback((id: string, on: boolean, range: boolean) => {
    const from = range ? last.current : null;
    last.current = id;
    setIds((before) => withRange(shown.current, from, id, on, before ?? NONE));
  }, []);
  const picked = useMemo(() => ids && order.filter(({ id }) => ids.has(id)), [ids, order]);
  return {
    picked,
    has: (id) => ids?.has(id) ?? false,
    press,
    start: () => {
      last.current = null;
      setIds(NONE);
    },
    stop: () => setIds(null),
    pickAll: (on) => setIds(on ? new Set(order.map(({ id }) => id)) : NONE),
  };
}
