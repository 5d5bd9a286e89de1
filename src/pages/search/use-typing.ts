import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/** Typed text that gets no answer for so long is taken over without one. */
const PATIENCE_MS = 100;

interface Typing {
  /** The box. */
  readonly input: RefObject<HTMLInputElement | null>;
  /** A letter came. */
  readonly typed: () => void;
  /** Takes over what stands in the box. */
  readonly settle: () => void;
}

/**
 * The box writes its letters by itself, and the page takes the text over together with its answer: so a keystroke is drawn
 * once and not twice. What changes the text from elsewhere is written into the box.
 */
export function useTyping(text: string, onText: (text: string) => void): Typing {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ text, onText });
  /** The last text that came from the box itself, which may have gone on since. */
  const own = useRef(text);
  useLayoutEffect(() => {
    latest.current = { text, onText };
  });
  useLayoutEffect(() => {
    if (!input.current || text === own.current) return;
    own.current = text;
    input.current.value = text;
  }, [text]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const settle = (): void => {
    clearTimeout(timer.current);
    const value = input.current?.value ?? latest.current.text;
    if (value === latest.current.text) return;
    own.current = value;
    latest.current.onText(value);
  };
  const typed = (): void => {
    clearTimeout(timer.current);
    if (input.current?.value.trim() === '') settle();
    else timer.current = setTimeout(settle, PATIENCE_MS);
  };
  return { input, typed, settle };
}
