import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { optionsOf, type OptionGroup, type SearchOption } from './options.ts';

export interface Combobox {
  readonly listId: string;
  readonly optionId: (index: number) => string;
  /** −1 where none is. */
  readonly active: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface ComboboxProps {
  readonly groups: readonly OptionGroup[];
  /** How many of the options are drawn by now. */
  readonly drawn: number;
  /** What the options belong to: with another, the first is active again. */
  readonly owner: string;
  /** Whether the options belong to what stands in the box now. */
  readonly isSettled: () => boolean;
  readonly onChoose: (option: SearchOption) => void;
}

/** Where a key leads among so many options; they wrap. */
function stepped(key: string, active: number, count: number): number | null {
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return (Math.max(active, 0) + count - 1) % count;
  return null;
}

/**
 * The keys of a combobox with a list that is always open: arrows wrap, Enter takes the active option. The first is active;
 * of what one may try instead of a text none is until an arrow leads there, for Enter would write over that text.
 */
export function useCombobox({ groups, drawn, owner, isSettled, onChoose }: ComboboxProps): Combobox {
  const id = useId();
  const [moved, setMoved] = useState<{ readonly owner: string | null; readonly index: number }>({
    owner: null,
    index: 0,
  });
  /** Enter came before the answer: it means the first of what was asked for. */
  const eager = useRef(false);
  const options = optionsOf(groups);
  const first = options[0]?.kind === 'hit' || owner === '' ? 0 : -1;
  const active = moved.owner === owner ? Math.min(moved.index, Math.max(0, options.length - 1)) : first;
  const optionId = (index: number): string => `${id}-${index}`;
  const isDrawn = active < drawn;
  useEffect(() => {
    if (isDrawn) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active, isDrawn]);
  const chooseFirst = useEffectEvent((option: SearchOption | undefined) => {
    if (!eager.current || !isSettled()) return;
    eager.current = false;
    if (option?.kind === 'hit') onChoose(option);
  });
  useEffect(() => chooseFirst(groups[0]?.options[0]), [groups]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (!isSettled()) eager.current = true;
      else if (options[active]) onChoose(options[active]);
      return;
    }
    const next = options.length === 0 ? null : stepped(event.key, active, options.length);
    if (next === null) {
      eager.current = false;
      return;
    }
    event.preventDefault();
    setMoved({ owner, index: next });
  };
  return { listId: `${id}-list`, optionId, active, onKeyDown };
}
