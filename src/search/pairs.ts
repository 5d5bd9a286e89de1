/**
 * Which terms stand side by side in a document: a Bloom filter of twelve bits a pair and four hashes, which answers "surely
 * not" or "almost surely" (1 in 150 is wrong). Phrases need it, at a fraction of what positions would take.
 */
const BITS_A_PAIR = 12;
const HASHES = 4;
const STEP = 0x9e3779b1;

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

/** The bit of one of the hashes, among so many bits. */
function bitOf(hash: number, which: number, size: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), STEP + 2 * which);
  return ((mixed ^ (mixed >>> 13)) >>> 0) % size;
}

/** Marks a pair in the bytes `[start, end)`. */
export function addPair(bits: Uint8Array, start: number, end: number, hash: number): void {
  const size = (end - start) * 8;
  if (size === 0) return;
  for (let which = 0; which < HASHES; which += 1) {
    const bit = bitOf(hash, which, size);
    const at = start + (bit >>> 3);
    bits[at] = (bits[at] as number) | (1 << (bit & 7));
  }
}

/** Whether the pair may be among those in the bytes `[start, end)`. */
export function hasPair(bits: Uint8Array, start: number, end: number, hash: number): boolean {
  const size = (end - start) * 8;
  if (size === 0) return false;
  for (let which = 0; which < HASHES; which += 1) {
    const bit = bitOf(hash, which, size);
    if (((bits[start + (bit >>> 3)] as number) & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}
