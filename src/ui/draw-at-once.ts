import { flushSync } from 'react-dom';

/** Makes a change and draws it before anything else has its turn. Only for what came by itself, never while React is drawing. */
export function drawAtOnce(change: () => void): void {
  flushSync(change);
}
