/** Where an item stands in the list that one came from. */
import { useEffect, useState } from 'react';
import type { Entry } from '#pages/library/entry.ts';
import { readOrder } from '#pages/library/listing.ts';
import type { Environment } from '#pages/parts/environment.ts';

export interface Walk {
  readonly list: string;
  /** From 1. */
  readonly place: number;
  readonly total: number;
  readonly previous: Entry | null;
  readonly next: Entry | null;
}

/** The list that is being walked: what is done to an item on the way may take it off, but the way goes on. */
let walked: { readonly list: string; readonly order: readonly Entry[] } | null = null;

function walkIn(order: readonly Entry[], list: string, id: string): Walk | null {
  const at = order.findIndex((entry) => entry.id === id);
  if (at < 0) return null;
  return { list, place: at + 1, total: order.length, previous: order[at - 1] ?? null, next: order[at + 1] ?? null };
}

/**
 * The place of an item in a list: undefined until it is known, null when the item is not in it. It is read on arrival and then
 * stands still.
 */
export function useWalk(id: string, list: string, environment: Environment): Walk | null | undefined {
  const [start] = useState(environment);
  const [walk, setWalk] = useState<Walk | null | undefined>(() =>
    walked?.list === list ? (walkIn(walked.order, walked.list, id) ?? undefined) : undefined,
  );
  useEffect(() => {
    let gone = false;
    const take = (order: readonly Entry[]): void => {
      const found = walkIn(order, list, id);
      if (found || walked?.list !== list) walked = { list, order };
      if (!gone) setWalk(found ?? walkIn(walked?.order ?? [], list, id));
    };
    readOrder(list, start).then(take, () => gone || setWalk(null));
    return () => {
      gone = true;
    };
  }, [list, id, start]);
  return walk;
}
