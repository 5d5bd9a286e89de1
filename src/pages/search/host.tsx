import { useEffect } from 'react';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import { DEFAULT_SETTINGS } from '#review/settings.ts';
import { getStorage } from '#storage/current.ts';
import { later } from '#ui/later.tsx';
import { closeSearchDialog, openSearchDialog, typeEarly, useSearchDialog } from './dialog-state.ts';

const SearchDialog = later(async () => (await import('./dialog.tsx')).SearchDialog);

/** After the first screen, and after the worker is known. */
const WARM_MS = 1500;

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select, [contenteditable="true"]');
}

/** By its letter; by its place where the keyboard writes another alphabet. */
function isK(key: string, code: string): boolean {
  return /^[a-z]$/iu.test(key) ? key.toLowerCase() === 'k' : code === 'KeyK';
}

/** `⌘K` and `Ctrl K` anywhere; `/` outside fields, unless single keys are turned off. */
function asksForSearch(event: KeyboardEvent, singleKeys: boolean): boolean {
  const { key, code, metaKey, ctrlKey, altKey, shiftKey } = event;
  if (event.defaultPrevented || event.isComposing || event.repeat || altKey) return false;
  if (metaKey || ctrlKey) return isK(key, code) && !shiftKey;
  return key === '/' && singleKeys && !isField(event.target);
}

function isLetter({ key, metaKey, ctrlKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !metaKey && !ctrlKey && !altKey;
}

/**
 * So that neither the code nor the index is waited for, nor one for the other. What does not arrive now is asked for again when
 * the search is opened.
 */
function warm(): void {
  const { db } = getStorage();
  void Promise.allSettled([
    import('#storage/search.ts').then(({ warmSearch }) => warmSearch(db)),
    SearchDialog.fetch(),
  ]);
}

/** Keeps the keys that open the search, and draws it when it is open. Its code comes with the first use. */
export function SearchHost() {
  const open = useSearchDialog((state) => state.open);
  const { singleKeys } = useEnvironment()?.settings ?? DEFAULT_SETTINGS;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (document.querySelector('dialog[open]')) return;
      const early = useSearchDialog.getState().open && isLetter(event);
      if (!early && !asksForSearch(event, singleKeys)) return;
      event.preventDefault();
      if (early) typeEarly(event.key);
      else openSearchDialog();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [singleKeys]);
  useEffect(() => {
    const timer = setTimeout(warm, WARM_MS);
    return () => {
      clearTimeout(timer);
      closeSearchDialog();
    };
  }, []);
  useEffect(() => {
    if (open) warm();
  }, [open]);
  return open ? <SearchDialog /> : null;
}
