import { cardOf } from '#review/card-state.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, type MenuItem } from '#ui/menu.tsx';
import type { FoundItem } from './read-view.ts';
import { canShare, sharePage, type Shared } from './share.ts';
import type { ItemActions } from './use-item-actions.ts';
import css from './page.module.css';

export interface ItemToolsProps {
  readonly view: FoundItem;
  /** In plain words. */
  readonly title: string;
  readonly actions: ItemActions;
  readonly onNote: () => void;
  readonly onReset: () => void;
}

/** What can be done with an item: the two that are done most in sight, the others in a menu. */
export function ItemTools({ view, title, actions, onNote, onReset }: ItemToolsProps) {
  const { flagged, note } = view.state;
  const share = useShare(title);
  const items = [
    { id: 'share', label: canShare() ? 'Share' : 'Copy link', icon: canShare() ? 'share' : 'copy', onSelect: share },
    { id: 'print', label: 'Print', icon: 'print', onSelect: () => window.print() },
    ...(view.item.type === 'question' ? schedule(view, actions, onReset) : []),
  ] as const satisfies readonly MenuItem[];
  return (
    <div className={css['tools']}>
      <IconButton
        icon={flagged ? 'flag-filled' : 'flag'}
        label="Flag"
        pressed={flagged}
        onClick={() => actions.setFlag(!flagged)}
      />
      <IconButton icon="note" label={note === '' ? 'Write a note' : 'Edit the note'} onClick={onNote} />
      <Menu label="More" items={items} />
    </div>
  );
}

function schedule({ state }: FoundItem, actions: ItemActions, onReset: () => void): MenuItem[] {
  const { suspended } = cardOf(state, null);
  const learnt = [...state.cards.values()].some((card) => card.learning.kind === 'learned');
  return [
    suspended
      ? { id: 'resume', label: 'Resume', icon: 'play', onSelect: () => actions.setSuspended(false) }
      : { id: 'suspend', label: 'Suspend', icon: 'pause', onSelect: () => actions.setSuspended(true) },
    { id: 'reset', label: 'Reset memory', icon: 'undo', danger: true, disabled: !learnt, onSelect: onReset },
  ];
}

const SHARE_WORDS: Readonly<Record<Shared, string | null>> = {
  shared: null,
  cancelled: null,
  copied: 'Link copied.',
  failed: 'The link could not be copied. It stands in the address bar.',
};

function useShare(title: string): () => void {
  const { toast } = useAnnounce();
  const share = async (): Promise<void> => {
    const text = SHARE_WORDS[await sharePage(title)];
    if (text !== null) toast({ text });
  };
  return () => void share();
}
