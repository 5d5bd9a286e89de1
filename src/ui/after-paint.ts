/** Does work that the next picture can do without as soon as that is painted; at once where nothing is painted. */
export function afterPaint(work: () => void): void {
  if (document.visibilityState === 'hidden') work();
  else requestAnimationFrame(() => setTimeout(work));
}
