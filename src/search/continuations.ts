/** What may be typed next, so that its answer can be got ready. */
import { documentsOf } from './expand.ts';
import { expansionsIn, type Segment } from './segment.ts';
import { letterAt, termsFrom } from './vocabulary.ts';
import { fold, STOP_WORDS } from './words.ts';

/** How many letters are tried within a word, and where one begins. */
const WITHIN = 10;
const AT_FIRST = 26;
/** How many of them as capitals too, for names in code. */
const CAPITALS = 2;
/** Longer texts are pasted rather than typed. */
const MOST_UNITS = 64;
/** How likely a letter is left out, beside the one that belongs there. */
const SLIP = 1 / 32;
/** In how many of the documents a word stands that is too common for the index. */
const STOP_WORD_SHARE = 1 / 8;

/** With the signs of a short name: `c++`, `c#`, `n+1`. */
const LAST_WORD = /[\p{L}\p{M}\p{N}_]*[+#]?[\p{N}+]*$/u;

/** Letters that may come next, each with how many documents speak for it; a blank where a word may end. */
class Letters {
  readonly #weights = new Map<string, number>();

  /** One of a word; null is beyond its end. */
  add(letter: string | null, weight: number): void {
    if (letter === null) return;
    const own = letter === '' ? ' ' : letter;
    this.#weights.set(own, (this.#weights.get(own) ?? 0) + weight);
  }

  best(most: number): string[] {
    const sorted = [...this.#weights].sort(([, a], [, b]) => b - a);
    return sorted.slice(0, most).map(([letter]) => letter);
  }
}

/** What goes on with the word as it stands, and what with its next letter left out. False where no term of the index begins so. */
function addBegun(letters: Letters, { index }: Segment, begun: string): boolean {
  const { length } = begun;
  const [from, to] = length === 0 ? [0, index.masks.length] : termsFrom(index, begun);
  for (let term = from; term < to; term += 1) {
    const documents = documentsOf(index, term);
    letters.add(letterAt(index, term, length), documents);
    if (length > 0) letters.add(letterAt(index, term, length + 1), documents * SLIP);
  }
  for (const word of STOP_WORDS)
    if (word.startsWith(begun)) letters.add(word.charAt(length), index.entries.length * STOP_WORD_SHARE);
  return from < to;
}

/** What goes on with the words that it may be a slip of, which has one letter less, as many, or one more. */
function addCorrected(letters: Letters, segment: Segment, begun: string): void {
  const word = { text: begun, parts: [], prefix: true, optional: false, exact: false };
  for (const { term, factor } of expansionsIn(segment, word)) {
    const weight = factor * documentsOf(segment.index, term);
    for (const slip of [-1, 0, 1]) letters.add(letterAt(segment.index, term, begun.length + slip), weight);
  }
}

/** The text with each of the letters that are the likeliest to come next, the likeliest first; none after what is like no word. */
export function continuations(segments: readonly Segment[], text: string): string[] {
  if (text.length > MOST_UNITS) return [];
  const begun = fold(LAST_WORD.exec(text)?.[0] ?? '');
  const letters = new Letters();
  const known = segments.map((segment) => addBegun(letters, segment, begun));
  if (!known.includes(true)) for (const segment of segments) addCorrected(letters, segment, begun);
  if (begun === '') return letters.best(AT_FIRST).map((letter) => text + letter);
  const best = letters.best(WITHIN);
  const capitals = best.slice(0, CAPITALS).map((letter) => letter.toUpperCase());
  return [...new Set([...best, ...capitals])].map((letter) => text + letter);
}
