/**
 * Which terms stand side by side in a document: a Bloom filter of eight bits a pair and two hashes, which answers "surely
 * not" or "almost surely" (1 in 20 is wrong). Phrases need it, at a fraction of what positions would take.
 */
const BITS_A_PAIR = 8;
const SECOND = 0x9e3779b1;

/** One number for two neighbours, in their order. */
export function pairHash(left: number, right: number): number {
  let hash = Math.imul(left, 31) ^ right;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Bytes for a document with so many pairs. */
export function pairBytes(pairs: number): number {
  return Math.ceil((pairs * BITS_A_PAIR) / 8);
}

/** Marks a pair in the bytes `[start, end)`. */
export function addPair(bits: Uint8Array, start: number, end: number, hash: number): void {
  const size = (end - start) * 8;
  if (size === 0) return;
  for (const bit of [hash % size, (Math.imul(hash, SECOND) >>> 0) % size]) {
    const at = start + (bit >>> 3);
    bits[at] = (bits[at] ?? 0) | (1 << (bit & 7));
  }
}

/** Whether the pair may be among those in the bytes `[start, end)`. */
export function hasPair(bits: Uint8Array, start: number, end: number, hash: number): boolean {
  const size = (end - start) * 8;
  if (size === 0) return false;
  const first = hash % size;
  const second = (Math.imul(hash, SECOND) >>> 0) % size;
  const isSet = (bit: number): boolean => ((bits[start + (bit >>> 3)] ?? 0) & (1 << (bit & 7))) !== 0;
  return isSet(first) && isSet(second);
}
