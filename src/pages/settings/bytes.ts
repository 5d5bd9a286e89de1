const STEPS = [
  { unit: 'gigabyte', size: 1e9 },
  { unit: 'megabyte', size: 1e6 },
  { unit: 'kilobyte', size: 1e3 },
] as const;

/** `812 byte`, `14 kB`, `3.2 MB`, `12 GB`. */
export function bytesInWords(bytes: number): string {
  const { unit, size } = STEPS.find((step) => bytes >= step.size) ?? { unit: 'byte', size: 1 };
  const value = bytes / size;
  const maximumFractionDigits = value < 10 && size > 1 ? 1 : 0;
  return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits }).format(
    value,
  );
}
