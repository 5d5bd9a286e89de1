/** A picture needs about as long from the page to the screen as it is shown there, and on a small phone the same processor. */
const A_PICTURE_MS = 16;

/** Does work that the next picture can do without once that is on the screen; at once where nothing is painted. */
export function afterPaint(work: () => void): void {
  if (document.visibilityState === 'hidden') work();
  else requestAnimationFrame(() => setTimeout(work, A_PICTURE_MS));
}
