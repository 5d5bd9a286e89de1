/** What may be typed next, so that its answer can be got ready. */
import { documentsOf } from './expand.ts';
import type { Segment } from './segment.ts';
import { termsFrom } from './vocabulary.ts';
import { fold } from './words.ts';

/** How many letters are tried within a word, and where one begins; under an empty box a whole alphabet. */
const WITHIN = 8;
const AT_FIRST = 16;
const AT_ALL = 26;
/** Longer texts are pasted rather than typed. */
const MOST_UNITS = 64;

const LAST_WORD = /[\p{L}\p{M}\p{N}_]*$/u;

/** How many postings each letter after the beginning of a word stands for; a blank where that is a word already. */
function weightsOf(segments: readonly Segment[], begun: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { index } of segments) {
    const [from, to] = begun === '' ? [0, index.masks.length] : termsFrom(index, begun);
    for (let term = from; term < to; term += 1) {
      const at = (index.starts[term] ?? 0) + begun.length;
      const letter = at < (index.starts[term + 1] ?? 0) ? String.fromCharCode(index.chars[at] ?? 0) : ' ';
      weights.set(letter, (weights.get(letter) ?? 0) + documentsOf(index, term));
    }
  }
  return weights;
}

function mostFor(text: string, begun: string): number {
  if (text === '') return AT_ALL;
  return begun === '' ? AT_FIRST : WITHIN;
}

/** The text with each of the letters that are the likeliest to come next, the likeliest first; none where nothing begins so. */
export function continuations(segments: readonly Segment[], text: string): string[] {
  if (text.length > MOST_UNITS) return [];
  const begun = fold(LAST_WORD.exec(text)?.[0] ?? '');
  const weights = [...weightsOf(segments, begun)].sort(([, a], [, b]) => b - a);
  return weights.slice(0, mostFor(text, begun)).map(([letter]) => text + letter);
}
