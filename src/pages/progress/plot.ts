/** The paper that all charts are drawn on: 320 units wide, as a phone is, and scaled up from there. */

export const WIDTH = 320;

/** The least round number, 1, 2 or 5 with zeros, that is not below a value. */
export function roundUp(value: number): number {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10) * power;
}

/** A coordinate, short. */
export function at(value: number): string {
  return value.toFixed(1);
}
