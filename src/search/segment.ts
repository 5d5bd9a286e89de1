/** An index that is being searched: with room to count in, and with documents struck out that a newer index holds. */
import type { ItemKind } from '#bank/item.ts';
import { expandTerm, type Expansion } from './expand.ts';
import type { PackedIndex } from './packed.ts';
import type { QueryTerm } from './query.ts';

const MOST_CACHED = 400;

export const KINDS: readonly ItemKind[] = ['question', 'error', 'snippet', 'sheet', 'path'];

export interface Segment {
  readonly index: PackedIndex;
  /** By document, 0 where it is gone or a later segment holds it anew, else 1. */
  readonly open: Uint8Array;
  /** By document, the place of its kind in `KINDS`. */
  readonly kinds: Uint8Array;
  /** Room for one query at a time, cleared by whoever used it. */
  readonly scores: Float32Array;
  readonly found: Uint32Array;
  readonly foundFuzzy: Uint32Array;
  readonly touched: Uint32Array;
  readonly expansions: Map<string, readonly Expansion[]>;
}

/** Makes an index searchable; `struck` are ids of documents that must not be found in it. */
export function openSegment(index: PackedIndex, struck: ReadonlySet<string> = new Set()): Segment {
  const { length } = index.entries;
  return {
    index,
    open: Uint8Array.from(index.entries, ({ id }) => (struck.has(id) ? 0 : 1)),
    kinds: Uint8Array.from(index.entries, ({ kind }) => KINDS.indexOf(kind)),
    scores: new Float32Array(length),
    found: new Uint32Array(length),
    foundFuzzy: new Uint32Array(length),
    touched: new Uint32Array(length),
    expansions: new Map(),
  };
}

/** What a word may mean in a segment; worked out once. */
export function expansionsIn({ index, expansions }: Segment, query: QueryTerm): readonly Expansion[] {
  const key = `${query.text}${query.prefix ? '*' : ''}${query.exact ? '"' : ''}${query.joined ?? ''}`;
  const known = expansions.get(key);
  if (known) return known;
  const fresh = expandTerm(index, query);
  if (expansions.size >= MOST_CACHED) expansions.clear();
  expansions.set(key, fresh);
  return fresh;
}
