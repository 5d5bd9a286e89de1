/** How alike two texts are, by the runs of words that they share. */

const STOP = new Set(
  'a an the of to in on for and or is are was be it its that this with by as at from how what why when do does you your not'.split(
    ' ',
  ),
);

/** Lower-case words of a text, without marks. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Words that carry meaning, a plural's s taken off. */
export function keywordsOf(text: string): Set<string> {
  const words = wordsOf(text).filter((word) => !STOP.has(word));
  return new Set(words.map((word) => (word.length > 3 ? word.replace(/s$/, '') : word)));
}

const STEM = 5;

/** The beginnings of the words that carry meaning, so that "retries" and "retried" are one. */
export function stemsOf(text: string): Set<string> {
  return new Set([...keywordsOf(text)].map((word) => word.slice(0, STEM)));
}

/** Runs of `size` words. */
export function shinglesOf(text: string, size: number): Set<string> {
  const words = wordsOf(text);
  return new Set(words.slice(size - 1).map((_, i) => words.slice(i, i + size).join(' ')));
}

export interface Pair {
  /** Index of the earlier text. */
  readonly a: number;
  /** Index of the later text. */
  readonly b: number;
  /** Shared parts over the parts of the smaller set, 0 to 1. */
  readonly likeness: number;
}

/** Parts that this many texts share say nothing about a pair, and would make the count of pairs quadratic. */
const COMMON = 40;

/** Pairs of sets that share at least `threshold` of the smaller one; sets under `least` parts are passed over. */
export function alikePairs(sets: readonly ReadonlySet<string>[], threshold: number, least: number): Pair[] {
  const holders = new Map<string, number[]>();
  sets.forEach((set, i) => {
    for (const part of set) {
      const list = holders.get(part);
      if (list) list.push(i);
      else holders.set(part, [i]);
    }
  });
  const shared = new Map<number, number>();
  for (const list of holders.values()) if (list.length <= COMMON) countPairs(list, sets.length, shared);
  return [...shared].flatMap(([key, count]) => {
    const [a, b] = [Math.floor(key / sets.length), key % sets.length];
    const size = Math.min(sets[a]?.size ?? 0, sets[b]?.size ?? 0);
    const likeness = size < least ? 0 : count / size;
    return likeness >= threshold ? [{ a, b, likeness }] : [];
  });
}

function countPairs(list: readonly number[], width: number, shared: Map<number, number>): void {
  for (const [i, a] of list.entries()) {
    for (const b of list.slice(i + 1)) {
      const key = a * width + b;
      shared.set(key, (shared.get(key) ?? 0) + 1);
    }
  }
}
