/** Several stretches of sound as one line of time, in ms from the start of the first. */

/** A moment of the line: in which stretch, and how far into it. */
export interface LinePlace {
  readonly stretch: number;
  readonly ms: number;
}

/** Length of the whole line. */
export function lineLength(lengths: readonly number[]): number {
  return lengths.reduce((sum, ms) => sum + ms, 0);
}

/** Where a moment lies: the end of a stretch is the beginning of the next. What is outside is brought in. */
export function placeOnLine(lengths: readonly number[], atMs: number): LinePlace {
  let rest = Math.max(0, Math.min(atMs, lineLength(lengths)));
  for (const [stretch, ms] of lengths.entries()) {
    if (rest < ms || stretch === lengths.length - 1) return { stretch, ms: Math.min(rest, ms) };
    rest -= ms;
  }
  return { stretch: 0, ms: 0 };
}

/** The moment of the line that lies at a place. */
export function momentOnLine(lengths: readonly number[], { stretch, ms }: LinePlace): number {
  return lineLength(lengths.slice(0, stretch)) + Math.max(0, Math.min(ms, lengths[stretch] ?? 0));
}

/** The loudest level in each of `count` equal parts of a row of levels, 0 to 200, for a drawing. */
export function outline(levels: Uint8Array, count: number): number[] {
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * levels.length) / count);
    const to = Math.max(from + 1, Math.floor(((index + 1) * levels.length) / count));
    return levels.subarray(from, to).reduce((most, level) => Math.max(most, level), 0);
  });
}
