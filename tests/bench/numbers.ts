/** One line of a bench's table. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** This value over the peer's, measured in the same run. */
  readonly ratio?: number;
  readonly peer?: string;
  readonly budget?: string;
}

export interface BenchResult {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** The value below which the share `q` (0 to 1) of all values lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
