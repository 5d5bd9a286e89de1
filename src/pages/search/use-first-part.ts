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

/** How many of a list's options begin above its end and that of the window. */
function countInSight(list: HTMLElement): number {
  const end = Math.min(list.getBoundingClientRect().bottom, window.innerHeight);
  const options = [...list.querySelectorAll('[role="option"]')];
  return options.filter((option) => option.getBoundingClientRect().top < end).length;
}

/**
 * The options that are in sight at once; with the others as soon as those are painted, so that no letter waits for them. How
 * many are in sight is looked up when all are painted and nothing waits.
 */
export function useFirstPart(
  groups: readonly OptionGroup[],
  list: RefObject<HTMLElement | null>,
): readonly OptionGroup[] {
  const [inSight, setInSight] = useState(COMMON);
  const first = useMemo(() => firstOf(groups, inSight), [groups, inSight]);
  const [whole, setWhole] = useState(first);
  useEffect(() => {
    let wanted = true;
    const next = (work: () => void): void => afterPaint(() => wanted && startTransition(work));
    next(() => {
      setWhole(groups);
      next(() => {
        if (list.current) setInSight(Math.min(MOST, Math.max(LEAST, countInSight(list.current))));
      });
    });
    return () => {
      wanted = false;
    };
  }, [groups, list]);
  return whole === groups ? groups : first;
}
