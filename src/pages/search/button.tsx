import { Icon } from '#ui/icon.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { openSearchDialog } from './dialog-state.ts';
import { searchKeys } from './keys.ts';
import css from './button.module.css';

/** In the header of a page, on a phone. */
export function SearchIconButton() {
  return (
    <IconButton
      icon="search"
      label="Search"
      className={css['icon']}
      aria-haspopup="dialog"
      onClick={openSearchDialog}
    />
  );
}

/** In the rail: a drawing in the narrow one, a field to press in the wide one. */
export function SearchRailButton() {
  return (
    <button type="button" className={css['rail']} aria-haspopup="dialog" title="Search" onClick={openSearchDialog}>
      <Icon name="search" />
      <span className={css['word']}>Search</span>
      <kbd className={css['keys']} aria-hidden="true">
        {searchKeys()}
      </kbd>
    </button>
  );
}
