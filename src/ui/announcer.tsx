import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import css from './announcer.module.css';
import { IconButton } from './icon-button.tsx';

export interface ToastMessage {
  readonly text: string;
  readonly action?: { readonly label: string; readonly onPress: () => void };
  /** How long it stays, in ms; with an action at least 8 s. It waits while it is pointed at or has focus. */
  readonly stayMs?: number;
}

export interface Announce {
  /** Says it to a screen reader, shows nothing. `assertive` interrupts: for faults only. */
  readonly announce: (text: string, politeness?: 'polite' | 'assertive') => void;
  /** Shows it at the foot of the screen, and says it. The newest one replaces the last. */
  readonly toast: (message: ToastMessage) => void;
}

const Context = createContext<Announce | null>(null);

/** Speaks and shows short messages; works below an `Announcer`. */
export function useAnnounce(): Announce {
  const announce = use(Context);
  if (announce === null) throw new Error('useAnnounce needs an Announcer around the application.');
  return announce;
}

/** A second message with the same words differs by this, so that it is spoken again. */
const AGAIN = '\u00A0';

function Toast({ message, onGone }: { readonly message: ToastMessage; readonly onGone: () => void }) {
  const [held, setHeld] = useState(false);
  const stayMs = message.stayMs ?? (message.action === undefined ? 5000 : 8000);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(onGone, stayMs);
    return () => clearTimeout(timer);
  }, [held, onGone, stayMs]);
  const { action } = message;
  return (
    <div
      className={css['toast']}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={css['text']}>{message.text}</span>
      {action === undefined ? null : (
        <button
          type="button"
          className={css['action']}
          onClick={() => {
            action.onPress();
            onGone();
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton icon="close" label="Dismiss" onClick={onGone} />
    </div>
  );
}

/** Wrap the application in it once: it holds the live regions and the toast. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [polite, setPolite] = useState('');
  const [assertive, setAssertive] = useState('');
  const [shown, setShown] = useState<{ readonly key: number; readonly message: ToastMessage } | null>(null);
  const count = useRef(0);

  const value = useMemo<Announce>(() => {
    const announce: Announce['announce'] = (text, politeness = 'polite') => {
      const set = politeness === 'polite' ? setPolite : setAssertive;
      set((last) => (last === text ? text + AGAIN : text));
    };
    return {
      announce,
      toast: (message) => {
        count.current += 1;
        setShown({ key: count.current, message });
        announce(message.text);
      },
    };
  }, []);
  const gone = useCallback(() => setShown(null), []);

  return (
    <Context value={value}>
      {children}
      <output className={css['spoken']}>{polite}</output>
      <div className={css['spoken']} role="alert">
        {assertive}
      </div>
      {shown === null ? null : (
        <section className={css['place']} aria-label="Message">
          <Toast key={shown.key} message={shown.message} onGone={gone} />
        </section>
      )}
    </Context>
  );
}
