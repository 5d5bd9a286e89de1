/** Dice for the core: the seed alone decides what they show, on every machine. */
import { seededFraction } from '#memory/fuzz.ts';

/** Fractions in [0, 1), one a call; the same seed gives the same row. Source: Tommy Ettinger's Mulberry32. */
export function diceFrom(seed: string): () => number {
  let state = Math.floor(seededFraction(seed) * 2 ** 32);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
