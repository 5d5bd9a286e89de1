/** Ways to what an address or a press names. */
import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Opens every fold around an element and brings it into view. */
export function reveal(element: Element | null, block: ScrollLogicalPosition = 'start'): void {
  for (let fold = element?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  element?.scrollIntoView({ block });
}

/** Opens and shows the fold that the address names after its `#`, whenever it is asked for. */
export function useAskedFold(): void {
  const asked = useLocation();
  useEffect(() => {
    const id = asked.hash.slice(1);
    const fold = id === '' ? null : document.getElementById(id)?.querySelector('details');
    if (!fold) return;
    fold.open = true;
    reveal(fold);
  }, [asked]);
}
