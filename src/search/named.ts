/** Entries whose very name was typed, where its words are too common to lead there: `no-store`, "off by one", `==`. */
import type { ItemKind } from '#bank/item.ts';
import { allowedIn } from './allowed.ts';
import type { SearchEntry } from './document.ts';
import type { Query } from './query.ts';
import type { Candidate, Recalled } from './recall.ts';
import { KINDS, type Segment } from './segment.ts';
import { fold, isLightWord, isStopWord, wordsOf } from './words.ts';

/** Nobody gives longer names. */
const MOST_WORDS = 8;
/** Marks that a name has beside its words: a question's sign, those of code. */
const MOST_MARKS = 4;

type IsNamed = (name: string) => boolean;

/** Whether a name has these words and no other. */
function byWords(words: readonly string[]): IsNamed {
  const wish = words.join(' ');
  return (name) => {
    const longer = name.length - wish.length;
    // Most names are told by their length alone.
    return longer >= 0 && longer <= MOST_MARKS && wordsOf(fold(name)).join(' ') === wish;
  };
}

/** Whether a name has all of these signs, each by itself. */
function bySigns(signs: readonly string[]): IsNamed {
  return (name) => {
    const parts = name.split(/[\s`]+/u);
    return signs.every((sign) => parts.includes(sign));
  };
}

/** The test that a name has to pass; null where the words of the query lead to what they mean by themselves. */
function testOf({ text, pasted }: Query): IsNamed | null {
  if (pasted) return null;
  const words = wordsOf(fold(text));
  const telling = words.filter((word) => !isStopWord(word));
  const signs = text.split(/[\s`]+/u).filter((part) => part !== '' && wordsOf(part).length === 0 && part !== '?');
  if (signs.length > 0 && telling.every(isLightWord)) return bySigns(signs);
  const isCommon = telling.length < Math.min(2, words.length) && words.length <= MOST_WORDS;
  return isCommon ? byWords(words) : null;
}

const isCalled = ({ title, aliases }: SearchEntry, isNamed: IsNamed): boolean =>
  isNamed(title) || aliases.some(isNamed);

/** Those that the filters let through; see `search` for `among`. */
export function namedIn(segments: readonly Segment[], query: Query, among: ReadonlySet<string> | null): Candidate[] {
  const isNamed = testOf(query);
  if (isNamed === null) return [];
  return segments.flatMap((segment, at) => {
    const called = segment.index.entries.flatMap((entry, document) => (isCalled(entry, isNamed) ? [document] : []));
    if (called.length === 0) return [];
    const allowed = allowedIn(segment, query.filters, among);
    const open = called.filter((document) => allowed[document] === 1);
    return open.map((document): Candidate => ({ segment: at, document, score: 0, step: 0, coverage: 1, named: true }));
  });
}

const placeOf = ({ segment, document }: Candidate): string => `${segment}/${document}`;

function kindOf(segments: readonly Segment[], { segment, document }: Candidate): ItemKind {
  return KINDS[segments[segment]?.kinds[document] ?? 0] ?? 'question';
}

/** What was recalled, with those that are named so; what only comes near is left out beside them. */
export function withNamed(segments: readonly Segment[], recalled: Recalled, named: readonly Candidate[]): Recalled {
  if (named.length === 0) return recalled;
  const found = recalled.partial ? { candidates: [], counts: [] } : recalled;
  const all = new Map(found.candidates.map((candidate) => [placeOf(candidate), candidate]));
  const counts = new Map(found.counts);
  for (const candidate of named) {
    const same = all.get(placeOf(candidate));
    const kind = kindOf(segments, candidate);
    if (!same) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    all.set(placeOf(candidate), { ...candidate, score: same?.score ?? 0 });
  }
  return { ...recalled, candidates: [...all.values()], counts, partial: false, unknown: [] };
}
