/**
 * Whether the lapse that brought a card to `lapses` is the moment to call it a leech: when the threshold is reached, and
 * again each half threshold (rounded up) later, so that a card that was kept is not nagged about on every lapse.
 * Anki's rule. A threshold of 0 turns leeches off.
 *
 * @param lapses count of lapses including the one just made
 * @param threshold lapses that make a leech; Anki's default is 8
 */
export function isLeechNow(lapses: number, threshold: number): boolean {
  if (threshold <= 0 || lapses < threshold) return false;
  return (lapses - threshold) % Math.ceil(threshold / 2) === 0;
}
