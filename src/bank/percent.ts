/** Shares as English writes them. Here, where every room may reach it. */
const whole = new Intl.NumberFormat('en', { style: 'percent' });
const oneDigit = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

/** `60%` of 0.6; with `exact` as well `62.5%`. */
export function percentOf(share: number, exact = false): string {
  return (exact ? oneDigit : whole).format(share);
}
