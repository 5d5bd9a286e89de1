import { memo, useLayoutEffect, type RefObject } from 'react';
import css from './search.module.css';

interface SearchBoxProps {
  readonly input: RefObject<HTMLInputElement | null>;
  /** What it holds at first; what comes later is written into it. */
  readonly first: string;
  readonly listId: string;
  /** Whether anything is listed. */
  readonly expanded: boolean;
  /** The id of the active option; undefined where none is. */
  readonly active: string | undefined;
}

/** The box of the search. Its letters are the browser's: a keystroke draws nothing of it anew. */
export const SearchBox = memo(function SearchBox({ input, first, listId, expanded, active }: SearchBoxProps) {
  // React focuses and sets no attribute; a dialog that opens afterwards gives focus to whoever has it.
  useLayoutEffect(() => input.current?.setAttribute('autofocus', ''), [input]);
  return (
    <input
      ref={input}
      type="text"
      role="combobox"
      aria-label="Search"
      aria-expanded={expanded}
      aria-controls={listId}
      aria-autocomplete="list"
      aria-activedescendant={active}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever opens the search wants to type
      autoFocus
      autoComplete="off"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      enterKeyHint="go"
      placeholder="Words or an error"
      className={css['input']}
      defaultValue={first}
    />
  );
});
