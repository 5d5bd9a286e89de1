/** Single keys of a page. They can be turned off in the settings (WCAG 2.1.4), and give way to whoever needs the key. */
import { useEffect } from 'react';

/** Elements that give letters or arrows a meaning of their own. */
const BUSY = 'input, textarea, select, [contenteditable="true"], [role="menu"], [role="tablist"], [tabindex="0"]';

function isForeign(event: KeyboardEvent): boolean {
  const modified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
  return event.defaultPrevented || modified || event.isComposing || event.repeat;
}

/** Listens while the page is on screen; names of keys in lower case. */
export function useLetterKeys(keys: Readonly<Record<string, () => void>>, on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    const listen = (event: KeyboardEvent): void => {
      const action = keys[event.key.toLowerCase()];
      const { target } = event;
      if (!action || isForeign(event) || !(target instanceof Element)) return;
      if (target.closest(BUSY) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [keys, on]);
}
