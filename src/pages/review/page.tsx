import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { NoteSheet } from '#pages/parts/note-sheet.tsx';
import { contentOf } from './card-content.ts';
import * as actions from './actions.ts';
import { Asking } from './asking.tsx';
import { Finished } from './finished.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { Notices } from './notices.tsx';
import { Revealed } from './revealed.tsx';
import { stopSpeaking } from './speech.ts';
import { useReview } from './store.ts';
import { TopBar } from './top-bar.tsx';
import { useSessionKeys } from './use-session-keys.ts';
import { useSwipe } from './use-swipe.ts';
import css from './page.module.css';

/** The session: nothing else on screen. */
export function ReviewPage() {
  const navigate = useNavigate();
  const [open, setOpen] = useState<'keys' | 'note' | null>(null);
  const session = useReview((state) => state.session);
  const loaded = useReview((state) => state.loaded);
  const failure = useReview((state) => state.failure);
  useSession();
  useSessionKeys(setOpen);
  const swipe = useSwipe();
  if (failure !== null) throw failure;
  if (!session) return null;
  const { current } = session;
  if (!current) return <Finished session={session} />;
  const content = contentOf(current.card, loaded);
  return (
    <div className={css['review']} {...swipe}>
      <TopBar
        session={session}
        content={content}
        onEnd={() => void navigate('/')}
        onNote={() => setOpen('note')}
        onKeys={() => setOpen('keys')}
      />
      {content && (
        <Focused key={`${current.card}:${session.done.length}`} phase={current.phase}>
          {current.phase === 'asking' ? (
            <Asking content={content} hinted={current.hinted} />
          ) : (
            <Revealed content={content} current={current} />
          )}
        </Focused>
      )}
      <Notices />
      {content && (
        <NoteSheet open={open === 'note'} note={content.note} onSave={actions.saveNote} onClose={() => setOpen(null)} />
      )}
      <KeysDialog open={open === 'keys'} onClose={() => setOpen(null)} />
    </div>
  );
}

/** Begins on arrival, follows the page's visibility and the other tabs, falls silent on leaving. */
function useSession(): void {
  useEffect(() => {
    void actions.start();
    const watch = (): void => actions.setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', watch);
    const unfollow = actions.followOtherTabs();
    return () => {
      document.removeEventListener('visibilitychange', watch);
      unfollow();
      stopSpeaking();
    };
  }, []);
}

/** Gives focus to what is new: the question, then its answer, so that a screen reader reads on. */
function Focused({ phase, children }: { readonly phase: string; readonly children: React.ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.querySelector<HTMLElement>('[data-focus]')?.focus({ preventScroll: phase !== 'asking' });
    if (phase === 'asking') window.scrollTo(0, 0);
  }, [phase]);
  return (
    <div ref={ref} className={css['stage']}>
      {children}
    </div>
  );
}
