import { useEffectEvent, useLayoutEffect, type RefObject } from 'react';

/** Hears an event of the box itself. React's own way writes the box's attributes anew with every letter, and has no `beforeinput`. */
export function useListener<Type extends keyof HTMLElementEventMap>(
  input: RefObject<HTMLInputElement | null>,
  type: Type,
  listener: (event: HTMLElementEventMap[Type], box: HTMLInputElement) => void,
): void {
  const hear = useEffectEvent(listener);
  useLayoutEffect(() => {
    const box = input.current;
    if (!box) return undefined;
    const on = (event: HTMLElementEventMap[Type]): void => hear(event, box);
    box.addEventListener(type, on);
    return () => box.removeEventListener(type, on);
  }, [input, type]);
}
