/** Where nothing was found: terms of the index that look like what was typed. */
import { editsFor } from './edit-distance.ts';
import { documentsOf } from './expand.ts';
import type { Segment } from './segment.ts';
import { nearTerms, termAt, termsFrom } from './vocabulary.ts';

const MOST = 5;
const MOST_WORDS = 3;

function near({ index }: Segment, word: string): { text: string; edits: number; documents: number }[] {
  const most = Math.min(4, editsFor(word.length) + 1);
  const found = nearTerms(index, word, most, false);
  const [from, to] = termsFrom(index, word.slice(0, Math.max(3, word.length - 3)));
  const begun = Array.from({ length: Math.min(50, to - from) }, (_, i) => ({ term: from + i, edits: most }));
  return [...found, ...begun].map(({ term, edits }) => ({
    text: termAt(index, term),
    edits,
    documents: documentsOf(index, term),
  }));
}

/** Up to five, the most alike first, among equals the most common. */
export function nearestTerms(segments: readonly Segment[], words: readonly string[]): string[] {
  const all = words.slice(0, MOST_WORDS).flatMap((word) => segments.flatMap((segment) => near(segment, word)));
  all.sort((a, b) => a.edits - b.edits || b.documents - a.documents);
  return [...new Set(all.map(({ text }) => text))].slice(0, MOST);
}
