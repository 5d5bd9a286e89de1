import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { useListener } from './use-listener.ts';

/** A pause in the typing: longer than from letter to letter. */
const PAUSE_MS = 250;

export interface Typing {
  /** The box. */
  readonly input: RefObject<HTMLInputElement | null>;
  /** Takes over what stands in the box. */
  readonly settle: () => void;
  /** Makes another text of that in the box, and lets the person type on. */
  readonly write: (change: (text: string) => string) => void;
}

/**
 * The box writes its letters by itself and tells `onTyped` of each; the page takes the text over when they pause, so that a
 * keystroke draws its answer and nothing else. What changes the text from elsewhere is written into the box.
 */
export function useTyping(text: string, onText: (text: string) => void, onTyped: (text: string) => void): Typing {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ text, onText, onTyped });
  /** The last text that came from the box itself, which may have gone on since. */
  const own = useRef(text);
  useLayoutEffect(() => {
    latest.current = { text, onText, onTyped };
  });
  useLayoutEffect(() => {
    if (!input.current || text === own.current) return;
    own.current = text;
    input.current.value = text;
  }, [text]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const settle = useCallback(() => {
    clearTimeout(timer.current);
    const value = input.current?.value ?? latest.current.text;
    if (value === latest.current.text) return;
    own.current = value;
    latest.current.onText(value);
  }, []);
  const write = useCallback(
    (change: (text: string) => string) => {
      if (!input.current) return;
      input.current.value = change(input.current.value);
      settle();
      latest.current.onTyped(input.current.value);
      input.current.focus();
    },
    [settle],
  );
  useListener(input, 'input', (event, { value }) => {
    event.stopPropagation();
    onTyped(value);
    clearTimeout(timer.current);
    if (value.trim() === '') settle();
    else timer.current = setTimeout(settle, PAUSE_MS);
  });
  // Whoever leaves the box for what goes by its text, as a link does, finds all of it there.
  useListener(input, 'focusout', settle);
  return { input, settle, write };
}
