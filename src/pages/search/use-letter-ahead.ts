import { useEffect, useEffectEvent, type RefObject } from 'react';

/** What the box will hold once a letter is in; null where the browser does not say which, as while a word is composed. */
function textAhead({ inputType, data }: InputEvent, box: HTMLInputElement): string | null {
  const { value, selectionStart, selectionEnd } = box;
  if (inputType !== 'insertText' || data === null || selectionStart === null || selectionEnd === null) return null;
  return value.slice(0, selectionStart) + data + value.slice(selectionEnd);
}

/** Tells the coming text before the browser writes a letter, so that its answer is looked for meanwhile. */
export function useLetterAhead(input: RefObject<HTMLInputElement | null>, onAhead: (text: string) => void): void {
  const tell = useEffectEvent((event: InputEvent, box: HTMLInputElement) => {
    const text = textAhead(event, box);
    if (text !== null) onAhead(text);
  });
  useEffect(() => {
    const box = input.current;
    if (!box) return undefined;
    // React's `onBeforeInput` is made from other events, and without the kind of input.
    const hear = (event: InputEvent): void => tell(event, box);
    box.addEventListener('beforeinput', hear);
    return () => box.removeEventListener('beforeinput', hear);
  }, [input]);
}
