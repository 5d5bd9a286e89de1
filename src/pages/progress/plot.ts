/** The paper that all charts are drawn on: 320 units wide, as a phone is, and scaled up from there. */

export const WIDTH = 320;

/** The least round number, one digit with zeros, that is not below a value and can be halved. */
export function roundUp(value: number): number {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 3, 4, 6, 8, 10].find((step) => step * power >= value) ?? 10) * power;
}

/** Where a label under a place stands, so that the edges cut none off. */
export function anchorAt(x: number): 'start' | 'middle' | 'end' {
  if (x > WIDTH - 24) return 'end';
  return x < 24 ? 'start' : 'middle';
}

/** Where a scale of shares begins: at a half as long as nothing lies below it. */
export function scaleFrom(lowest: number): number {
  return lowest >= 0.5 ? 0.5 : 0;
}

/** A coordinate, short. */
export function at(value: number): string {
  return value.toFixed(1);
}
