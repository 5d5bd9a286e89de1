import { useState } from 'react';
import { Link } from 'react-router';
import { Dialog } from '#ui/dialog.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Kbd } from '#ui/chip.tsx';
import { closeSearchDialog } from './dialog-state.ts';
import { SearchPanel } from './panel.tsx';
import { useOpenHit } from './use-open-hit.ts';
import css from './search.module.css';

/** As many as fit; the page lists more. */
const MOST = 10;

/** The search over whatever is on screen. */
export function SearchDialog() {
  return (
    <Dialog open onClose={closeSearchDialog} title="Search" hideTitle variant="top">
      <Inside />
    </Dialog>
  );
}

function Inside() {
  const [text, setText] = useState('');
  const openHit = useOpenHit(text);
  return (
    <div className={css['inside']}>
      <SearchPanel
        text={text}
        onText={setText}
        most={MOST}
        onOpen={(hit) => {
          closeSearchDialog();
          openHit(hit);
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
