import { useRef, useState } from 'react';
import type { Item, Path } from '#bank/item.ts';
import { inlinesOf, plainOf } from '#bank/inlines.ts';
import { LastIntention } from '#pages/mock/history/last-intention.tsx';
import { Line } from '#pages/parts/line.tsx';
import type { Environment } from '#pages/parts/environment.ts';
import { NoteSheet } from '#pages/parts/note-sheet.tsx';
import { useTitle } from '#pages/parts/use-title.ts';
import { useUnfoldedPrint } from '#pages/parts/use-unfolded-print.ts';
import { Page, PageHeader } from '#ui/page.tsx';
import { AboutLine } from './about-line.tsx';
import { Neighbours } from './aside.tsx';
import { Deeds } from './deeds.tsx';
import { ItemBody } from './item-body.tsx';
import { ItemTools } from './item-tools.tsx';
import { MemoryPanel } from './memory-panel.tsx';
import { Note } from './note.tsx';
import type { FoundItem } from './read-view.ts';
import { ResetDialog } from './reset-dialog.tsx';
import { useItemActions } from './use-item-actions.ts';

import { WalkBar } from './walk-bar.tsx';
import css from './page.module.css';

export interface ItemFrameProps {
  readonly view: FoundItem;
  readonly item: Exclude<Item, Path>;
  readonly environment: Environment;
}

/** What every item's page has around its words: where it belongs, what can be done with it, and what stands beside it. */
export function ItemFrame({ view, item, environment }: ItemFrameProps) {
  const [open, setOpen] = useState<'note' | 'reset' | null>(null);
  const title = plainOf(inlinesOf(item.title));
  const actions = useItemActions({ item: item.id, state: view.state, place: view.place }, environment);
  const whole = useRef<HTMLDivElement>(null);
  useTitle(title);
  useUnfoldedPrint(whole);
  const { note } = view.state;
  const close = (): void => setOpen(null);
  const words = note === '' ? null : <Note text={note} onEdit={() => setOpen('note')} />;
  const tools = (
    <ItemTools
      view={view}
      title={title}
      actions={actions}
      onNote={() => setOpen('note')}
      onReset={() => setOpen('reset')}
    />
  );
  return (
    <Page width="wide">
      <div className={css['columns']} ref={whole}>
        <article className={css['article']}>
          <WalkBar id={item.id} environment={environment} />
          <PageHeader title={<Line text={item.title} />} line={<AboutLine item={item} />} actions={tools} />
          <ItemBody
            view={view}
            item={item}
            environment={environment}
            deeds={<Deeds item={item} state={view.state} />}
            note={
              <>
                <LastIntention item={item.id} />
                {words}
              </>
            }
          />
        </article>
        <div className={css['aside']}>
          {item.type === 'question' && (
            <MemoryPanel
              question={item}
              view={view}
              environment={environment}
              onResume={() => actions.setSuspended(false)}
              onDue={actions.setDue}
            />
          )}
          <Neighbours view={view} item={item} />
        </div>
      </div>
      <NoteSheet item={item.id} open={open === 'note'} note={note} onSave={actions.saveNote} onClose={close} />
      <ResetDialog open={open === 'reset'} onReset={actions.reset} onClose={close} />
    </Page>
  );
}
