/** Keys of the review. Single letters can be turned off in the settings (WCAG 2.1.4); Space and Enter always work. */
import { useEffect } from 'react';

export interface ReviewKeys {
  readonly accept: () => void;
  readonly letter: Readonly<Record<string, () => void>>;
}

function isField(element: Element): boolean {
  const typed = element instanceof HTMLInputElement && element.type !== 'checkbox' && element.type !== 'radio';
  return typed || element.matches('textarea, select, [contenteditable="true"]');
}

/** Elements that give Space or Enter a meaning of their own. */
function handlesKey(element: Element, key: string): boolean {
  // Space ticks a box, and chooses a radio button that is not chosen.
  if (element instanceof HTMLInputElement) return key === ' ' && (element.type === 'checkbox' || !element.checked);
  return element.matches('button, a[href], summary, [role="menuitem"]');
}

/** Keys that belong to the browser, to a composition in progress, or to a key held down. */
function isForeign(event: KeyboardEvent): boolean {
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  return event.defaultPrevented || modified || event.isComposing || event.repeat;
}

function pressed(event: KeyboardEvent, keys: ReviewKeys, singleKeys: boolean): (() => void) | undefined {
  const { target, key } = event;
  if (isForeign(event) || !(target instanceof Element)) return undefined;
  if (isField(target) || document.querySelector('dialog[open]')) return undefined;
  if (key === ' ' || key === 'Enter') return handlesKey(target, key) ? undefined : keys.accept;
  return singleKeys ? keys.letter[key.toLowerCase()] : undefined;
}

/** Listens while the review is on screen. */
export function useReviewKeys(keys: ReviewKeys, singleKeys: boolean): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const action = pressed(event, keys, singleKeys);
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [keys, singleKeys]);
}

/** What the help shows; the order of the experience. */
export const KEY_HELP: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['Space', 'Enter'], does: 'Show the answer, then accept the proposed grade' },
  { keys: ['1', '2', '3', '4'], does: 'Again, Hard, Good, Easy' },
  { keys: ['A'], does: 'Tick all points, or none' },
  { keys: ['U'], does: 'Undo the last step' },
  { keys: ['H'], does: 'Hint' },
  { keys: ['F'], does: 'Flag' },
  { keys: ['E'], does: 'Note' },
  { keys: ['B'], does: 'Bury until tomorrow' },
  { keys: ['S'], does: 'Suspend' },
  { keys: ['R'], does: 'Read aloud, or stop' },
  { keys: ['?'], does: 'These keys' },
];
