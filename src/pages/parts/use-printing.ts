import { useEffect, useState } from 'react';
import { drawAtOnce } from '#ui/draw-at-once.ts';

/** Whether the page is being printed, however that was asked for. What follows from it is drawn before the paper is filled. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => drawAtOnce(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
