import type { RefObject } from 'react';
import { useListener } from './use-listener.ts';

/** What the box will hold once a letter is in; null where the browser does not say which, as while a word is composed. */
function textAhead({ inputType, data }: InputEvent, box: HTMLInputElement): string | null {
  const { value, selectionStart, selectionEnd } = box;
  if (inputType !== 'insertText' || data === null || selectionStart === null || selectionEnd === null) return null;
  return value.slice(0, selectionStart) + data + value.slice(selectionEnd);
}

/** Tells the coming text before the browser writes a letter, so that its answer is looked for meanwhile. */
export function useLetterAhead(input: RefObject<HTMLInputElement | null>, onAhead: (text: string) => void): void {
  useListener(input, 'beforeinput', (event, box) => {
    const text = textAhead(event, box);
    if (text !== null) onAhead(text);
  });
}
