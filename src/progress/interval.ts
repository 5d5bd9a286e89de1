/** How sure a share is that was counted. */

export interface Share {
  readonly hits: number;
  readonly of: number;
}

/** Of a normal distribution, 90% lies within so many standard deviations. */
const NINETY = 1.6449;

/**
 * The range in which a true share lies in nine of ten cases, 0 to 1: Wilson's score interval, which stays sound for few cases. All of 0 to
 * 1 without any case.
 */
export function rangeOf({ hits, of }: Share): { readonly low: number; readonly high: number } {
  if (of === 0) return { low: 0, high: 1 };
  const share = hits / of;
  const z2 = NINETY ** 2;
  const centre = share + z2 / (2 * of);
  const spread = NINETY * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
  const scale = 1 + z2 / of;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}
