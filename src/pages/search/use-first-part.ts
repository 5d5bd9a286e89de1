import { startTransition, useEffect, useMemo, useState, type RefObject } from 'react';
import { afterPaint } from '#ui/after-paint.ts';
import type { OptionGroup } from './options.ts';

/** As many as a common screen has in sight, until it is known of this one; and what is drawn at least and at most. */
const COMMON = 6;
const LEAST = 3;
const MOST = 8;

const NONE: readonly OptionGroup[] = [];

/** The first options with their groups, and behind them those that stand there already; the very same groups where all are first. */
function firstOf(
  groups: readonly OptionGroup[],
  most: number,
  standing: readonly OptionGroup[],
): readonly OptionGroup[] {
  let left = most;
  const first = groups.flatMap((group) => {
    const fresh = Math.max(0, left);
    left -= group.options.length;
    const old = standing.find(({ id }) => id === group.id)?.options.slice(fresh, group.options.length) ?? [];
    const options = [...group.options.slice(0, fresh), ...old];
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
 * The options that are in sight at once; the others as soon as those are painted, so that no letter waits for them: until then
 * what stood out of sight stays. How many are in sight is looked up when all are painted and nothing waits.
 */
export function useFirstPart(
  groups: readonly OptionGroup[],
  list: RefObject<HTMLElement | null>,
): readonly OptionGroup[] {
  const [inSight, setInSight] = useState(COMMON);
  const [whole, setWhole] = useState<readonly OptionGroup[]>(NONE);
  const first = useMemo(() => firstOf(groups, inSight, whole), [groups, inSight, whole]);
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
