import { useState } from 'react';
import { Link } from 'react-router';
import { useTabletUp } from '#pages/parts/use-wide.ts';
import { Dialog } from '#ui/dialog.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Kbd } from '#ui/chip.tsx';
import { closeSearchDialog, useSearchDialog } from './dialog-state.ts';
import { SearchPanel } from './panel.tsx';
import { useOpenHit } from './use-open-hit.ts';
import css from './search.module.css';

/** As many as fit on a desk and on a phone; the page lists more. */
const MOST_WIDE = 8;
const MOST_NARROW = 6;

/** The search over whatever is on screen. */
export function SearchDialog() {
  return (
    <Dialog open onClose={closeSearchDialog} title="Search" hideTitle variant="top">
      <Inside />
    </Dialog>
  );
}

function Inside() {
  const [text, setText] = useState(() => useSearchDialog.getState().early);
  const openHit = useOpenHit();
  const wide = useTabletUp();
  return (
    <div className={css['inside']}>
      <SearchPanel
        text={text}
        onText={setText}
        most={wide ? MOST_WIDE : MOST_NARROW}
        onOpen={(hit, found) => {
          closeSearchDialog();
          openHit(hit, found);
        }}
      >
        <IconButton icon="close" label="Close" onClick={closeSearchDialog} />
      </SearchPanel>
      <div className={css['foot']}>
        <span className={css['hints']}>
          <span>
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> choose
          </span>
          <span>
            <Kbd>Enter</Kbd> open
          </span>
          <span>
            <Kbd>Esc</Kbd> close
          </span>
        </span>
        <Link to={`/search?${new URLSearchParams({ q: text }).toString()}`} onClick={closeSearchDialog}>
          As a page
        </Link>
      </div>
    </div>
  );
}
