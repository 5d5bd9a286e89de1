import { startTransition, useEffect, useMemo, useState } from 'react';
import { afterPaint } from '#ui/after-paint.ts';
import type { OptionGroup } from './options.ts';

/** As many as a dialog on a common screen has in sight. */
const IN_SIGHT = 6;

/** The first options with their groups; the very same groups where there are no more. */
function firstOf(groups: readonly OptionGroup[]): readonly OptionGroup[] {
  let left = IN_SIGHT;
  const first = groups.flatMap((group) => {
    const options = group.options.slice(0, Math.max(0, left));
    left -= group.options.length;
    return options.length === 0 ? [] : [{ ...group, options }];
  });
  return left < 0 ? first : groups;
}

/** The options that are in sight at once; with the others as soon as those are painted, so that no letter waits for them. */
export function useFirstPart(groups: readonly OptionGroup[]): readonly OptionGroup[] {
  const first = useMemo(() => firstOf(groups), [groups]);
  const [whole, setWhole] = useState(first);
  useEffect(() => {
    if (first === groups) return undefined;
    let wanted = true;
    afterPaint(() => wanted && startTransition(() => setWhole(groups)));
    return () => {
      wanted = false;
    };
  }, [first, groups]);
  return whole === groups ? groups : first;
}
