/** As what a mistyped word was read: the correction that the best find holds, else the likeliest by its letters. */
import type { Expansion } from './expand.ts';
import type { PackedIndex } from './packed.ts';
import type { Candidate, Wanted } from './recall.ts';
import type { Segment } from './segment.ts';
import { termAt } from './vocabulary.ts';

type Place = Pick<Candidate, 'segment' | 'document'>;

function holds({ offsets, ids }: PackedIndex, document: number, { term }: Expansion): boolean {
  return ids.subarray(offsets[term], offsets[term + 1]).includes(document);
}

/** The correction of a word that `best` speaks for; null for a word that stands in some segment as it is, or is near to none. */
export function readAs(segments: readonly Segment[], { expansions }: Wanted, best: Place | undefined): string | null {
  if (expansions.some(([likeliest]) => likeliest?.fuzzy === false)) return null;
  const found = best && segments[best.segment];
  const held = found && expansions[best.segment]?.find((each) => holds(found.index, best.document, each));
  if (held) return termAt(found.index, held.term);
  const at = expansions.findIndex(({ length }) => length > 0);
  const likeliest = expansions[at]?.[0];
  return likeliest && segments[at] ? termAt(segments[at].index, likeliest.term) : null;
}
