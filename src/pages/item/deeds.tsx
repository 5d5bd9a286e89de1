import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Block } from '#bank/blocks.ts';
import type { Item, ItemId, Path, Snippet } from '#bank/item.ts';
import { drillAddress } from '#pages/practice/address.ts';
import { cardOf, type ItemState } from '#review/card-state.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { codeText } from '#ui/code-view.tsx';
import css from './page.module.css';

export interface DeedsProps {
  readonly item: Exclude<Item, Path>;
  readonly state: ItemState;
}

/** What one comes to a page of this kind for, in sight: to be asked, to copy, to drill. */
export function Deeds({ item, state }: DeedsProps): ReactNode {
  return (
    <div className={css['deeds']}>
      {item.type === 'question' && <Asking id={item.id} suspended={cardOf(state, null).suspended} />}
      {item.type === 'snippet' && <CopyCode snippet={item} />}
      {item.type !== 'question' && (
        <Link to={drillAddress(item.id)} className={buttonClass({})}>
          {item.type === 'sheet' ? 'Drill row by row' : 'Drill'}
        </Link>
      )}
    </div>
  );
}

function Asking({ id, suspended }: { readonly id: ItemId; readonly suspended: boolean }) {
  return (
    <>
      {!suspended && (
        <Link to={`/review?only=${id}`} className={buttonClass({})}>
          Review this now
        </Link>
      )}
      <Link to={`/mock?q=${id}`} className={buttonClass({})}>
        Ask me in a mock
      </Link>
    </>
  );
}

/** Copies the whole listing, the first one when there are several. */
function CopyCode({ snippet }: { readonly snippet: Snippet }) {
  const { toast } = useAnnounce();
  const code = snippet.layers.code.find((block): block is Extract<Block, { t: 'code' }> => block.t === 'code');
  if (!code) return null;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(codeText(code.lines));
      toast({ text: `Copied ${code.title}.` });
    } catch {
      toast({ text: 'The browser did not allow copying. Select the listing instead.' });
    }
  };
  return (
    <Button variant="primary" icon="copy" onClick={() => void copy()}>
      Copy the code
    </Button>
  );
}
