import { startTransition, useEffect, useMemo, useState, type RefObject } from 'react';
import { afterPaint } from '#ui/after-paint.ts';
import type { OptionGroup } from './options.ts';

/** As many as a common screen has in sight, until it is known of this one; and what is drawn at least and at most. */
const COMMON = 6;
const LEAST = 3;
const MOST = 8;

/** The first options with their groups; the very same groups where there are no more. */
function firstOf(groups: readonly OptionGroup[], most: number): readonly OptionGroup[] {
  let left = most;
  const first = groups.flatMap((group) => {
    const options = group.options.slice(0, Math.max(0, left));
    left -= group.options.length;
    return options.length === 0 ? [] : [{ ...group, options }];
  });
  return left < 0 ? first : groups;
}

/** How many options a list has in sight: those that begin above its end and that of the window. One that ends there hides none. */
function inSightOf(list: HTMLElement, known: number): number {
  const end = Math.min(list.getBoundingClientRect().bottom, window.innerHeight);
  const options = [...list.querySelectorAll('[role="option"]')];
  const seen = options.filter((option) => option.getBoundingClientRect().top < end).length;
  return Math.min(MOST, Math.max(seen < options.length ? LEAST : known, seen));
}

/**
 * The options that are in sight at once; with the others when the letters pause and those are painted, so that no letter waits
 * for the coming and going of what nobody sees. The list of a text (its `owner`) that was whole stays so when its answer changes.
 * How many are in sight is looked up when nothing waits for it.
 */
export function useFirstPart(
  groups: readonly OptionGroup[],
  owner: string,
  list: RefObject<HTMLElement | null>,
  paused: boolean,
): readonly OptionGroup[] {
  const [inSight, setInSight] = useState(COMMON);
  const first = useMemo(() => firstOf(groups, inSight), [groups, inSight]);
  /** The owner of the last list that was whole. */
  const [whole, setWhole] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    const next = (work: () => void): void => afterPaint(() => wanted && startTransition(work));
    const look = (): void => {
      const { current } = list;
      if (current) setInSight(inSightOf(current, inSight));
    };
    next(() => {
      look();
      setWhole((last) => (paused || last === owner ? owner : null));
      if (paused) next(look);
    });
    return () => {
      wanted = false;
    };
  }, [owner, inSight, list, paused]);
  return whole === owner ? groups : first;
}
