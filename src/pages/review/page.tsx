import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ItemId } from '#bank/item.ts';
import { NoteSheet } from '#pages/parts/note-sheet.tsx';
import { useNewFailure } from '#pages/parts/use-new-failure.ts';
import { splitCardId } from '#review/ids.ts';
import type { Session } from '#review/session.ts';
import { useLive } from '#storage/use-live.ts';
import { contentOf } from './card-content.ts';
import * as actions from './actions.ts';
import { Asking } from './asking.tsx';
import { Finished } from './finished.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { reloadHeld } from './load.ts';
import { Notices } from './notices.tsx';
import { Revealed } from './revealed.tsx';
import { start } from './start.ts';
import { StepGuard } from './step-guard.tsx';
import { stepOf, useReview } from './store.ts';
import { TopBar } from './top-bar.tsx';
import { later } from '#ui/later.tsx';
import { useSessionKeys } from './use-session-keys.ts';
import { useSwipe } from './use-swipe.ts';
import css from './page.module.css';

const LeechSheet = later(async () => (await import('./leech-sheet.tsx')).LeechSheet);

/** The session: nothing else on screen. */
export function ReviewPage() {
  const session = useReview((state) => state.session);
  const failure = useNewFailure(useReview((state) => state.failure));
  const leech = useReview((state) => state.leech);
  useSession();
  useBankChanges();
  if (failure !== null) throw failure;
  if (!session) return null;
  const { current } = session;
  return (
    <StepGuard step={current ? `${stepOf(session, current.card)}:${current.phase}` : 'finished'}>
      {current ? <Running session={session} current={current} /> : <Finished session={session} />}
      <Notices />
      {leech !== null && <LeechSheet key={leech} card={leech} />}
    </StepGuard>
  );
}

interface RunningProps {
  readonly session: Session;
  readonly current: NonNullable<Session['current']>;
}

function Running({ session, current }: RunningProps) {
  const navigate = useNavigate();
  const [keysOpen, setKeysOpen] = useState(false);
  /** The last item whose note was opened; its sheet stays until the card is gone, for a draft outlives the closing. */
  const [note, setNote] = useState<{ readonly item: ItemId; readonly open: boolean } | null>(null);
  const content = useReview((state) => contentOf(current.card, state.loaded));
  const leaving = useReview((state) => state.leaving);
  const open = useCallback((dialog: 'keys' | 'note') => {
    if (dialog === 'keys') return setKeysOpen(true);
    const now = useReview.getState().session?.current;
    return setNote(now ? { item: splitCardId(now.card).item, open: true } : null);
  }, []);
  useSessionKeys(open);
  const swipe = useSwipe();
  const id = content?.question.id;
  return (
    <div className={css['review']} {...swipe}>
      <TopBar
        session={session}
        content={content}
        onEnd={() => void (session.done.length > 0 ? actions.end() : navigate('/'))}
        onNote={() => open('note')}
        onKeys={() => open('keys')}
      />
      {leaving && (
        <Focused key={leaving.step} phase="gone">
          <Revealed content={leaving.content} current={leaving.attempt} />
        </Focused>
      )}
      {content && (
        <Focused key={stepOf(session, current.card)} phase={current.phase}>
          {current.phase === 'asking' ? (
            <Asking content={content} hinted={current.hinted} />
          ) : (
            <Revealed content={content} current={current} />
          )}
        </Focused>
      )}
      {content && id && note?.item === id && (
        <NoteSheet
          key={id}
          item={id}
          open={note.open}
          note={content.note}
          onSave={(text) => actions.saveNote(id, text)}
          onClose={() => setNote({ item: id, open: false })}
        />
      )}
      {keysOpen && <KeysDialog onClose={() => setKeysOpen(false)} />}
    </div>
  );
}

/** Begins on arrival, follows the page's visibility and the other tabs. */
function useSession(): void {
  useEffect(() => {
    void start();
    const watch = (): void => actions.setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', watch);
    const unfollow = actions.followOtherTabs();
    return () => {
      document.removeEventListener('visibilitychange', watch);
      unfollow();
    };
  }, []);
}

/** Follows the bank: an update may arrive while a session runs. */
function useBankChanges(): void {
  const bank = useLive(
    async ({ db }) => JSON.stringify((await db.banks.toArray()).map(({ manifest }) => manifest.version)),
    [],
  );
  const known = useRef<string>(undefined);
  useEffect(() => {
    if (known.current !== undefined && known.current !== bank) void reloadHeld();
    known.current = bank;
  }, [bank]);
}

interface FocusedProps {
  readonly phase: 'asking' | 'revealed' | 'gone';
  readonly children: React.ReactNode;
}

/** Gives focus to what is new: the question, then its answer, so that a screen reader reads on. */
function Focused({ phase, children }: FocusedProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (phase === 'gone') return;
    ref.current?.querySelector<HTMLElement>('[data-focus]')?.focus({ preventScroll: true });
    if (phase === 'asking' && window.scrollY > 0) window.scrollTo(0, 0);
  }, [phase]);
  return (
    <div ref={ref} className={css['stage']} hidden={phase === 'gone'}>
      {children}
    </div>
  );
}
